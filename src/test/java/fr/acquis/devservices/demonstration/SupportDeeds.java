package fr.acquis.devservices.demonstration;

import fr.acquis.identity.SignedIn;
import fr.acquis.support.Support.Choice;
import fr.acquis.support.Supports;
import fr.acquis.worklist.TaskKind;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** Who accompanies a candidate, or nobody. */
final class SupportDeeds {

    /** The certifier's own team. */
    static final String OWN = "";

    private final Acting acting;
    private final Cast cast;
    private final Supports supports;

    SupportDeeds(Acting acting, Cast cast, Supports supports) {
        this.acting = acting;
        this.cast = cast;
        this.supports = supports;
    }

    Deed wantsNone() {
        return chooses(Choice.NONE);
    }

    Deed wantsLater() {
        return chooses(Choice.LATER);
    }

    private Deed chooses(Choice choice) {
        return Deed.asked(
                TaskKind.CHOOSE_SUPPORT,
                stage -> acting.run(stage.candidate(), () -> supports.choose(stage.journey(), choice, null)));
    }

    Deed chooses(String office) {
        return Deed.asked(
                TaskKind.CHOOSE_SUPPORT,
                stage -> acting.run(
                        stage.candidate(), () -> supports.choose(stage.journey(), Choice.BODY, cast.office(office))));
    }

    Deed namesAdviser(String office) {
        return Deed.asked(TaskKind.ASSIGN_ADVISER, stage -> {
            SignedIn adviser = cast.adviser(office);
            acting.answer(
                    adviser,
                    stage.journey(),
                    TaskKind.ASSIGN_ADVISER,
                    Map.of(
                            "adviserId",
                            adviser.id().toString(),
                            "firstSessionAt",
                            acting.formMoment(acting.now().plus(Duration.ofDays(7))),
                            "place",
                            office.equals(Cast.LYON) ? "REMOTE" : "ON_SITE",
                            "messageToAdviser",
                            "Commencer par choisir deux situations de travail par bloc."));
        });
    }

    /** @param next in how many days the next session is; 0 when this was the last */
    Deed holdsSession(String office, String notes, String nextStep, int next) {
        return Deed.asked(TaskKind.HOLD_SUPPORT_SESSION, stage -> {
            Instant now = acting.now();
            Map<String, Object> given = new HashMap<>(Map.of(
                    "heldAt",
                    acting.formMoment(now.minus(Duration.ofHours(2))),
                    "hours",
                    2,
                    "attendance",
                    "PRESENT",
                    "notes",
                    notes,
                    "nextStep",
                    nextStep,
                    "continuation",
                    next == 0 ? "END" : "ANOTHER_SESSION"));
            if (next > 0) {
                given.put("nextSessionAt", acting.formMoment(now.plus(Duration.ofDays(next))));
            }
            acting.answer(cast.adviser(office), stage.journey(), TaskKind.HOLD_SUPPORT_SESSION, given);
        });
    }
}
