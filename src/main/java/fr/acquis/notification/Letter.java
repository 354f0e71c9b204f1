package fr.acquis.notification;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a letter to a candidate says: facts, in the words of the case's regime. Sentences of law and of the règlement
 * (rules, sources, effects) come from the caller, because they differ by regime; the letter around them is ours.
 */
public sealed interface Letter
        permits Letter.Receipt,
                Letter.CompletionRequest,
                Letter.Admissible,
                Letter.NotAdmissible,
                Letter.TacitDecision,
                Letter.EmployerAttestation,
                Letter.LeaveRequest,
                Letter.Abandonment,
                Letter.Closing,
                LaterLetter {

    /** Names the letter's template, and its kind in lists. */
    LetterTemplate template();

    /**
     * Accusé de réception de la demande (livret 1).
     *
     * @param decision until when the certifying body decides
     * @param silence what happens without an answer by then: "votre demande est réputée recevable"
     */
    record Receipt(LocalDate receivedOn, LegalDate decision, String silence) implements Letter {

        @Override
        public LetterTemplate template() {
            return LetterTemplate.RECEIPT;
        }
    }

    /**
     * Demande de compléments: all missing pieces at once.
     *
     * @param answerBy until when the pieces are asked for; null when no date is set
     * @param decision the legal date as it stands with this request
     * @param clock what this request does to the legal date, as a sentence
     */
    record CompletionRequest(
            LocalDate receivedOn,
            List<MissingPiece> missing,
            @Nullable LocalDate answerBy,
            LegalDate decision,
            String clock)
            implements Letter {

        public CompletionRequest {
            missing = List.copyOf(missing);
            if (missing.isEmpty()) {
                throw new IllegalArgumentException("a completion request names at least one missing piece");
            }
        }

        @Override
        public LetterTemplate template() {
            return LetterTemplate.COMPLETION_REQUEST;
        }
    }

    /**
     * A piece to be sent.
     *
     * @param expected what it must show or why it is asked for; null when its name says it
     */
    record MissingPiece(String name, @Nullable String expected) {}

    /**
     * Décision de recevabilité.
     *
     * @param scope the blocs the decision is for; empty for the whole certification
     * @param validity until when it holds; null when the règlement sets no end
     * @param comment what the deciding agent adds; null when nothing
     * @param nextSteps each as a sentence, in order
     */
    record Admissible(
            LocalDate decidedOn,
            List<String> scope,
            @Nullable LegalDate validity,
            @Nullable String comment,
            List<String> nextSteps)
            implements Letter {

        public Admissible {
            scope = List.copyOf(scope);
            nextSteps = List.copyOf(nextSteps);
        }

        @Override
        public LetterTemplate template() {
            return LetterTemplate.ADMISSIBLE;
        }
    }

    /** Décision de non-recevabilité, reasoned. */
    record NotAdmissible(LocalDate decidedOn, List<Reason> reasons, Appeal appeal) implements Letter {

        public NotAdmissible {
            reasons = List.copyOf(reasons);
            if (reasons.isEmpty()) {
                throw new IllegalArgumentException("a refusal is reasoned");
            }
        }

        @Override
        public LetterTemplate template() {
            return LetterTemplate.NOT_ADMISSIBLE;
        }
    }

    /**
     * One reason of a decision.
     *
     * @param criterion what was examined
     * @param reason the gap that was found
     * @param advice what would close it; null when there is none to give
     * @param options what the person may do now
     */
    record Reason(String criterion, String reason, @Nullable String advice, List<String> options) {

        public Reason {
            options = List.copyOf(options);
        }
    }

    /**
     * Attestation de décision implicite d'acceptation.
     *
     * @param deadline the legal date that passed without an answer, with its rule and source
     * @param validity until when the recevability holds; null when the règlement sets no end
     */
    record TacitDecision(
            LocalDate receivedOn,
            LegalDate deadline,
            @Nullable LegalDate validity,
            List<String> nextSteps) implements Letter {

        public TacitDecision {
            nextSteps = List.copyOf(nextSteps);
        }

        @Override
        public LetterTemplate template() {
            return LetterTemplate.TACIT_DECISION;
        }
    }

    /**
     * Attestation de recevabilité, for the employer: that the request is accepted, nothing of the file.
     *
     * @param tacit silence accepted it
     * @param scope the blocs the decision is for; empty for the whole certification
     */
    record EmployerAttestation(
            LocalDate acceptedOn,
            boolean tacit,
            List<String> scope,
            @Nullable LegalDate validity) implements Letter {

        public EmployerAttestation {
            scope = List.copyOf(scope);
        }

        @Override
        public LetterTemplate template() {
            return LetterTemplate.EMPLOYER_ATTESTATION;
        }
    }

    /**
     * Demande d'autorisation d'absence au titre du congé de VAE: from the candidate to the employer.
     *
     * @param employer null when the candidate fills it in by hand
     * @param hours of working time asked for
     * @param rules what the law gives each side, each with its text
     */
    record LeaveRequest(@Nullable String employer, LocalDate from, int hours, List<String> scope, List<String> rules)
            implements Letter {

        public LeaveRequest {
            scope = List.copyOf(scope);
            rules = List.copyOf(rules);
        }

        @Override
        public LetterTemplate template() {
            return LetterTemplate.LEAVE_REQUEST;
        }
    }

    /**
     * Confirmation d'abandon.
     *
     * @param blocksKept blocs acquired before, kept for life
     * @param effects what it means for the case, each as a sentence
     */
    record Abandonment(LocalDate abandonedOn, List<String> blocksKept, List<String> effects) implements Letter {

        public Abandonment {
            blocksKept = List.copyOf(blocksKept);
            effects = List.copyOf(effects);
        }

        @Override
        public LetterTemplate template() {
            return LetterTemplate.ABANDONMENT;
        }
    }

    /** Clôture du dossier par le certificateur: reasoned, open to appeal, and it can be reopened. */
    record Closing(LocalDate closedOn, List<Reason> reasons, List<String> blocksKept, Appeal appeal) implements Letter {

        public Closing {
            reasons = List.copyOf(reasons);
            blocksKept = List.copyOf(blocksKept);
            if (reasons.isEmpty()) {
                throw new IllegalArgumentException("a closing is reasoned");
            }
        }

        @Override
        public LetterTemplate template() {
            return LetterTemplate.CLOSING;
        }
    }
}
