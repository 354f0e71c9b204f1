package fr.acquis.devservices.demonstration;

import static fr.acquis.devservices.demonstration.Paths.ESTATE;
import static fr.acquis.devservices.demonstration.Paths.FAMILIES;
import static fr.acquis.devservices.demonstration.Paths.MAINTENANCE;
import static fr.acquis.devservices.demonstration.Roles.man;
import static fr.acquis.devservices.demonstration.Roles.woman;

import fr.acquis.admissibility.Livret1.Status;
import fr.acquis.award.Appeal;
import fr.acquis.devservices.demonstration.Roles.Place;
import fr.acquis.worklist.TaskKind;
import java.util.List;

/** Requests: drafts, filed ones, decisions and appeals. */
final class StorylinesOfRequests {

    private static final String GROUNDS =
            "La décision ne tient compte que de mon poste actuel. Mon emploi précédent couvre les autres blocs, comme le"
                    + " montre le certificat joint.";

    private final Paths to;

    StorylinesOfRequests(Paths to) {
        this.to = to;
    }

    List<Storyline> all() {
        return List.of(
                new Storyline("draft", woman("Aya", "Maquette", 1994, Place.NANTES), FAMILIES)
                        .ago(3, to.filing.begins()),
                new Storyline("second-draft", man("Tibo", "Ébauche", 1988, Status.JOB_SEEKER, Place.LYON), ESTATE)
                        .ago(1, to.filing.begins()),
                to.filed(new Storyline("filed", woman("Nour", "Fictif", 1990, Place.RENNES), ESTATE), 2)
                        .untilAsked(TaskKind.DECIDE_ADMISSIBILITY),
                to.filed(new Storyline("filed-weeks-ago", man("Ilan", "Gabarit", 1979, Place.ANGERS), MAINTENANCE), 41)
                        .untilAsked(TaskKind.DECIDE_ADMISSIBILITY),
                to.filed(new Storyline("law-is-near", woman("Maya", "Esquisse", 1985, Place.NANTES), FAMILIES), 52)
                        .ago(20, to.filing.takes(TaskKind.DECIDE_ADMISSIBILITY))
                        .untilAsked(TaskKind.DECIDE_ADMISSIBILITY),
                to.filed(new Storyline("to-complete", man("Sohan", "Prototype", 1992, Place.GRENOBLE), MAINTENANCE), 19)
                        .ago(11, to.filing.asksForPieces())
                        .untilAsked(TaskKind.COMPLETE_LIVRET1),
                to.filed(new Storyline("completed", woman("Zélie", "Exemple", 1981, Place.BREST), ESTATE), 30)
                        .ago(21, to.filing.asksForPieces())
                        .ago(5, to.filing.completes())
                        .untilAsked(TaskKind.DECIDE_ADMISSIBILITY),
                to.admitted(new Storyline("admitted", man("Malo", "Modèle", 1987, Place.NANTES), ESTATE), 33, 4)
                        .untilAsked(TaskKind.CHOOSE_SUPPORT),
                to.filed(new Storyline("tacit", woman("Inaya", "Essai", 1976, Place.LYON), FAMILIES), 96)
                        .ago(31, to.filing.keepsSilence())
                        .ago(29, to.support.wantsLater())
                        .untilAsked(TaskKind.WRITE_LIVRET2),
                to.filed(
                                new Storyline(
                                        "refused",
                                        man("Eliott", "Témoin", 1996, Status.JOB_SEEKER, Place.RENNES),
                                        ESTATE),
                                47)
                        .ago(12, to.filing.refuses()),
                to.filed(new Storyline("refused-for-good", woman("Lison", "Figurante", 1991, Place.LYON), ESTATE), 206)
                        .ago(172, to.filing.refuses())
                        .ago(109, to.filing.letsTheTimeForAnAppealPass()),
                to.filed(new Storyline("appealed", woman("Capucine", "Ébauche", 1983, Place.ANGERS), FAMILIES), 62)
                        .ago(31, to.filing.refuses())
                        .ago(8, to.award.appeals(GROUNDS))
                        .untilAsked(TaskKind.EXAMINE_APPEAL),
                to.filed(new Storyline("appeal-upheld", man("Nino", "Imaginaire", 1980, Place.NANTES), MAINTENANCE), 80)
                        .ago(49, to.filing.refuses())
                        .ago(33, to.award.appeals(GROUNDS))
                        .ago(
                                9,
                                to.award.isAnswered(
                                        Appeal.Outcome.NEW_DECISION,
                                        "Le certificat de travail n’avait pas été examiné : la demande est reprise."))
                        .untilAsked(TaskKind.DECIDE_ADMISSIBILITY),
                to.filed(new Storyline("appeal-dismissed", woman("Romy", "Gabarit", 1998, Place.GRENOBLE), ESTATE), 76)
                        .ago(50, to.filing.refuses())
                        .ago(36, to.award.appeals(GROUNDS))
                        .ago(
                                13,
                                to.award.isAnswered(
                                        Appeal.Outcome.DISMISSED,
                                        "L’emploi précédent relève aussi de l’accueil ; il ne touche pas les blocs"
                                                + " visés.")),
                to.alone(new Storyline("abandoned", man("Yanis", "Maquette", 1993, Place.LYON), FAMILIES), 190, 160)
                        .ago(118, to.filing.abandons()),
                to.filed(new Storyline("closed", woman("Salomé", "Prototype", 1989, Place.BREST), ESTATE), 140)
                        .ago(131, to.filing.asksForPieces())
                        .ago(66, to.award.isClosed()),
                to.alone(new Storyline("paused", woman("Jade", "Témoin", 1986, Place.NANTES), FAMILIES), 150, 121)
                        .ago(88, to.writing.writes(30))
                        .ago(40, to.filing.pauses())
                        .untilAsked(TaskKind.WRITE_LIVRET2));
    }
}
