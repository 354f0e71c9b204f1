package fr.acquis.devservices.demonstration;

import fr.acquis.award.Appeal;
import fr.acquis.award.Appeals;
import fr.acquis.award.Closing;
import fr.acquis.award.Closings;
import fr.acquis.award.Deliveries;
import fr.acquis.award.NextStep;
import fr.acquis.award.NextSteps;
import fr.acquis.journey.LegalClock;
import fr.acquis.training.TrainingAction;
import fr.acquis.training.TrainingPlans;
import fr.acquis.training.TrainingProgress;
import fr.acquis.worklist.TaskKind;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** After a decision: what the candidate does next, the plan, the appeal, the CPNE, the end. */
final class AwardDeeds {

    private final Acting acting;
    private final Cast cast;
    private final NextSteps steps;
    private final TrainingPlans plans;
    private final TrainingProgress progress;
    private final Appeals appeals;
    private final Closings closings;
    private final Deliveries deliveries;

    AwardDeeds(
            Acting acting,
            Cast cast,
            NextSteps steps,
            TrainingPlans plans,
            TrainingProgress progress,
            Appeals appeals,
            Closings closings,
            Deliveries deliveries) {
        this.acting = acting;
        this.cast = cast;
        this.steps = steps;
        this.plans = plans;
        this.progress = progress;
        this.appeals = appeals;
        this.closings = closings;
        this.deliveries = deliveries;
    }

    Deed chooses(NextStep next) {
        return Deed.asked(
                TaskKind.CHOOSE_NEXT,
                stage -> acting.run(stage.candidate(), () -> steps.choose(stage.journey(), next)));
    }

    Deed isProposedAPlan() {
        return Deed.asked(TaskKind.COMPLETE_PLAN, stage -> {
            LocalDate today = LocalDate.ofInstant(acting.now(), LegalClock.ZONE);
            List<String> missing = plans.latest(stage.journey()).orElseThrow().missing().stream()
                    .map(code -> code.value())
                    .toList();
            acting.answer(
                    cast.agent(stage),
                    stage.journey(),
                    TaskKind.COMPLETE_PLAN,
                    Map.of(
                            "actions",
                            List.of(
                                    Map.of(
                                            "kind",
                                            "EXPERIENCE",
                                            "blocks",
                                            missing,
                                            "title",
                                            "Conduire deux dossiers de bout en bout avec un collègue",
                                            "startsOn",
                                            today.plusDays(7).toString(),
                                            "endsOn",
                                            today.plusDays(60).toString()),
                                    Map.of(
                                            "kind",
                                            "TRAINING",
                                            "blocks",
                                            missing.subList(0, 1),
                                            "title",
                                            "Formation courte sur le premier bloc manquant",
                                            "provider",
                                            "Centre de formation Exemple",
                                            "startsOn",
                                            today.plusDays(20).toString(),
                                            "endsOn",
                                            today.plusDays(24).toString(),
                                            "hours",
                                            21,
                                            "cost",
                                            840,
                                            "funding",
                                            "CPF")),
                            "adviceToCandidate",
                            "Gardez la trace de chaque dossier : elle servira de preuve devant le jury.",
                            "reviewOn",
                            today.plusDays(90).toString()));
        });
    }

    Deed acceptsThePlan() {
        return Deed.asked(
                TaskKind.ACCEPT_PLAN, stage -> acting.run(stage.candidate(), () -> plans.accept(stage.journey())));
    }

    /** The experience is under way, the training has its first quote. */
    Deed beginsThePlan() {
        return Deed.asked(
                TaskKind.FOLLOW_PLAN,
                stage -> acting.run(cast.agent(stage), () -> {
                    LocalDate today = LocalDate.ofInstant(acting.now(), LegalClock.ZONE);
                    for (TrainingAction action :
                            plans.latest(stage.journey()).orElseThrow().actions()) {
                        if (action.needsQuotes()) {
                            progress.addQuote(
                                    stage.journey(),
                                    action.id(),
                                    new TrainingAction.Quote(
                                            "Centre de formation Exemple", new BigDecimal("840.00"), today));
                        } else {
                            progress.move(stage.journey(), action.id(), TrainingAction.State.RUNNING);
                        }
                    }
                }));
    }

    Deed isReady() {
        return Deed.asked(
                TaskKind.FOLLOW_PLAN,
                stage -> acting.run(cast.agent(stage), () -> progress.declareReady(stage.journey())));
    }

    Deed appeals(String reasons) {
        return Deed.unasked(stage -> acting.run(stage.candidate(), () -> appeals.file(stage.journey(), reasons)));
    }

    Deed isAnswered(Appeal.Outcome outcome, String answer) {
        return Deed.asked(
                TaskKind.EXAMINE_APPEAL,
                stage -> acting.run(cast.manager(), () -> appeals.examine(stage.journey(), outcome, answer)));
    }

    Deed isDelivered() {
        return Deed.asked(
                TaskKind.DELIVER_CERTIFICATE,
                stage -> acting.run(cast.cpne(), () -> {
                    Deliveries.Answer answer =
                            deliveries.deliver(List.of(stage.journey())).getFirst();
                    if (!answer.done()) {
                        throw new IllegalStateException(answer.messageKey());
                    }
                }));
    }

    Deed isClosed() {
        return Deed.unasked(stage -> acting.run(
                cast.manager(),
                () -> closings.close(
                        stage.journey(),
                        List.of(new Closing.Reason(
                                "Identité du candidat",
                                "Le justificatif demandé trois fois n’a pas été produit ; le candidat, appelé, souhaite"
                                        + " reprendre plus tard.",
                                "Une nouvelle demande peut être déposée dès que le justificatif est disponible.")))));
    }
}
