package fr.acquis.award;

import fr.acquis.admissibility.Decisions;
import fr.acquis.admissibility.FiledCase;
import fr.acquis.admissibility.RefusalReason;
import fr.acquis.award.JobsOfOtherRooms.JuryOfOtherRooms;
import fr.acquis.certification.CertificationId;
import fr.acquis.certification.SkillBlockCode;
import fr.acquis.devservices.ActingAs;
import fr.acquis.identity.Role;
import fr.acquis.identity.SignedIn;
import fr.acquis.journey.Journey;
import fr.acquis.journey.Journeys;
import fr.acquis.shared.JourneyId;
import fr.acquis.shared.PersonId;
import fr.acquis.worklist.TaskKind;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;

/** Candidates walked by the real rooms to where the award begins. */
class Walks {

    static final LocalDate BORN = FiledCase.BORN;

    private static final Duration SOON = FiledCase.SOON;

    private final ActingAs as;
    private final FiledCase cases;
    private final Journeys journeys;
    private final Decisions decisions;
    private final JuryOfOtherRooms jury;

    Walks(ActingAs as, FiledCase cases, Journeys journeys, Decisions decisions, JuryOfOtherRooms jury) {
        this.as = as;
        this.cases = cases;
        this.journeys = journeys;
        this.decisions = decisions;
        this.jury = jury;
    }

    static void await(Callable<Boolean> fact) {
        org.awaitility.Awaitility.await().atMost(SOON).until(fact);
    }

    static SignedIn candidate(PersonId id) {
        return new SignedIn(id, "Camille Exemple", Set.of(Role.CANDIDATE), null, null);
    }

    CertificationId certification() {
        return cases.certification(FiledCase.NUMBER).id();
    }

    List<SkillBlockCode> blocks() {
        return cases.codes(FiledCase.NUMBER);
    }

    JourneyId refused(SignedIn candidate, SignedIn by) {
        JourneyId id = cases.filed(candidate, FiledCase.NUMBER, Set.of());
        as.run(
                by,
                () -> decisions.declareNotAdmissible(
                        id,
                        null,
                        List.of(new RefusalReason("Rapport direct", "Aucune estimation.", "Une immersion."))));
        return id;
    }

    /** The jury's first result is told. */
    JourneyId judged(SignedIn candidate, List<SkillBlockCode> target, String outcome, List<SkillBlockCode> obtained) {
        JourneyId id = cases.filed(candidate, FiledCase.NUMBER, Set.copyOf(target));
        as.run(as.seeded(Role.AGENT), () -> decisions.declareAdmissible(id, null));
        jury.fileIsComplete(id);
        jury.judges(id, outcome, obtained);
        return id;
    }

    void task(JourneyId id, TaskKind kind) {
        cases.task(id, kind);
    }

    Journey journey(JourneyId id) {
        return journeys.find(id).orElseThrow();
    }
}
