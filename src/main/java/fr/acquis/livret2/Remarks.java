package fr.acquis.livret2;

import fr.acquis.certification.SkillId;
import fr.acquis.journey.Journey;
import fr.acquis.journey.Journeys;
import fr.acquis.livret2.store.RemarkAnswerRows;
import fr.acquis.shared.BusinessRefusal;
import fr.acquis.shared.BusinessRefusal.Kind;
import fr.acquis.shared.JourneyId;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Remarks that were sent back: the candidate answers them and says what is done, the adviser reads it at the next review. */
@Service
@Transactional
public class Remarks {

    private final Reviews reviews;
    private final RemarkAnswerRows answers;
    private final Livret2s livrets;
    private final Writing writing;
    private final Journeys journeys;
    private final Clock clock;

    Remarks(
            Reviews reviews,
            RemarkAnswerRows answers,
            Livret2s livrets,
            Writing writing,
            Journeys journeys,
            Clock clock) {
        this.reviews = reviews;
        this.answers = answers;
        this.livrets = livrets;
        this.writing = writing;
        this.journeys = journeys;
        this.clock = clock;
    }

    /**
     * By skill, the newest first: for the candidate, and for whoever supports them while the livret is shared. Agents and jurors
     * read none: they are between those two.
     */
    @Transactional(readOnly = true)
    public Map<SkillId, List<Remark>> of(JourneyId id) {
        Livret2 livret = livrets.get(id);
        Journey journey = journeys.get(id);
        if (!livrets.readsDraft(journey, livret.attempt())) {
            return Map.of();
        }
        Map<Key, RemarkAnswerRows.Row> answered = answers.of(id, livret.attempt()).stream()
                .collect(Collectors.toMap(row -> new Key(row.review(), row.skill()), Function.identity()));
        return reviews.returned(id, livret.attempt()).stream()
                .flatMap(review -> review.remarks().entrySet().stream()
                        .map(said -> remark(review, said, answered.get(new Key(review.number(), said.getKey())))))
                .collect(Collectors.groupingBy(Remark::skill));
    }

    private static Remark remark(
            Review review, Map.Entry<SkillId, String> said, RemarkAnswerRows.@Nullable Row answered) {
        return new Remark(
                review.number(),
                said.getKey(),
                said.getValue(),
                review.returnedAt(),
                answered == null ? null : answered.answer(),
                answered == null ? null : answered.doneAt());
    }

    /** The candidate's answer; an empty one takes it back. */
    public void answer(JourneyId id, int review, SkillId skill, @Nullable String answer, boolean done) {
        if (!writing.mayWrite(journeys.get(id))) {
            throw new BusinessRefusal(Kind.CONFLICT, "livret2.refused.not-writable");
        }
        Remark remark = of(id).getOrDefault(skill, List.of()).stream()
                .filter(one -> one.review() == review)
                .findFirst()
                .orElseThrow(Livret2s::unknown);
        String said = answer == null || answer.isBlank() ? null : answer.strip();
        if (said != null && said.length() > Reviews.LONGEST_REMARK) {
            throw new BusinessRefusal(Kind.INVALID, "livret2.refused.too-long", Reviews.LONGEST_REMARK);
        }
        Instant now = clock.instant();
        Instant doneAt = !done ? null : remark.done() ? remark.doneAt() : now;
        answers.save(id, livrets.get(id).attempt(), new RemarkAnswerRows.Row(review, skill, said, doneAt), now);
    }

    private record Key(int review, SkillId skill) {}
}
