package fr.acquis.support;

import fr.acquis.audit.Audit;
import fr.acquis.audit.AuditEntry;
import fr.acquis.certification.Certifications;
import fr.acquis.identity.CurrentPerson;
import fr.acquis.identity.People;
import fr.acquis.identity.Person;
import fr.acquis.journey.Journey;
import fr.acquis.journey.SharingConsents;
import fr.acquis.notification.DocumentPress;
import fr.acquis.notification.MailSummary;
import fr.acquis.notification.Mails;
import fr.acquis.shared.PersonId;
import fr.acquis.shell.Dates;
import fr.acquis.support.store.PlannedSessionRows;
import fr.acquis.support.store.SupportRows;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * What the file of a case's support says, table by table, in the words of an auditor. Notes of sessions are between the two
 * who were there and stay out; a decision or a result is in it only where the person asking may know it.
 */
@Component
public class SupportRecord {

    private static final Set<String> DECISIONS = Set.of("decide-admissibility");
    private static final Set<String> RESULTS =
            Set.of("deliberate", "issue-attestation", "issue-certificate", "choose-next", "end-journey");
    private static final Set<String> SAID = Set.of("decision", "outcome", "blocks", "next", "ending");

    private final SupportRows supports;
    private final PlannedSessionRows planned;
    private final SupportAgreements agreements;
    private final SupportSessions sessions;
    private final CheckIns checkIns;
    private final HoursBudgets budgets;
    private final SupportBodies bodies;
    private final SharingConsents consents;
    private final Certifications certifications;
    private final CurrentPerson current;
    private final People people;
    private final Mails mails;
    private final DocumentPress press;
    private final Audit audit;
    private final MessageSource messages;
    private final Dates dates;

    SupportRecord(
            SupportRows supports,
            PlannedSessionRows planned,
            SupportAgreements agreements,
            SupportSessions sessions,
            CheckIns checkIns,
            HoursBudgets budgets,
            SupportBodies bodies,
            SharingConsents consents,
            Certifications certifications,
            CurrentPerson current,
            People people,
            Mails mails,
            DocumentPress press,
            Audit audit,
            MessageSource messages,
            Dates dates) {
        this.supports = supports;
        this.planned = planned;
        this.agreements = agreements;
        this.sessions = sessions;
        this.checkIns = checkIns;
        this.budgets = budgets;
        this.bodies = bodies;
        this.consents = consents;
        this.certifications = certifications;
        this.current = current;
        this.people = people;
        this.mails = mails;
        this.press = press;
        this.audit = audit;
        this.messages = messages;
        this.dates = dates;
    }

    /** A table of the file: its name there, a line of headings, lines of cells. */
    public record Table(String file, List<String> head, List<List<String>> lines) {}

    /** In the order of the index. */
    public List<Table> tables(Journey journey) {
        return List.of(
                agreementsOf(journey),
                funding(journey),
                plannedOf(journey),
                attendance(journey),
                hours(journey),
                checkInsOf(journey),
                exchanges(journey),
                results(journey));
    }

    /** The index with a synthesis, as PDF. Takes some tenths of a second: not to be called inside a transaction. */
    public byte[] index(Journey journey, List<Table> tables, List<String> documents, Instant at) {
        Support support = supports.find(journey.id()).orElseThrow();
        Map<String, Object> facts = new HashMap<>();
        facts.put("caseNumber", journey.caseNumber());
        facts.put("candidate", name(journey.candidate()));
        facts.put("adviser", name(support.adviser()));
        facts.put(
                "supportBody",
                bodies.find(support.body()).map(SupportBody::name).orElse("—"));
        facts.put("certification", certifications.get(journey.certification()));
        facts.put("madeAt", dates.moment(at));
        facts.put("madeBy", name(current.get().id()));
        facts.put("documents", documents);
        facts.put("tables", tables);
        facts.put("attendance", attendance(journey));
        facts.put("hours", hours(journey).lines());
        return press.press("support-record", journey.certifyingBody(), Locale.FRENCH, facts);
    }

    private Table agreementsOf(Journey journey) {
        return new Table(
                "conventions.csv",
                heads(
                        "version",
                        "state",
                        "hours",
                        "from",
                        "until",
                        "price",
                        "proposed-by",
                        "proposed-at",
                        "answered-at",
                        "hash"),
                agreements.of(journey.id()).stream()
                        .map(one -> List.of(
                                String.valueOf(one.version()),
                                say(one.state().messageKey()),
                                number(one.terms().hours()),
                                one.terms().startsOn().toString(),
                                one.terms().endsOn().toString(),
                                number(one.terms().price()),
                                name(one.proposedBy()),
                                moment(one.proposedAt()),
                                moment(one.answeredAt()),
                                one.pdf() == null ? "" : one.pdf().hex()))
                        .toList());
    }

    private Table funding(Journey journey) {
        List<List<String>> lines = new ArrayList<>();
        for (SupportAgreement agreement : agreements.of(journey.id())) {
            for (Funding one : agreement.funding()) {
                lines.add(List.of(
                        String.valueOf(agreement.version()),
                        say(one.source().messageKey()),
                        one.payer() == null ? "" : one.payer(),
                        number(one.amount()),
                        say(one.state().messageKey()),
                        one.askedOn().toString(),
                        one.answeredOn() == null ? "" : one.answeredOn().toString(),
                        name(one.statedBy())));
            }
        }
        return new Table(
                "financements.csv",
                heads("version", "source", "payer", "amount", "state", "asked-on", "answered-on", "stated-by"),
                lines);
    }

