package fr.acquis.livret2;

import fr.acquis.audit.Audit;
import fr.acquis.certification.SkillId;
import fr.acquis.identity.CurrentPerson;
import fr.acquis.identity.Role;
import fr.acquis.identity.SignedIn;
import fr.acquis.journey.CaseMembers;
import fr.acquis.journey.Journey;
import fr.acquis.journey.Journeys;
import fr.acquis.livret2.Livret2.State;
import fr.acquis.livret2.store.Livret2Rows;
import fr.acquis.livret2.store.ReviewRows;
import fr.acquis.notification.Livret2Notification;
import fr.acquis.notification.NotificationId;
import fr.acquis.notification.Notifications;
import fr.acquis.shared.BusinessRefusal;
import fr.acquis.shared.BusinessRefusal.Kind;
import fr.acquis.shared.JourneyId;
import fr.acquis.worklist.TaskKind;
import fr.acquis.worklist.Worklist;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The adviser's remarks, skill by skill; they change nothing in the candidate's words. */
@Service
@Transactional
public class Reviews {

    public static final int LONGEST_REMARK = 2_000;

    private final ReviewRows reviews;
    private final Livret2Rows rows;
    private final Journeys journeys;
    private final CaseMembers members;
    private final Worklist worklist;
    private final Notifications notifications;
    private final References references;
    private final Livret2Dates dates;
    private final CurrentPerson current;
    private final Audit audit;
    private final Clock clock;

    Reviews(
            ReviewRows reviews,
            Livret2Rows rows,
            Journeys journeys,
            CaseMembers members,
            Worklist worklist,
            Notifications notifications,
            References references,
            Livret2Dates dates,
            CurrentPerson current,
            Audit audit,
            Clock clock) {
        this.reviews = reviews;
        this.rows = rows;
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

    /** The review under way, for the adviser who has it. */
    @Transactional(readOnly = true)
    public Review mine(JourneyId id) {
        requireAdviser(id);
        return open(id).orElseThrow(() -> new BusinessRefusal(Kind.CONFLICT, "livret2.refused.no-review"));
    }

    @Transactional(readOnly = true)
    public Optional<Review> open(JourneyId id) {
        return latestAttempt(id)
                .flatMap(attempt ->
                        reviews.of(id, attempt).stream().filter(Review::open).findFirst());
    }

    /** Reviews sent back in this attempt, the newest first: what the candidate reads beside each skill. */
    @Transactional(readOnly = true)
    public List<Review> returned(JourneyId id, int attempt) {
        return reviews.of(id, attempt).reversed().stream()
                .filter(review -> !review.open())
                .toList();
    }

    /** Keeps remarks without sending them. */
    public void save(JourneyId id, Map<SkillId, String> remarks, @Nullable String general) {
        Review review = mine(id);
        Map<SkillId, String> said = remarks.entrySet().stream()
                .filter(remark -> !remark.getValue().isBlank())
                .collect(Collectors.toMap(
                        Map.Entry::getKey, remark -> limited(remark.getValue().strip())));
        String overall = general == null || general.isBlank() ? null : limited(general.strip());
        boolean kept = reviews.save(new Review(
                id, review.attempt(), review.number(), review.askedAt(), review.wish(), said, overall, null));
        if (!kept) {
            throw new BusinessRefusal(Kind.CONFLICT, "livret2.refused.no-review");
        }
    }

    /** Gives the livret back to its author with the remarks. */
    public void sendBack(JourneyId id, Map<SkillId, String> remarks, @Nullable String general) {
        requireAdviser(id);
        Journey journey = journeys.lock(id);
        save(id, remarks, general);
        Review review = mine(id);
        reviews.sendBack(review, current.get().id(), clock.instant());
        rows.state(id, review.attempt(), State.WRITING);
        worklist.submit(id, TaskKind.REVIEW_LIVRET2, Map.of("livret2Due", Journeys.engineDate(dates.writeBy(journey))));
        audit.record(id.value(), "review-livret2", Map.of("number", Integer.toString(review.number())));
        notifications.tell(
                NotificationId.about(
                        id, "livret2-reviewed/" + review.attempt() + "/" + review.number(), journey.candidate()),
                journey.candidate(),
                new Livret2Notification.Livret2Reviewed(references.of(journey), references.path(id)));
    }

    private void requireAdviser(JourneyId id) {
        journeys.get(id);
        SignedIn me = current.get();
        if (!members.of(id, Role.ADVISER).contains(me.id())) {
            throw new BusinessRefusal(Kind.FORBIDDEN, "livret2.refused.not-the-adviser");
        }
    }

    private Optional<Integer> latestAttempt(JourneyId id) {
        return rows.all(id).stream().map(Livret2Rows.Row::attempt).findFirst();
    }

    private static String limited(String text) {
        if (text.length() > LONGEST_REMARK) {
            throw new BusinessRefusal(Kind.INVALID, "livret2.refused.too-long", LONGEST_REMARK);
        }
        return text;
    }
}
