package fr.acquis.support;

import fr.acquis.audit.Audit;
import fr.acquis.certification.RegulationParameter;
import fr.acquis.certification.Regulations;
import fr.acquis.certification.SupportParameters;
import fr.acquis.forms.RefusedAnswer;
import fr.acquis.journey.Journey;
import fr.acquis.journey.Journeys;
import fr.acquis.journey.LegalClock;
import fr.acquis.notification.SupportNotification.SupportNews.What;
import fr.acquis.shared.BusinessRefusal;
import fr.acquis.shared.BusinessRefusal.Kind;
import fr.acquis.shared.JourneyId;
import fr.acquis.support.CheckIn.Answer;
import fr.acquis.support.SupportAccess.View;
import fr.acquis.support.store.CheckInRows;
import fr.acquis.support.store.SupportRows;
import java.time.Clock;
import java.time.Instant;
import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * From time to time the candidate is asked: continue, pause or stop. An open question is asked once more, then the adviser is
 * told; nothing closes by itself.
 */
@Service
@Transactional
public class CheckIns {

    private static final int LONGEST_WORD = 1_000;

    private final CheckInRows rows;
    private final SupportRows supports;
    private final SupportAccess access;
    private final SupportMails mails;
    private final Journeys journeys;
    private final Regulations regulations;
    private final Audit audit;
    private final Clock clock;

    CheckIns(
            CheckInRows rows,
            SupportRows supports,
            SupportAccess access,
            SupportMails mails,
            Journeys journeys,
            Regulations regulations,
            Audit audit,
            Clock clock) {
        this.rows = rows;
        this.supports = supports;
        this.access = access;
        this.mails = mails;
        this.journeys = journeys;
        this.regulations = regulations;
        this.audit = audit;
        this.clock = clock;
    }

    /** An adviser is named: from here the time counts. */
    @Transactional(propagation = Propagation.MANDATORY)
    void begin(Journey journey) {
        rows.due(journey.id(), after(journey, SupportParameters.CHECK_IN_AFTER));
    }

    /** Cases whose question is due at that moment. */
    @Transactional(readOnly = true)
    public List<JourneyId> due(Instant at, int most) {
        return rows.dueAt(at, most);
    }

    /** Asks, or asks again what was asked before; twice at the same moment changes nothing. */
    public void ask(JourneyId id, Instant at) {
        Support support = supports.lock(id).orElseThrow();
        Journey journey = journeys.find(id).orElseThrow();
        if (!support.isRunning() || journey.isOver() || !rows.isDue(id, at)) {
            return;
        }
        Optional<CheckIn> open = rows.latest(id).filter(CheckIn::isOpen);
        if (open.isEmpty()) {
            int number = rows.ask(id, clock.instant());
            rows.due(id, after(journey, SupportParameters.CHECK_IN_AGAIN_AFTER));
            audit.record(id.value(), "ask-support-check-in", Map.of("number", Integer.toString(number)));
            mails.candidate(journey, "check-in/" + number, What.CHECK_IN, page(id));
            return;
        }
        int number = open.get().number();
        rows.again(id, number, clock.instant());
        rows.due(id, null);
        audit.record(id.value(), "repeat-support-check-in", Map.of("number", Integer.toString(number)));
        mails.candidate(journey, "check-in-again/" + number, What.CHECK_IN_AGAIN, page(id));
        mails.adviser(
                journey,
                support.adviser(),
                "check-in-silent/" + number,
                What.CHECK_IN_SILENT,
                SupportMails.page(journey));
    }

    /**
     * The candidate's answer, an act of their own: a pause pauses the journey, and going on ends it. A stop is for the caller
     * to carry out, in the same transaction.
     */
    public void answer(JourneyId id, Answer answer, @Nullable String word) {
        View view = access.changeAsCandidate(id);
        CheckIn open = rows.latest(id)
                .filter(CheckIn::isOpen)
                .orElseThrow(() -> new BusinessRefusal(Kind.CONFLICT, "support.refused.not-asked"));
        String said = word == null || word.isBlank() ? null : word.strip();
        if (said != null && said.length() > LONGEST_WORD) {
            throw new RefusedAnswer("word", "support.refused.long", LONGEST_WORD);
        }
        rows.answer(id, open.number(), answer, said, clock.instant());
        rows.due(id, after(view.journey(), SupportParameters.CHECK_IN_AFTER));
        audit.record(
                id.value(),
                "answer-support-check-in",
                Map.of("number", Integer.toString(open.number()), "answer", answer.name()));
        carryOut(view.journey(), answer);
        mails.adviser(
                view, "check-in-answered/" + open.number(), What.CHECK_IN_ANSWERED, SupportMails.page(view.journey()));
    }

    private void carryOut(Journey journey, Answer answer) {
        if (answer == Answer.PAUSE && journey.pausedAt() == null) {
            journeys.pause(journey.id());
        }
        if (answer == Answer.CONTINUE && journey.pausedAt() != null) {
            journeys.resume(journey.id());
        }
    }

    /** All of them, the youngest first. The caller has checked that the reader may see the case. */
    @Transactional(readOnly = true)
    public List<CheckIn> of(JourneyId id) {
        return rows.all(id);
    }

    private Instant after(Journey journey, RegulationParameter<Period> delay) {
        return clock.instant()
                .atZone(LegalClock.ZONE)
                .plus(regulations
                        .on(journey.certification(), journey.regulationOn())
                        .value(delay))
                .toInstant();
    }

    private static String page(JourneyId id) {
        return "/journeys/%s/support/check-in".formatted(id);
    }
}