    private Table plannedOf(Journey journey) {
        return new Table(
                "seances-prevues.csv",
                heads("at", "hours", "place", "state", "moves", "reason", "number"),
                planned.all(journey.id()).stream()
                        .map(one -> List.of(
                                moment(one.startsAt()),
                                number(one.hours()),
                                say(one.place().messageKey()),
                                say("support.planned.state." + one.state()),
                                String.valueOf(one.sequence()),
                                one.reason() == null ? "" : one.reason(),
                                one.number() == null ? "" : one.number().toString()))
                        .toList());
    }

    private Table attendance(Journey journey) {
        return new Table(
                "emargement.csv",
                heads("number", "at", "hours", "attendance", "place", "adviser", "adviser-signed", "candidate-signed"),
                sessions.of(journey.id()).stream()
                        .map(one -> List.of(
                                String.valueOf(one.number()),
                                moment(one.heldAt()),
                                number(one.hours()),
                                say(one.attendance().messageKey()),
                                one.place() == null ? "" : say(one.place().messageKey()),
                                name(one.adviser()),
                                moment(one.recordedAt()),
                                signature(one)))
                        .toList());
    }

    private String signature(SupportSession session) {
        if (session.isSigned()) {
            return moment(session.answer().at());
        }
        if (session.isDisputed()) {
            return say("support.record.disputed", moment(session.answer().at()));
        }
        return session.awaitsSignature() ? say("support.record.unsigned") : "";
    }

    private Table hours(Journey journey) {
        HoursBudget budget = budgets.of(journey);
        return new Table(
                "heures.csv",
                heads("what", "hours"),
                List.of(
                        List.of(say("support.hours.agreed"), budget.agreed() == null ? "" : number(budget.agreed())),
                        List.of(say("support.hours.done"), number(budget.done())),
                        List.of(say("support.hours.planned"), number(budget.planned())),
                        List.of(say("support.hours.left"), budget.left() == null ? "" : number(budget.left())),
                        List.of(say("support.hours.remote"), number(budget.remote())),
                        List.of(say("support.hours.disputed"), number(budget.disputed()))));
    }

    private Table checkInsOf(Journey journey) {
        return new Table(
                "points.csv",
                heads("number", "asked-at", "again-at", "answer", "answered-at"),
                checkIns.of(journey.id()).stream()
                        .map(one -> List.of(
                                String.valueOf(one.number()),
                                moment(one.askedAt()),
                                moment(one.againAt()),
                                one.answer() == null ? "" : say(one.answer().messageKey()),
                                moment(one.answeredAt())))
                        .toList());
    }

    /** When somebody wrote to whom about the support; no content. */
    private Table exchanges(Journey journey) {
        return new Table(
                "echanges.csv",
                heads("queued-at", "to", "about", "sent-at"),
                mails.about(journey.id()).stream()
                        .filter(SupportRecord::ofSupport)
                        .map(mail -> List.of(
                                moment(mail.queuedAt()), name(mail.recipient()), mail.subject(), moment(mail.sentAt())))
                        .toList());
    }

    private static boolean ofSupport(MailSummary mail) {
        return mail.notification().startsWith("support-") || mail.notification().startsWith("livret2-review");
    }

    private Table results(Journey journey) {
        boolean decision = consents.decisionOpenTo(journey, current.get());
        boolean result = consents.resultOpenTo(journey, current.get());
        List<List<String>> lines = new ArrayList<>();
        for (AuditEntry entry : audit.of(journey.id().value())) {
            if (DECISIONS.contains(entry.action()) && decision || RESULTS.contains(entry.action()) && result) {
                lines.add(List.of(moment(entry.at()), say("support.record.event." + entry.action()), said(entry)));
            }
        }
        if (!decision || !result) {
            lines.add(List.of("", say("support.record.not-shared"), ""));
        }
        return new Table("resultats.csv", heads("at", "event", "said"), lines);
    }

    private static String said(AuditEntry entry) {
        return entry.facts().entrySet().stream()
                .filter(fact -> SAID.contains(fact.getKey()))
                .map(Map.Entry::getValue)
                .reduce((one, other) -> one + ", " + other)
                .orElse("");
    }

    private List<String> heads(String... names) {
        return java.util.Arrays.stream(names)
                .map(name -> say("support.record.head." + name))
                .toList();
    }

    private String moment(@Nullable Instant at) {
        return at == null ? "" : at.atZone(Dates.PARIS).toLocalDate() + " " + dates.time(at);
    }

    private static String number(java.math.BigDecimal number) {
        return number.stripTrailingZeros().toPlainString().replace('.', ',');
    }

    private String name(@Nullable PersonId person) {
        return person == null
                ? "—"
                : people.find(person).map(Person::displayName).orElse("—");
    }

    private String say(String key, Object... values) {
        return messages.getMessage(key, values, Locale.FRENCH);
    }
}
