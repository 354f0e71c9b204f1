package fr.acquis.notification;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The letters of a case whose request was accepted: from the deposit of livret 2 to the result and what follows it. */
public sealed interface LaterLetter extends Letter {

    /**
     * Récépissé de dépôt du dossier de validation (livret 2).
     *
     * @param depositedAt the hour with its zone, as a phrase
     * @param exactMoment to the second, with what the zone is from UTC (ISO 8601)
     * @param attempt which presentation of the livret it is, from 1
     * @param deposit which deposit of this attempt it is, from 1
     * @param pieces the proofs in the order of the file
     * @param pages of the assembled file
     * @param fileHash SHA-256 of the assembled file
     * @param seal the lines whose hash proves the whole, as sha256sum writes them
     * @param sealHash SHA-256 of these lines
     * @param incomplete how many skills were deposited with something missing
     * @param check until when the certifying body checks that the file is complete
     * @param jury before when the jury meets
     */
    record Livret2Receipt(
            LocalDate depositedOn,
            String depositedAt,
            String exactMoment,
            int attempt,
            int deposit,
            List<String> blocks,
            List<DepositedPiece> pieces,
            int pages,
            String fileHash,
            List<String> seal,
            String sealHash,
            int incomplete,
            LegalDate check,
            LegalDate jury)
            implements LaterLetter {

        public Livret2Receipt {
            blocks = List.copyOf(blocks);
            pieces = List.copyOf(pieces);
            seal = List.copyOf(seal);
        }

        @Override
        public LetterTemplate template() {
            return LetterTemplate.LIVRET2_RECEIPT;
        }
    }

    /**
     * A proof of a deposited file. Its file name is left out: it often names the person a document is about.
     *
     * @param page where it begins in the assembled file
     * @param hash SHA-256 of the piece as it was attached
     */
    record DepositedPiece(int number, String kind, int page, String hash) {}

    /**
     * Confirmation d'arrêt: the candidate stops after a result.
     *
     * @param blocksKept blocs acquired, kept for life
     * @param effects what it means and what stays possible, each as a sentence
     */
    record Stopped(LocalDate stoppedOn, List<String> blocksKept, List<String> effects) implements LaterLetter {

        public Stopped {
            blocksKept = List.copyOf(blocksKept);
            effects = List.copyOf(effects);
        }

        @Override
        public LetterTemplate template() {
            return LetterTemplate.STOPPED;
        }
    }

    /**
     * Réponse à un recours.
     *
     * @param about against what: "la décision de non-recevabilité de votre demande"
     * @param outcome what is decided, as a sentence
     * @param reasons why, in the words of who examined it
     * @param appeal what can still be done; null when the appeal is upheld
     */
    record AppealDecision(
            LocalDate filedOn,
            LocalDate decidedOn,
            String about,
            String outcome,
            String reasons,
            List<String> blocksKept,
            @Nullable Appeal appeal)
            implements LaterLetter {

        public AppealDecision {
            blocksKept = List.copyOf(blocksKept);
            if (reasons.isBlank()) {
                throw new IllegalArgumentException("the answer to an appeal is reasoned");
            }
        }

        @Override
        public LetterTemplate template() {
            return LetterTemplate.APPEAL_DECISION;
        }
    }

    /**
     * Convocation devant le jury.
     *
     * @param place null when the jury meets by video only
     * @param videoLink null when the jury meets in a room
     * @param bring what to bring, each as a line
     */
    record Summons(
            Appointment when,
            @Nullable String place,
            @Nullable String videoLink,
            List<String> bring) implements LaterLetter {

        public Summons {
            bring = List.copyOf(bring);
            if (place == null && videoLink == null) {
                throw new IllegalArgumentException("a summons says where");
            }
        }

        @Override
        public LetterTemplate template() {
            return LetterTemplate.SUMMONS;
        }
    }

    /**
     * Notification du résultat du jury, bloc by bloc.
     *
     * @param outcome the result in one sentence
     * @param blocks what the jury looked at; empty when it did not decide
     * @param heldBefore blocs held already
     * @param delivery when the CPNE should deliver the certificate; null when there is none to deliver
     * @param appeal null where nothing is refused
     */
    record JuryResult(
            LocalDate heldOn,
            String outcome,
            List<Block> blocks,
            List<String> heldBefore,
            @Nullable LegalDate delivery,
            List<String> nextSteps,
            @Nullable Appeal appeal)
            implements LaterLetter {

        public JuryResult {
            blocks = List.copyOf(blocks);
            heldBefore = List.copyOf(heldBefore);
            nextSteps = List.copyOf(nextSteps);
            if (blocks.stream().anyMatch(block -> !block.obtained()) && appeal == null) {
                throw new IllegalArgumentException("a bloc refused is open to appeal");
            }
        }

        /** @param reasons null when none were written */
        public record Block(
                String title, boolean obtained, @Nullable String reasons) {}

        @Override
        public LetterTemplate template() {
            return LetterTemplate.JURY_RESULT;
        }
    }
}
