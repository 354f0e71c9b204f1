package fr.acquis.livret2;

import fr.acquis.audit.Audit;
import fr.acquis.identity.CurrentPerson;
import fr.acquis.identity.Role;
import fr.acquis.journey.CaseMembers;
import fr.acquis.journey.Journey;
import fr.acquis.journey.Journeys;
import fr.acquis.livret2.Livret2.State;
import fr.acquis.livret2.store.DepositRows;
import fr.acquis.livret2.store.Livret2Rows;
import fr.acquis.livret2.store.ReviewRows;
import fr.acquis.notification.Livret2Notification;
import fr.acquis.notification.NotificationId;
import fr.acquis.notification.Notifications;
import fr.acquis.shared.BusinessRefusal;
import fr.acquis.shared.BusinessRefusal.Kind;
import fr.acquis.shared.JourneyId;
import fr.acquis.shared.PersonId;
import fr.acquis.worklist.TaskKind;
import fr.acquis.worklist.Worklist;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the candidate does with the livret as a whole: asks for a review, deposits it, deposits it again completed. */
@Service
@Transactional
public class Deposits {

    private static final int LONGEST_WISH = 2_000;

    private final Livret2Rows rows;
    private final DepositRows deposits;
    private final ReviewRows reviews;
    private final Contents contents;
    private final Journeys journeys;
    private final CaseMembers members;
    private final Worklist worklist;
    private final Notifications notifications;
    private final References references;
    private final Livret2Dates dates;
    private final CurrentPerson current;
    private final Audit audit;
    private final Clock clock;

    Deposits(
            Livret2Rows rows,
            DepositRows deposits,
            ReviewRows reviews,
            Contents contents,
            Journeys journeys,
            CaseMembers members,
            Worklist worklist,
            Notifications notifications,
            References references,
            Livret2Dates dates,
            CurrentPerson current,
            Audit audit,
            Clock clock) {
        this.rows = rows;
        this.deposits = deposits;
        this.reviews = reviews;
        this.contents = contents;
        this.journeys = journeys;
        this.members = members;
        this.worklist = worklist;
        this.notifications = notifications;
        this.references = references;
        this.dates = dates;
        this.current = current;
        this.audit = audit;
        this.clock = clock;
    }

    /** Whether there is an adviser to ask. */
    @Transactional(readOnly = true)
    public boolean mayAskReview(JourneyId id) {
        return !members.of(id, Role.ADVISER).isEmpty()
                && worklist.open(id, TaskKind.WRITE_LIVRET2).isPresent();
    }

    /**
     * Hands the livret to the adviser, who may read it from now on.
     *
     * @param wish what to look at first
     */
    public void askReview(JourneyId id, @Nullable String wish) {
        Journey journey = candidates(id);
        List<PersonId> advisers = members.of(id, Role.ADVISER);
        if (advisers.isEmpty()) {
            throw new BusinessRefusal(Kind.CONFLICT, "livret2.refused.no-adviser");
        }
        String said = wish == null || wish.isBlank() ? null : wish.strip();
        if (said != null && said.length() > LONGEST_WISH) {
            throw new BusinessRefusal(Kind.INVALID, "livret2.refused.too-long", LONGEST_WISH);
        }
        Livret2Rows.Row row = inHand(id, State.WRITING);
        Instant now = clock.instant();
        int number = reviews.of(id, row.attempt()).size() + 1;
        reviews.insert(id, row.attempt(), number, now, said, contents.of(journey, row));
        if (row.sharedAt() == null) {
            rows.share(id, row.attempt(), now);
        }
        rows.state(id, row.attempt(), State.IN_REVIEW);
        LocalDate by = dates.reviewBy(journey);
        worklist.submit(id, TaskKind.WRITE_LIVRET2, written(true, by));
        audit.record(id.value(), "ask-livret2-review", Map.of("number", Integer.toString(number)));
        for (PersonId adviser : advisers) {
            notifications.tell(
                    NotificationId.about(id, "livret2-review/" + row.attempt() + "/" + number, adviser),
                    adviser,
                    new Livret2Notification.Livret2ReviewAsked(
                            references.of(journey), by, references.path(id) + "/review"));
        }
    }

