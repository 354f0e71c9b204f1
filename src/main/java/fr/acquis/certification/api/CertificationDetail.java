package fr.acquis.certification.api;

import fr.acquis.certification.Regime;
import fr.acquis.certification.Regulation;
import fr.acquis.certification.RequiredPiece;
import fr.acquis.certification.SkillBlock;
import fr.acquis.certification.Standard;
import java.time.Period;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A certification with its blocs and what its règlement asks today.
 *
 * @param explanation why VAE is not open; null when it is
 * @param decisionDelay after which silence accepts, ISO 8601: {@code P2M}
 * @param validity of an accepted request, ISO 8601
 */
record CertificationDetail(
        CertificationSummary certification,
        @Nullable String explanation,
        Regime regime,
        String decisionDelay,
        String validity,
        int requestsPerCertificationAndYear,
        int requestsPerYear,
        List<AskedPiece> pieces,
        List<Bloc> blocks) {

    record AskedPiece(String code, String label, RequiredPiece.Need need) {}

    record Bloc(String code, String title, List<BlocSkill> skills) {

        static Bloc of(SkillBlock block) {
            return new Bloc(
                    block.code().value(),
                    block.title(),
                    block.skills().stream()
                            .map(skill -> new BlocSkill(skill.code(), skill.statement(), skill.criteria()))
                            .toList());
        }
    }

    record BlocSkill(String code, String statement, List<String> criteria) {}

    static CertificationDetail of(
            CertificationSummary summary, @Nullable String explanation, Regulation regulation, Standard standard) {
        return new CertificationDetail(
                summary,
                explanation,
                regulation.regime(),
                iso(regulation.decisionDelay()),
                iso(regulation.validity()),
                regulation.applicationsPerCertificationAndYear(),
                regulation.applicationsPerYear(),
                regulation.requiredPieces().stream()
                        .map(piece -> new AskedPiece(piece.code(), piece.label(), piece.need()))
                        .toList(),
                standard.blocks().stream().map(Bloc::of).toList());
    }

    private static String iso(Period period) {
        return period.toString();
    }
}
