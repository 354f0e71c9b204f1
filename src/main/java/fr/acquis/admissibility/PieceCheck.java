package fr.acquis.admissibility;

import fr.acquis.certification.Regulation;
import fr.acquis.certification.RequiredPiece;
import fr.acquis.evidence.Evidence;
import fr.acquis.evidence.EvidenceKind;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which pieces the règlement asks of this livret 1, and which files answer each. */
public final class PieceCheck {

    private static final String DIPLOMA = "DIPLOMA";

    private static final Map<String, Set<EvidenceKind>> KINDS = Map.of(
            "IDENTITY",
            EnumSet.of(EvidenceKind.IDENTITY_DOCUMENT),
            "EXPERIENCE",
            EnumSet.of(
                    EvidenceKind.PAYSLIP,
                    EvidenceKind.HOME_EMPLOYMENT_STATEMENT,
                    EvidenceKind.WORK_CERTIFICATE,
                    EvidenceKind.EMPLOYER_ATTESTATION,
                    EvidenceKind.HOME_EMPLOYER_ATTESTATION,
                    EvidenceKind.VOLUNTEERING_ATTESTATION,
                    EvidenceKind.CAREER_STATEMENT,
                    EvidenceKind.EMPLOYMENT_CONTRACT,
                    EvidenceKind.BUSINESS_REGISTRATION,
                    EvidenceKind.CARER_ATTESTATION),
            "PREREQUISITE",
            EnumSet.of(EvidenceKind.DIPLOMA, EvidenceKind.TRAINING_CERTIFICATE),
            DIPLOMA,
            EnumSet.of(EvidenceKind.DIPLOMA, EvidenceKind.TRAINING_CERTIFICATE),
            "OTHER",
            EnumSet.of(
                    EvidenceKind.CURRICULUM_VITAE,
                    EvidenceKind.SCHEDULE,
                    EvidenceKind.WORK_SAMPLE,
                    EvidenceKind.PHOTO,
                    EvidenceKind.SWORN_STATEMENT,
                    EvidenceKind.FEASIBILITY_FILE,
                    EvidenceKind.OTHER));

    /** The sworn statement is the last page of the form itself, and nothing is filed without it. */
    private static final String SWORN_IN_THE_FORM = "SWORN_STATEMENT";

    private PieceCheck() {}

    /** One piece asked for, and what was given. */
    public record PieceState(RequiredPiece piece, boolean needed, List<Evidence> given) {

        public boolean missing() {
            return needed && given.isEmpty();
        }
    }

    public static List<PieceState> of(Livret1 livret, Regulation regulation, List<Evidence> held) {
        List<PieceState> states = new ArrayList<>();
        for (RequiredPiece piece : regulation.requiredPieces()) {
            if (piece.code().equals(SWORN_IN_THE_FORM)) {
                continue;
            }
            Set<EvidenceKind> kinds = kinds(piece.code());
            states.add(new PieceState(
                    piece,
                    needed(piece, livret),
                    held.stream()
                            .filter(evidence -> evidence.stands() && kinds.contains(evidence.kind()))
                            .toList()));
        }
        return List.copyOf(states);
    }

    /** The pieces that may prove a dispensation. */
    public static List<Evidence> proofs(List<Evidence> held) {
        return held.stream()
                .filter(evidence -> evidence.stands() && kinds(DIPLOMA).contains(evidence.kind()))
                .toList();
    }

    /** The kinds of file that answer a piece; a code of a règlement that is not known here takes any a person chooses. */
    public static Set<EvidenceKind> kinds(String code) {
        return KINDS.getOrDefault(code, EnumSet.copyOf(EvidenceKind.chosen()));
    }

    private static boolean needed(RequiredPiece piece, Livret1 livret) {
        return switch (piece.need()) {
            case REQUIRED -> true;
            case OPTIONAL -> false;
            case WHEN_CLAIMED ->
                switch (piece.code()) {
                    case "PREREQUISITE" ->
                        livret.request().prerequisites().stream().anyMatch(line -> Boolean.TRUE.equals(line.held()));
                    case DIPLOMA -> !livret.dispensations().blocks().isEmpty();
                    default -> false;
                };
        };
    }
}
