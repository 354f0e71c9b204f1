package fr.acquis.devservices.demonstration;

import static fr.acquis.devservices.demonstration.Paths.ESTATE;
import static fr.acquis.devservices.demonstration.Paths.FAMILIES;
import static fr.acquis.devservices.demonstration.Paths.MAINTENANCE;
import static fr.acquis.devservices.demonstration.Roles.man;
import static fr.acquis.devservices.demonstration.Roles.woman;

import fr.acquis.admissibility.Livret1;
import fr.acquis.admissibility.Livret1.Status;
import fr.acquis.devservices.DevelopmentConfiguration;
import fr.acquis.devservices.demonstration.Roles.Place;
import fr.acquis.identity.Role;
import fr.acquis.worklist.TaskKind;
import java.time.LocalDate;
import java.util.List;

/** Support, livret 2, and what comes before the jury. */
final class StorylinesOfWriting {

    private static final String OWN = SupportDeeds.OWN;

    private static final String FIRST_NOTES =
            "Lecture du référentiel bloc par bloc. Choix de deux situations de travail pour chacun.";
    private static final String FIRST_STEP = "Écrire la première situation et réunir deux preuves.";
    private static final String NEXT_NOTES =
            "Relecture des trois premières compétences. Le geste est clair, le résultat manque encore.";
    private static final String NEXT_STEP = "Ajouter un résultat pour chaque compétence écrite.";

    private static final String QUESTION =
            "Bonjour, est-ce que mon agenda de l’an dernier peut servir de preuve, si je cache les noms ?";
    private static final String ANSWER =
            "Bonjour, oui : choisissez deux semaines parlantes et cachez les noms à l’envoi. À la prochaine séance.";

    private final Paths to;

    StorylinesOfWriting(Paths to) {
        this.to = to;
    }

    List<Storyline> all() {
        return List.of(
                supported(new Storyline("mine", camille(), FAMILIES), OWN, 92)
                        .ago(14, to.writing.writes(60))
                        .ago(3, to.exchange.adviserWrites(OWN, "Avez-vous retrouvé l’attestation de votre employeur ?"))
                        .untilAsked(TaskKind.WRITE_LIVRET2),
                to.admitted(
                                new Storyline(
                                        "waits-for-adviser", woman("Louane", "Modèle", 1995, Place.NANTES), FAMILIES),
                                57,
                                22)
                        .ago(6, to.support.chooses(Cast.NANTES))
                        .untilAsked(TaskKind.ASSIGN_ADVISER),
                supported(new Storyline("supported", man("Marius", "Fictif", 1984, Place.LYON), ESTATE), Cast.LYON, 118)
                        .ago(9, to.writing.writes(45))
                        .ago(2, to.exchange.candidateAnswersByMail("Puis-je venir avec deux bulletins de plus jeudi ?"))
                        .ago(
                                2,
                                to.exchange.adviserNotes(
                                        Cast.LYON, "Avance bien ; a besoin d’être rassuré sur l’oral."))
                        .untilAsked(TaskKind.HOLD_SUPPORT_SESSION),
                supported(new Storyline("in-review", woman("Anouk", "Essai", 1978, Place.RENNES), ESTATE), OWN, 131)
                        .ago(20, to.writing.writes(100))
                        .ago(6, to.writing.asksReview())
                        .untilAsked(TaskKind.REVIEW_LIVRET2),
                supported(
                                new Storyline("reviewed", man("Lubin", "Esquisse", 1990, Place.NANTES), FAMILIES),
                                Cast.NANTES,
                                140)
                        .ago(26, to.writing.writes(100))
                        .ago(18, to.writing.asksReview())
                        .ago(4, to.writing.sendsBack(Cast.NANTES))
                        .untilAsked(TaskKind.WRITE_LIVRET2),
                to.alone(
                                new Storyline(
                                        "slow",
                                        woman("Margot", "Imaginaire", 1972, Status.SELF_EMPLOYED, Place.ANGERS),
                                        ESTATE),
                                268,
                                231)
                        .ago(120, to.writing.writes(25))
                        .untilAsked(TaskKind.WRITE_LIVRET2),
                to.deposited(
                                new Storyline("deposited", woman("Élise", "Gabarit", 1982, Place.GRENOBLE), ESTATE),
                                160,
                                128,
                                4)
                        .untilAsked(TaskKind.CHECK_FILE),
                to.deposited(
                                new Storyline("check-is-late", man("Robin", "Exemple", 1977, Place.BREST), FAMILIES),
                                171,
                                140,
                                19)
                        .untilAsked(TaskKind.CHECK_FILE),
                to.deposited(
                                new Storyline("problem", woman("Lilou", "Témoin", 1986, Place.LYON), MAINTENANCE),
                                168,
                                133,
                                17)
                        .ago(9, to.writing.finds(false))
                        .untilAsked(TaskKind.COMPLETE_LIVRET2),
                to.deposited(
                                new Storyline("at-work", man("Timothée", "Modèle", 1991, Place.NANTES), MAINTENANCE),
                                177,
                                139,
                                24)
                        .ago(17, to.writing.finds(true))
                        .untilAsked(TaskKind.ASSESS_AT_WORK),
                to.toPlan(
                                new Storyline("to-plan", woman("Clarisse", "Maquette", 1980, Place.RENNES), ESTATE),
                                190,
                                151,
                                22)
                        .untilAsked(TaskKind.PLAN_HEARING),
                to.toPlan(
                                new Storyline("to-plan-too", man("Anatole", "Ébauche", 1974, Place.NANTES), ESTATE),
                                201,
                                165,
                                37)
                        .untilAsked(TaskKind.PLAN_HEARING),
                to.toPlan(
                                new Storyline("jury-is-late", woman("Hélène", "Prototype", 1969, Place.LYON), FAMILIES),
                                260,
                                229,
                                104)
                        .untilAsked(TaskKind.PLAN_HEARING));
    }

    /** Two sessions held, a third to come. */
    private Storyline supported(Storyline line, String office, int filed) {
        int admitted = filed - 31;
        return to.admitted(line, filed, admitted)
                .ago(admitted - 3, to.support.chooses(office))
                .ago(admitted - 6, to.support.namesAdviser(office))
                .ago(admitted - 7, to.support.agrees(office, 20))
                .ago(admitted - 13, to.support.holdsSession(office, FIRST_NOTES, FIRST_STEP, 20))
                .ago(admitted - 14, to.support.signsAttendance(1))
                .ago(admitted - 23, to.exchange.candidateWrites(QUESTION))
                .ago(admitted - 24, to.exchange.adviserWrites(office, ANSWER))
                .ago(admitted - 33, to.support.holdsSession(office, NEXT_NOTES, NEXT_STEP, admitted - 33 + 6));
    }

    /** The candidate of the sign-in page. */
    private static CandidateRole camille() {
        return new CandidateRole(
                "Camille",
                "Exemple",
                Livret1.Gender.WOMAN,
                LocalDate.of(1985, 3, 14),
                Status.EMPLOYEE,
                "Nantes",
                "44000",
                DevelopmentConfiguration.account(Role.CANDIDATE).email());
    }
}
