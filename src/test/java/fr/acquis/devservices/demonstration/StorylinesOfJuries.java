package fr.acquis.devservices.demonstration;

import static fr.acquis.devservices.demonstration.Paths.ESTATE;
import static fr.acquis.devservices.demonstration.Paths.FAMILIES;
import static fr.acquis.devservices.demonstration.Paths.MAINTENANCE;
import static fr.acquis.devservices.demonstration.Roles.man;
import static fr.acquis.devservices.demonstration.Roles.woman;

import fr.acquis.admissibility.Livret1.Status;
import fr.acquis.award.Appeal;
import fr.acquis.award.NextStep;
import fr.acquis.devservices.demonstration.Roles.Place;
import fr.acquis.jury.Outcome;
import fr.acquis.worklist.TaskKind;
import java.util.List;
import java.util.stream.Stream;

/** Juries to come, under way and over, and everything a result leads to. */
final class StorylinesOfJuries {

    private final Paths to;

    StorylinesOfJuries(Paths to) {
        this.to = to;
    }

    List<Storyline> all() {
        return Stream.of(sessions(), results(), plans(), certified())
                .flatMap(List::stream)
                .toList();
    }

    private List<Storyline> sessions() {
        return List.of(
                toCome(new Storyline("summoned", woman("Ophélie", "Figurante", 1983, Place.NANTES), ESTATE), 19),
                toCome(new Storyline("summoned-too", man("Gabin", "Imaginaire", 1975, Place.RENNES), ESTATE), 19),
                toCome(new Storyline("summoned-families", woman("Yaëlle", "Exemple", 1988, Place.LYON), FAMILIES), 33),
                to.toPlan(
                                new Storyline("jury-today", woman("Solène", "Essai", 1981, Place.ANGERS), ESTATE),
                                214,
                                180,
                                62)
                        .ago(51, to.jury.isEnteredFor(0))
                        .ago(0, to.jury.isEvaluatedInPart(6))
                        .untilAsked(TaskKind.EVALUATE),
                to.toPlan(
                                new Storyline("jury-today-too", man("Achille", "Témoin", 1990, Place.BREST), ESTATE),
                                208,
                                177,
                                60)
                        .ago(49, to.jury.isEnteredFor(0))
                        .untilAsked(TaskKind.EVALUATE),
                to.atTheJury(
                                new Storyline(
                                        "in-deliberation", woman("Suzie", "Fictif", 1979, Place.NANTES), FAMILIES),
                                196,
                                3)
                        .ago(3, to.jury.isEvaluated(3))
                        .untilAsked(TaskKind.DELIBERATE));
    }

    private Storyline toCome(Storyline line, int inDays) {
        return to.toPlan(line, 205 + inDays, 168, 52).ago(33, to.jury.isEnteredFor(-inDays));
    }

    private List<Storyline> results() {
        return List.of(
                to.judged(new Storyline("cpne", man("Léandre", "Modèle", 1986, Place.GRENOBLE), ESTATE), 201, 12, 6)
                        .untilAsked(TaskKind.DELIVER_CERTIFICATE),
                to.judged(
                                new Storyline("cpne-too", woman("Noémie", "Esquisse", 1973, Place.NANTES), ESTATE),
                                207,
                                12,
                                6)
                        .untilAsked(TaskKind.DELIVER_CERTIFICATE),
                to.judged(
                                new Storyline("cpne-is-late", woman("Flore", "Maquette", 1968, Place.LYON), FAMILIES),
                                232,
                                41,
                                3)
                        .untilAsked(TaskKind.DELIVER_CERTIFICATE),
                to.judged(
                                new Storyline("some-blocs", woman("Alice", "Ébauche", 1992, Place.RENNES), ESTATE),
                                197,
                                12,
                                4)
                        .untilAsked(TaskKind.CHOOSE_NEXT),
                to.judged(new Storyline("no-bloc", man("Côme", "Prototype", 1997, Place.ANGERS), FAMILIES), 189, 24, 0)
                        .untilAsked(TaskKind.CHOOSE_NEXT),
                to.judged(
                                new Storyline("stopped", woman("Victoire", "Gabarit", 1984, Place.BREST), FAMILIES),
                                301,
                                122,
                                2)
                        .ago(109, to.award.chooses(NextStep.STOP)),
                notHeard(
                        new Storyline("excused", woman("Céleste", "Imaginaire", 1987, Place.NANTES), ESTATE),
                        12,
                        Outcome.EXCUSED),
                notHeard(
                        new Storyline(
                                "absent", man("Titouan", "Fictif", 1995, Status.JOB_SEEKER, Place.LYON), FAMILIES),
                        24,
                        Outcome.ABSENT),
                notHeard(
                        new Storyline("adjourned", man("Basile", "Essai", 1982, Place.GRENOBLE), MAINTENANCE),
                        31,
                        Outcome.ADJOURNED),
                to.judged(
                                new Storyline("result-appealed", woman("Ninon", "Témoin", 1985, Place.LYON), FAMILIES),
                                226,
                                26,
                                1)
                        .ago(20, to.award.appeals("Je n’ai pas pu présenter la deuxième situation, faute de temps."))
                        .ago(
                                8,
                                to.award.isAnswered(
                                        Appeal.Outcome.NEW_JURY,
                                        "Le procès-verbal confirme un entretien écourté : un nouveau jury se réunira."))
                        .untilAsked(TaskKind.PLAN_HEARING));
    }

