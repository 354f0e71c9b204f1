package fr.acquis.training.web;

import fr.acquis.certification.Certifications;
import fr.acquis.certification.SkillBlock;
import fr.acquis.certification.SkillBlockCode;
import fr.acquis.certification.Standard;
import fr.acquis.journey.Journey;
import fr.acquis.training.TrainingAction;
import fr.acquis.training.TrainingPlan;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** A plan as pages show it: blocs by their titles. */
@Component
class PlanReading {

    private final Certifications certifications;

    PlanReading(Certifications certifications) {
        this.certifications = certifications;
    }

    /**
     * @param missing titles of the blocs to obtain
     * @param total what the actions cost together
     */
    record Shown(TrainingPlan plan, List<String> missing, List<Line> lines, BigDecimal total) {}

    record Line(TrainingAction action, List<String> blocks) {}

    Shown of(Journey journey, TrainingPlan plan) {
        Standard standard = certifications.standard(journey.certification());
        return new Shown(
                plan,
                titles(standard, plan.missing()),
                plan.actions().stream()
                        .map(action -> new Line(action, titles(standard, action.blocks())))
                        .toList(),
                plan.actions().stream()
                        .map(TrainingAction::cost)
                        .filter(Objects::nonNull)
                        .reduce(BigDecimal.ZERO, BigDecimal::add));
    }

    private static List<String> titles(Standard standard, List<SkillBlockCode> codes) {
        return codes.stream()
                .map(code -> standard.block(code).map(SkillBlock::title).orElse(code.value()))
                .toList();
    }
}
