package fr.acquis.support;

import fr.acquis.audit.Audit;
import fr.acquis.certification.Regulation;
import fr.acquis.certification.Regulations;
import fr.acquis.certification.SupportParameters;
import fr.acquis.forms.RefusedAnswer;
import fr.acquis.identity.CurrentPerson;
import fr.acquis.journey.Journey;
import fr.acquis.notification.SupportNotification.SupportNews.What;
import fr.acquis.shared.BusinessRefusal;
import fr.acquis.shared.BusinessRefusal.Kind;
import fr.acquis.shared.JourneyId;
import fr.acquis.support.SupportAccess.View;
import fr.acquis.support.SupportAgreement.State;
import fr.acquis.support.SupportAgreement.Terms;
import fr.acquis.support.store.AgreementRows;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The agreement of a support: proposed, signed by the candidate or declined, changed by a new version, paid by somebody. */
@Service
@Transactional
public class SupportAgreements {

    public static final int LONGEST_OBJECT = 2_000;
    public static final int LONGEST_WORD = 1_000;
    static final int MOST_FUNDING = 6;

    private final AgreementRows rows;
    private final SupportAccess access;
    private final SupportMails mails;
    private final Regulations regulations;
    private final CurrentPerson current;
    private final Audit audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    SupportAgreements(
            AgreementRows rows,
            SupportAccess access,
            SupportMails mails,
            Regulations regulations,
            CurrentPerson current,
            Audit audit,
            ApplicationEventPublisher events,
            Clock clock) {
        this.rows = rows;
        this.access = access;
        this.mails = mails;
        this.regulations = regulations;
        this.current = current;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Proposes terms to the candidate, in the place of those not signed yet; what is signed stays in force until they sign.
     *
     * @throws RefusedAnswer what does not hold, beside its field
     */
    public SupportAgreement propose(JourneyId id, Terms terms, List<Funding.Asked> funding) {
        View view = access.changeAsStaff(id);
        boolean changes = signed(id).isPresent();
        require(view.journey(), terms, funding, changes);
        rows.latest(id)
                .filter(SupportAgreement::awaitsTheCandidate)
                .ifPresent(before -> rows.state(id, before.version(), State.REPLACED));
        int version = rows.propose(id, terms, current.get().id(), clock.instant());
        int line = 1;
        for (Funding.Asked asked : funding) {
            rows.ask(id, version, line++, asked, current.get().id(), clock.instant());
        }
        audit.record(
                id.value(),
                "propose-support-agreement",
                Map.of(
                        "version",
                        Integer.toString(version),
                        "hours",
                        terms.hours().toPlainString(),
                        "cents",
                        Long.toString(terms.priceCents())));
        mails.candidate(view.journey(), "agreement/" + version, What.AGREEMENT_TO_SIGN, page(id, version));
        return get(id, version);
    }

    /** The candidate agrees: timestamped, and from now on in force. */
    public void sign(JourneyId id, int version) {
        View view = access.changeAsCandidate(id);
        waiting(id, version);
        signed(id).ifPresent(before -> rows.state(id, before.version(), State.REPLACED));
        rows.answer(id, version, State.SIGNED, null, clock.instant());
        audit.record(id.value(), "sign-support-agreement", Map.of("version", Integer.toString(version)));
        mails.adviser(view, "agreement-signed/" + version, What.AGREEMENT_SIGNED, page(id, version));
        events.publishEvent(new SupportAgreementSigned(id, version));
    }

    /** The candidate does not agree and says why; the adviser proposes something else. */
    public void decline(JourneyId id, int version, String word) {
        View view = access.changeAsCandidate(id);
        waiting(id, version);
        rows.answer(id, version, State.DECLINED, said("word", word, "support.refused.agreement-word"), clock.instant());
        audit.record(id.value(), "decline-support-agreement", Map.of("version", Integer.toString(version)));
        mails.adviser(view, "agreement-declined/" + version, What.AGREEMENT_DECLINED, page(id, version));
    }

    /** What a payer answered, by the word of whoever states it. */
    public void answered(
            JourneyId id, int version, int line, Funding.State state, LocalDate on, @Nullable String note) {
        access.changeAsStaff(id);
        SupportAgreement agreement = get(id, version);
        Funding funding = agreement.funding().stream()
                .filter(one -> one.line() == line)
                .findFirst()
                .orElseThrow(() -> new BusinessRefusal(Kind.NOT_FOUND, "support.refused.no-funding"));
        if (on.isAfter(LegalDays.of(clock.instant())) || on.isBefore(funding.askedOn())) {
            throw new RefusedAnswer("on", "support.refused.funding-day");
        }
        String known = note == null || note.isBlank() ? null : note.strip();
        if (known != null && known.length() > 500) {
            throw new RefusedAnswer("note", "support.refused.long", 500);
        }
        rows.answered(agreement, line, state, on, known, current.get().id(), clock.instant());
        audit.record(
                id.value(),
                "state-support-funding",
                Map.of(
                        "version", Integer.toString(version),
                        "line", Integer.toString(line),
                        "state", state.name(),
                        "on", on.toString()));
    }

    /** All versions, the youngest first. The caller has checked that the reader may see them. */
    @Transactional(readOnly = true)
    public List<SupportAgreement> of(JourneyId id) {
        return rows.all(id);
    }

    @Transactional(readOnly = true)
    public SupportAgreement get(JourneyId id, int version) {
        return rows.find(id, version)
                .orElseThrow(() -> new BusinessRefusal(Kind.NOT_FOUND, "support.refused.no-agreement"));
    }

    /** What is in force. */
    @Transactional(readOnly = true)
    public Optional<SupportAgreement> signed(JourneyId id) {
        return rows.all(id).stream().filter(SupportAgreement::isSigned).findFirst();
    }

    /** The signed document as it was pressed; empty until it is. */
    @Transactional(readOnly = true)
    public Optional<byte[]> document(JourneyId id, int version) {
        return rows.document(id, version);
    }

    private void waiting(JourneyId id, int version) {
        if (!get(id, version).awaitsTheCandidate()) {
            throw new BusinessRefusal(Kind.CONFLICT, "support.refused.agreement-answered");
        }
    }

    private void require(Journey journey, Terms terms, List<Funding.Asked> funding, boolean changes) {
        said("object", terms.object(), "support.refused.object");
        if (terms.endsOn().isBefore(terms.startsOn())) {
            throw new RefusedAnswer("endsOn", "support.refused.agreement-dates");
        }
        if (terms.hours().signum() <= 0 || terms.hours().compareTo(BigDecimal.valueOf(500)) > 0) {
            throw new RefusedAnswer("hours", "support.refused.agreement-hours");
        }
        int most = regulation(journey).value(SupportParameters.HOURS_MAXIMUM);
        if (terms.hours().compareTo(BigDecimal.valueOf(most)) > 0 && terms.overMaximumReason() == null) {
            throw new RefusedAnswer("overMaximumReason", "support.refused.over-maximum", most);
        }
        if (changes && terms.changeReason() == null) {
            throw new RefusedAnswer("changeReason", "support.refused.change-reason");
        }
        long paid = funding.stream().mapToLong(Funding.Asked::cents).sum();
        if (funding.size() > MOST_FUNDING || paid != terms.priceCents()) {
            throw new RefusedAnswer(
                    "funding", "support.refused.funding-sum", BigDecimal.valueOf(terms.priceCents() - paid, 2));
        }
    }

    private Regulation regulation(Journey journey) {
        return regulations.on(journey.certification(), journey.regulationOn());
    }

    private static String said(String field, String text, String otherwise) {
        if (text.isBlank()) {
            throw new RefusedAnswer(field, otherwise);
        }
        int longest = field.equals("object") ? LONGEST_OBJECT : LONGEST_WORD;
        if (text.length() > longest) {
            throw new RefusedAnswer(field, "support.refused.long", longest);
        }
        return text.strip();
    }

    private static String page(JourneyId id, int version) {
        return "/journeys/%s/support/agreements/%d".formatted(id, version);
    }
}
