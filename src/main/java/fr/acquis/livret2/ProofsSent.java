package fr.acquis.livret2;

import fr.acquis.certification.SkillId;
import fr.acquis.evidence.EvidenceId;
import fr.acquis.evidence.PieceWanted;
import fr.acquis.shared.BusinessRefusal;
import fr.acquis.shared.JourneyId;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** A piece sent from the page of a skill is linked to that skill. */
@Component
class ProofsSent implements PieceWanted {

    private static final String SKILL = "skill-";

    private final Livret2s livrets;
    private final Writing writing;

    ProofsSent(Livret2s livrets, Writing writing) {
        this.livrets = livrets;
        this.writing = writing;
    }

    @Override
    public void arrived(JourneyId journey, EvidenceId piece, String wanted) {
        if (!wanted.startsWith(SKILL)) {
            return;
        }
        try {
            SkillId skill = new SkillId(UUID.fromString(wanted.substring(SKILL.length())));
            if (!linked(journey, skill, piece)) {
                writing.link(journey, skill, piece, null, null);
            }
        } catch (BusinessRefusal | IllegalArgumentException noSuchPlace) {
            // The piece is among the candidate's pieces and can be linked by hand: nothing is lost.
        }
    }

    /** Told twice, it keeps the pages and the comment the candidate gave meanwhile. */
    private boolean linked(JourneyId journey, SkillId skill, EvidenceId piece) {
        return livrets.get(journey).content().entry(skill).stream()
                .flatMap(entry -> entry.proofs().stream())
                .anyMatch(proof -> proof.evidence().equals(piece));
    }
}