    /** Deposits the livret as it is: what is missing was shown, and does not hold it back. */
    public Deposit deposit(JourneyId id) {
        Journey journey = candidates(id);
        Livret2Rows.Row row = inHand(id, State.WRITING);
        Deposit deposit = lock(journey, row);
        worklist.submit(id, TaskKind.WRITE_LIVRET2, written(false, dates.reviewBy(journey)));
        return deposit;
    }

    /** Deposits it again after a problem that was found. */
    public Deposit complete(JourneyId id) {
        Journey journey = candidates(id);
        Livret2Rows.Row row = inHand(id, State.COMPLETING);
        Deposit deposit = lock(journey, row);
        worklist.submit(id, TaskKind.COMPLETE_LIVRET2, Map.of());
        return deposit;
    }

    /**
     * The deposit the process goes on with. A process that was brought past the writing by its operators without one gets what
     * is written: nothing a candidate wrote is left out of a file.
     */
    public Deposit atHand(JourneyId id, int attempt) {
        Journey journey = journeys.lock(id);
        return deposits.latest(id, attempt)
                .orElseGet(() -> lock(journey, rows.lock(id, attempt).orElseThrow(Livret2s::unknown)));
    }

    /** When the agent should have checked this deposit, and before when the jury meets: told to the process. */
    @Transactional(readOnly = true)
    public Map<String, Object> due(Deposit deposit) {
        Journey journey = journeys.find(deposit.journey()).orElseThrow();
        Instant first = deposits.of(journey.id(), deposit.attempt()).getFirst().depositedAt();
        return Map.of(
                "checkDue",
                Journeys.engineDate(Livret2Dates.endOf(dates.checkBy(journey, deposit.depositedAt()))),
                "juryDue",
                Journeys.engineDate(Livret2Dates.endOf(dates.juryBy(journey, first))));
    }

    private Deposit lock(Journey journey, Livret2Rows.Row row) {
        Content content = contents.of(journey, row);
        int number = deposits.of(journey.id(), row.attempt()).size() + 1;
        Instant now = clock.instant();
        Deposit deposit = deposits.insert(
                journey.id(),
                row.attempt(),
                number,
                now,
                journey.candidate(),
                content,
                content.pieces().size());
        rows.state(journey.id(), row.attempt(), State.DEPOSITED);
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("attempt", Integer.toString(row.attempt()));
        facts.put("number", Integer.toString(number));
        facts.put("pieces", Integer.toString(content.pieces().size()));
        facts.put("gaps", Integer.toString(deposit.gaps()));
        facts.put("sha256", deposit.contentHash().hex());
        audit.record(journey.id().value(), "deposit-livret2", facts);
        tell(journey, deposit);
        return deposit;
    }

    private void tell(Journey journey, Deposit deposit) {
        Instant first = deposits.of(journey.id(), deposit.attempt()).getFirst().depositedAt();
        notifications.tell(
                NotificationId.about(
                        journey.id(),
                        "livret2-deposited/" + deposit.attempt() + "/" + deposit.number(),
                        journey.candidate()),
                journey.candidate(),
                new Livret2Notification.Livret2Deposited(
                        references.of(journey),
                        Livret2Dates.day(deposit.depositedAt()),
                        dates.check(journey, deposit.depositedAt(), Locale.FRENCH),
                        dates.jury(journey, first, Locale.FRENCH),
                        "/journeys/" + journey.id()));
    }

    private static Map<String, Object> written(boolean reviewWanted, LocalDate reviewBy) {
        return Map.of("reviewWanted", reviewWanted, "reviewDue", Journeys.engineDate(Livret2Dates.endOf(reviewBy)));
    }

    private Journey candidates(JourneyId id) {
        Journey seen = journeys.get(id);
        if (!seen.candidate().equals(current.get().id())) {
            throw new BusinessRefusal(Kind.FORBIDDEN, "livret2.refused.not-the-candidate");
        }
        return journeys.lock(id);
    }

    private Livret2Rows.Row inHand(JourneyId id, State state) {
        return rows.all(id).stream()
                .findFirst()
                .flatMap(latest -> rows.lock(id, latest.attempt()))
                .filter(row -> row.state() == state)
                .orElseThrow(() -> new BusinessRefusal(Kind.CONFLICT, "livret2.refused.not-writable"));
    }
}
