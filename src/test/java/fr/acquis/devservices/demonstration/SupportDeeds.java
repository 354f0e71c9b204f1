package fr.acquis.devservices.demonstration;

import fr.acquis.identity.SignedIn;
import fr.acquis.journey.LegalClock;
import fr.acquis.support.Attendances;
import fr.acquis.support.Funding;
import fr.acquis.support.Support.Choice;
import fr.acquis.support.SupportAgreement.Terms;
import fr.acquis.support.SupportAgreements;
import fr.acquis.support.Supports;
import fr.acquis.worklist.TaskKind;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Who accompanies a candidate, or nobody. */
final class SupportDeeds {

    /** The certifier's own team. */
    static final String OWN = "";

    private final Acting acting;
    private final Cast cast;
    private final Supports supports;
    private final SupportAgreements agreements;
    private final Attendances attendances;

    SupportDeeds(Acting acting, Cast cast, Supports supports, SupportAgreements agreements, Attendances attendances) {
        this.acting = acting;
        this.cast = cast;
        this.supports = supports;
        this.agreements = agreements;
        this.attendances = attendances;
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

    /** The adviser proposes an agreement on so many hours, an OPCO asked to pay; the candidate signs it. */
    Deed agrees(String office, int hours) {
        return Deed.unasked(stage -> {
            LocalDate today = LocalDate.ofInstant(acting.now(), LegalClock.ZONE);
            long price = hours * 7_500L;
            if (agreements.of(stage.journey()).isEmpty()) {
                acting.run(
                        cast.adviser(office),
                        () -> agreements.propose(
                                stage.journey(),
                                new Terms(
                                        BigDecimal.valueOf(hours),
                                        "Choisir les situations de travail, écrire le livret 2, préparer l’entretien.",
                                        today,
                                        today.plusMonths(6),
                                        price,
                                        null,
                                        null),
                                List.of(new Funding.Asked(Funding.Source.OPCO, "OPCO de l’Exemple", price, today))));
            }
            acting.run(stage.candidate(), () -> agreements.sign(stage.journey(), 1));
        });
    }

    /** The candidate signs that a session was held as the report says. */
    Deed signsAttendance(int session) {
        return Deed.unasked(stage -> acting.run(stage.candidate(), () -> attendances.sign(stage.journey(), session)));
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
