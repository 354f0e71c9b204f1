package fr.acquis.admissibility.api;

import fr.acquis.admissibility.CompletionAnswers;
import fr.acquis.admissibility.CompletionAnswers.PieceAnswer;
import fr.acquis.admissibility.CompletionRequest;
import fr.acquis.admissibility.Decision;
import fr.acquis.admissibility.Outcome;
import fr.acquis.admissibility.ProposedDecision;
import fr.acquis.admissibility.RefusalReason;
import fr.acquis.admissibility.api.Livret1Detail.Livret1Piece;
import fr.acquis.platform.api.Moments;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What is sent to decide, and what is answered. */
final class DecisionRecords {

    private DecisionRecords() {}

    /**
     * @param task the open task to decide; null when nobody is asked now
     * @param facts as the rules were told them, named as in bpmn/README.md
     */
    record Examination(
            @Nullable UUID task,
            @Nullable String holder,
            @Nullable RulesProposal proposal,
            Map<String, Object> facts,
            List<Livret1Piece> pieces) {}

    /** What the rules propose, never more than that. */
    record RulesProposal(String orientation, List<String> reasons) {}

    record AdmissibleWish(@Size(max = 4000) @Nullable String comment) {}

    record RefusalWish(
            @Size(max = 4000) @Nullable String comment,
            @NotEmpty @Size(max = 20) List<@Valid @NotNull GivenReason> reasons) {}

    /**
     * @param criterion what was examined
     * @param reason the gap that was found
     * @param advice what would close it
     * @param options what the person may do now
     */
    record GivenReason(
            @NotBlank @Size(max = 500) String criterion,
            @NotBlank @Size(max = 4000) String reason,
            @Size(max = 4000) @Nullable String advice,
            @Size(max = 10) @Nullable List<@NotBlank @Size(max = 500) String> options) {

        static GivenReason of(RefusalReason reason) {
            return new GivenReason(reason.criterion(), reason.reason(), reason.advice(), reason.options());
        }
    }

    /** @param note what the author of the proposal should look at again */
    record ReturnWish(@Size(max = 2000) @Nullable String note) {}

    /** A decision that waits for a second person; nothing is sent before. */
    record WaitingDecision(
            UUID journey,
            Outcome outcome,
            String proposedBy,
            OffsetDateTime proposedAt,
            @Nullable String comment,
            List<GivenReason> reasons) {

        static WaitingDecision of(ProposedDecision proposal, String author) {
            return new WaitingDecision(
                    proposal.journey().value(),
                    proposal.outcome(),
                    author,
                    Moments.of(proposal.proposedAt()),
                    proposal.comment(),
                    proposal.reasons().stream().map(GivenReason::of).toList());
        }
    }

    record CompletionWish(
            @NotEmpty @Size(max = 30) List<@Valid @NotNull AskedFor> pieces,
            @Nullable LocalDate answerBy) {}

    /** @param expected what it must show, or why it is asked for */
    record AskedFor(
            @NotBlank @Size(max = 200) String name,
            @Size(max = 1000) @Nullable String expected) {}

    /** @param validUntil last day it may be used; null for a refusal, or where the règlement sets no end */
    record TakenDecision(
            UUID journey,
            Outcome outcome,
            OffsetDateTime decidedAt,
            @Nullable LocalDate validUntil,
            @Nullable String comment,
            List<GivenReason> reasons) {

        static TakenDecision of(Decision decision) {
            return new TakenDecision(
                    decision.journey().value(),
                    decision.outcome(),
                    Moments.of(decision.decidedAt()),
                    decision.validUntil(),
                    decision.comment(),
                    decision.reasons().stream().map(GivenReason::of).toList());
        }
    }

    /** @param answeredAt null while it waits for the candidate */
    record AskedCompletion(
            int number,
            OffsetDateTime requestedAt,
            @Nullable LocalDate answerBy,
            List<CompletionPiece> pieces,
            @Nullable OffsetDateTime answeredAt) {

        static AskedCompletion of(CompletionRequest request, List<PieceAnswer> answers) {
            return new AskedCompletion(
                    request.number(),
                    Moments.of(request.requestedAt()),
                    request.answerBy(),
                    answers.stream().map(CompletionPiece::of).toList(),
                    Moments.of(request.answeredAt()));
        }
    }

    /**
     * @param number its place in the request, what an answer is addressed to
     * @param text what the candidate answered, or why it cannot be given
     */
    record CompletionPiece(
            int number,
            String name,
            @Nullable String expected,
            CompletionAnswers.State state,
            @Nullable String text,
            List<UUID> evidence) {

        static CompletionPiece of(PieceAnswer answer) {
            return new CompletionPiece(
                    answer.number(),
                    answer.piece().name(),
                    answer.piece().expected(),
                    answer.state(),
                    answer.text(),
                    answer.files().stream().map(file -> file.id().value()).toList());
        }
    }
}
