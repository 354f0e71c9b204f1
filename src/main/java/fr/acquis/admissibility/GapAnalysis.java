package fr.acquis.admissibility;

import fr.acquis.certification.Certifications;
import fr.acquis.certification.Skill;
import fr.acquis.certification.SkillBlock;
import fr.acquis.evidence.Evidence;
import fr.acquis.evidence.Evidences;
import fr.acquis.journey.Journey;
import fr.acquis.journey.LegalClock;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What a candidate declares beside what the standard asks, bloc by bloc. It says where to read, not what to decide: words of
 * a skill found in the file are a place to look at, their absence proves nothing.
 */
@Service
@Transactional(readOnly = true)
public class GapAnalysis {

    private final Certifications certifications;
    private final Evidences evidences;
    private final Livret1s livrets;
    private final Clock clock;

    GapAnalysis(Certifications certifications, Evidences evidences, Livret1s livrets, Clock clock) {
        this.certifications = certifications;
        this.evidences = evidences;
        this.livrets = livrets;
        this.clock = clock;
    }

    /**
     * @param hours declared in all, parallel experiences added
     * @param proofs files that bear out an experience
     * @param blocks those the request is for
     */
    public record Reading(int hours, int proofs, List<BlockGap> blocks) {}

    /**
     * @param declared null when nothing was said
     * @param hours of the experiences whose words meet a skill of the bloc
     * @param experiences the roles of those experiences
     */
    public record BlockGap(
            SkillBlock block,
            Livret1.@Nullable Practised declared,
            @Nullable String comment,
            int hours,
            List<String> experiences,
            List<SkillSeen> skills) {

        public long seen() {
            return skills.stream().filter(SkillSeen::seen).count();
        }
    }

    /** @param seen whether words of the skill are found in what was declared */
    public record SkillSeen(Skill skill, boolean seen) {}

    public Reading of(Journey journey) {
        Livret1 livret = livrets.held(journey.id());
        Set<String> targeted = Set.copyOf(
                Livret1Check.targetedBlocks(livret.request(), certifications.standard(journey.certification())));
        return new Reading(
                ExperienceHours.declared(livret.experiences().experiences(), today()),
                (int) evidences.held(journey.id()).stream()
                        .filter(Evidence::stands)
                        .filter(piece -> PieceCheck.kinds("EXPERIENCE").contains(piece.kind()))
                        .count(),
                certifications.standard(journey.certification()).blocks().stream()
                        .filter(block -> targeted.contains(block.code().value()))
                        .map(block -> gap(block, livret))
                        .toList());
    }

    private BlockGap gap(SkillBlock block, Livret1 livret) {
        Livret1.BlockActivity said = livret.activities().of(block.code().value());
        String comment = said == null ? null : said.comment();
        List<Livret1.Experience> near = livret.experiences().experiences().stream()
                .filter(experience -> block.skills().stream()
                        .anyMatch(skill -> SharedWords.meet(skill.statement(), text(experience))))
                .toList();
        return new BlockGap(
                block,
                said == null ? null : said.practised(),
                comment,
                ExperienceHours.declared(near, today()),
                near.stream().map(Livret1.Experience::role).toList(),
                block.skills().stream()
                        .map(skill -> new SkillSeen(
                                skill,
                                SharedWords.meet(skill.statement(), comment)
                                        || near.stream()
                                                .anyMatch(one -> SharedWords.meet(skill.statement(), text(one)))))
                        .toList());
    }

    private static String text(Livret1.Experience experience) {
        return experience.role() + " " + experience.description();
    }

    private LocalDate today() {
        return clock.instant().atZone(LegalClock.ZONE).toLocalDate();
    }
}
