package fr.acquis.livret2.api;

import fr.acquis.evidence.EvidenceKind;
import fr.acquis.livret2.Content;
import fr.acquis.livret2.Livret2;
import fr.acquis.livret2.Proof;
import fr.acquis.livret2.Question;
import fr.acquis.livret2.Review;
import fr.acquis.platform.api.Moments;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Livret 2 of one attempt, as its reader may see it.
 *
 * @param sharedAt since when the adviser may read it
 * @param writable whether the caller may change it now
 * @param incomplete skills with something missing; none of them holds a deposit back
 * @param reviews sent back in this attempt, for the candidate only
 */
record Livret2Detail(
        UUID journey,
        int attempt,
        Livret2.State state,
        OffsetDateTime openedAt,
        @Nullable OffsetDateTime sharedAt,
        boolean writable,
        boolean reviewable,
        int incomplete,
        List<Integer> earlierAttempts,
        List<WrittenBlock> blocks,
        List<ReturnedReview> reviews) {

    record WrittenBlock(String code, String title, List<WrittenSkill> skills) {

        static WrittenBlock of(Content.Bloc bloc) {
            return new WrittenBlock(
                    bloc.code().value(),
                    bloc.title(),
                    bloc.skills().stream().map(WrittenSkill::of).toList());
        }
    }

    record WrittenSkill(
            UUID id,
            String code,
            String statement,
            List<String> criteria,
            Map<Question, String> answers,
            List<LinkedProof> proofs,
            boolean complete) {

        static WrittenSkill of(Content.Entry entry) {
            return new WrittenSkill(
                    entry.skill().value(),
                    entry.code(),
                    entry.statement(),
                    entry.criteria(),
                    Arrays.stream(Question.values()).collect(Collectors.toMap(one -> one, entry::answer)),
                    entry.proofs().stream().map(LinkedProof::of).toList(),
                    entry.complete());
        }
    }

    /** @param pages where to look; null for all of it */
    record LinkedProof(
            UUID evidence,
            EvidenceKind kind,
            @Nullable String pages,
            @Nullable String comment) {

        static LinkedProof of(Proof proof) {
            return new LinkedProof(proof.evidence().value(), proof.kind(), proof.pages(), proof.comment());
        }
    }

    /** @param remarks by the skill's id */
    record ReturnedReview(
            int number,
            OffsetDateTime askedAt,
            @Nullable String wish,
            Map<UUID, String> remarks,
            @Nullable String general,
            @Nullable OffsetDateTime returnedAt) {

        static ReturnedReview of(Review review) {
            return new ReturnedReview(
                    review.number(),
                    Moments.of(review.askedAt()),
                    review.wish(),
                    review.remarks().entrySet().stream()
                            .collect(Collectors.toMap(remark -> remark.getKey().value(), Map.Entry::getValue)),
                    review.general(),
                    Moments.of(review.returnedAt()));
        }
    }
}