    private Storyline notHeard(Storyline line, int heard, Outcome outcome) {
        String why = outcome == Outcome.ADJOURNED
                ? "Un membre du jury a dû quitter la séance : la décision est reportée."
                : "Constaté à l’ouverture de la séance.";
        return to.atTheJury(line, 185 + heard, heard)
                .ago(heard, to.jury.isNotHeard(outcome, why))
                .untilAsked(TaskKind.PLAN_HEARING);
    }

    private List<Storyline> plans() {
        return List.of(
                continued(
                                new Storyline("plan-to-draft", woman("Agathe", "Modèle", 1980, Place.NANTES), FAMILIES),
                                41,
                                1)
                        .untilAsked(TaskKind.COMPLETE_PLAN),
                continued(new Storyline("plan-proposed", man("Raphaël", "Exemple", 1976, Place.RENNES), ESTATE), 74, 4)
                        .ago(50, to.award.isProposedAPlan())
                        .untilAsked(TaskKind.ACCEPT_PLAN),
                continued(new Storyline("plan-followed", woman("Iris", "Fictif", 1993, Place.LYON), ESTATE), 95, 3)
                        .ago(76, to.award.isProposedAPlan())
                        .ago(70, to.award.acceptsThePlan())
                        .ago(40, to.award.beginsThePlan())
                        .untilAsked(TaskKind.FOLLOW_PLAN),
                secondTry(new Storyline("second-jury", man("Ulysse", "Gabarit", 1989, Place.ANGERS), ESTATE), 172, 3)
                        .untilAsked(TaskKind.PLAN_HEARING));
    }

    private Storyline continued(Storyline line, int heard, int obtained) {
        return to.judged(line, heard + 186, heard, obtained).ago(heard - 12, to.award.chooses(NextStep.CONTINUE));
    }

    /** Some blocs at first, a plan, and the livret of the others deposited and complete. */
    private Storyline secondTry(Storyline line, int heard, int obtained) {
        return continued(line, heard, obtained)
                .ago(heard - 24, to.award.isProposedAPlan())
                .ago(heard - 29, to.award.acceptsThePlan())
                .ago(heard - 90, to.award.isReady())
                .ago(heard - 112, to.writing.writes(100))
                .ago(heard - 114, to.writing.deposits())
                .ago(heard - 119, to.writing.finds(true));
    }

    private List<Storyline> certified() {
        Storyline twice = secondTry(
                        new Storyline(
                                "certified-at-the-second", woman("Louise", "Maquette", 1971, Place.NANTES), FAMILIES),
                        238,
                        2)
                .ago(112, to.jury.isEnteredFor(62))
                .ago(62, to.jury.isEvaluated(1))
                .ago(62, to.jury.isDecided(1))
                .ago(47, to.award.isDelivered());
        return List.of(
                certified(
                        new Storyline("certified", woman("Mathilde", "Figurante", 1978, Place.LYON), FAMILIES),
                        408,
                        226),
                certified(
                        new Storyline("certified-too", woman("Ambre", "Prototype", 1974, Place.NANTES), FAMILIES),
                        391,
                        226),
                certified(
                        new Storyline("certified-estate", man("Ferdinand", "Ébauche", 1983, Place.RENNES), ESTATE),
                        372,
                        177),
                certified(
                        new Storyline(
                                "certified-maintenance", man("Sacha", "Imaginaire", 1987, Place.GRENOBLE), MAINTENANCE),
                        349,
                        150),
                certified(
                        new Storyline("certified-lately", woman("Thaïs", "Essai", 1981, Place.BREST), ESTATE), 282, 74),
                twice);
    }

    private Storyline certified(Storyline line, int filed, int heard) {
        return to.judged(line, filed, heard, Paths.all(line)).ago(heard - 15 - filed % 7, to.award.isDelivered());
    }
}
