package fr.acquis.award;

import fr.acquis.admissibility.Decisions;
import fr.acquis.admissibility.FiledCase;
import fr.acquis.award.AcquiredBlock.Source;
import fr.acquis.certification.SkillBlockCode;
import fr.acquis.devservices.ActingAs;
import fr.acquis.devservices.DevelopmentConfiguration;
import fr.acquis.devservices.RoomsAtRest;
import fr.acquis.identity.People;
import fr.acquis.identity.Role;
import fr.acquis.journey.Journey;
import fr.acquis.journey.Journeys;
import fr.acquis.journey.LegalClock;
import fr.acquis.shared.JourneyId;
import fr.acquis.workflow.Job;
import fr.acquis.workflow.Processes;
import fr.acquis.workflow.Worker;
import fr.acquis.worklist.TaskAssignment;
import fr.acquis.worklist.TaskKind;
import fr.acquis.worklist.Worklist;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.transaction.support.TransactionTemplate;

/** What support, livret 2, jury and training do between recevabilité and the award, as briefly as their contract allows. */
@TestConfiguration(proxyBeanMethods = false)
class JobsOfOtherRooms {

    /** Whose jobs are answered here instead. */
    @Bean
    static RoomsAtRest roomsAtRest() {
        return new RoomsAtRest(Set.of("support", "livret2", "jury", "training"));
    }

    @Bean
    JuryOfOtherRooms juryOfOtherRooms(
            AcquiredBlocks blocks,
            Journeys journeys,
            Worklist worklist,
            Processes processes,
            ActingAs as,
            TransactionTemplate transaction) {
        return new JuryOfOtherRooms(blocks, journeys, worklist, processes, as, transaction);
    }

    @Bean
    TaskAssignment seatsOfOtherRooms(People people) {
        return (journey, kind, subject) -> kind == TaskKind.EVALUATE || kind == TaskKind.DELIBERATE
                ? Optional.of(new TaskAssignment.To(
                        Role.JUROR,
                        people.findByEmail(DevelopmentConfiguration.account(Role.JUROR)
                                        .email())
                                .orElseThrow()
                                .id()))
                : Optional.empty();
    }

    @Bean
    Walks walks(ActingAs as, FiledCase cases, Journeys journeys, Decisions decisions, JuryOfOtherRooms jury) {
        return new Walks(as, cases, journeys, decisions, jury);
    }

    @Bean
    Worker prepareSupportOfOtherRooms() {
        return worker("prepare-support", job -> Map.of("choiceDue", soon()));
    }

    @Bean
    Worker closeSupportOfOtherRooms() {
        return worker("close-support", job -> Map.of());
    }

    @Bean
    Worker openLivret2OfOtherRooms() {
        return worker("open-livret2", job -> Map.of("livret2Due", soon()));
    }

    @Bean
    Worker assembleFileOfOtherRooms() {
        return worker("assemble-file", job -> Map.of("checkDue", soon(), "juryDue", soon()));
    }

    @Bean
    Worker prepareJuryOfOtherRooms() {
        return worker(
                "prepare-jury",
                job -> Map.of("workplaceAssessment", false, "assessmentDue", soon(), "planningDue", soon()));
    }

    @Bean
    Worker summonOfOtherRooms(JuryOfOtherRooms jury) {
        return worker("summon", jury::summon);
    }

    @Bean
    Worker checkResultClockOfOtherRooms() {
        return worker("check-result-clock", job -> Map.of("clockReached", false, "resultDue", soon()));
    }

    @Bean
    Worker notifyResultOfOtherRooms(JuryOfOtherRooms jury) {
        return worker("notify-result", jury::result);
    }

    @Bean
    Worker draftPlanOfOtherRooms() {
        return worker("draft-plan", job -> Map.of("planKey", job.journey() + ":1:plan", "planDue", soon()));
    }

    private static Worker worker(String type, Function<Job, Map<String, Object>> answer) {
        return new Worker() {
            @Override
            public String jobType() {
                return type;
            }

            @Override
            public Map<String, Object> handle(Job job, Object prepared) {
                return answer.apply(job);
            }
        };
    }

    private static String soon() {
        return Journeys.engineDate(Instant.now().plus(Duration.ofDays(10)));
    }

    /** People of the other rooms, and what their jury decides. */
    static class JuryOfOtherRooms {

        private final Map<JourneyId, List<SkillBlockCode>> verdicts = new ConcurrentHashMap<>();
        private final Map<JourneyId, String> hearings = new ConcurrentHashMap<>();
        private final AtomicInteger requests = new AtomicInteger();
        private final AcquiredBlocks blocks;
        private final Journeys journeys;
        private final Worklist worklist;
        private final Processes processes;
        private final ActingAs as;
        private final TransactionTemplate transaction;

        JuryOfOtherRooms(
                AcquiredBlocks blocks,
                Journeys journeys,
                Worklist worklist,
                Processes processes,
                ActingAs as,
                TransactionTemplate transaction) {
            this.blocks = blocks;
            this.journeys = journeys;
            this.worklist = worklist;
            this.processes = processes;
            this.as = as;
            this.transaction = transaction;
        }

        Map<String, Object> summon(Job job) {
            String key = job.journey() + ":1:" + requests.incrementAndGet();
            hearings.put(job.journey(), key);
            String now = Journeys.engineDate(Instant.now());
            return Map.of(
                    "hearingKey", key,
                    "hearingDay", now,
                    "seats", List.of(UUID.randomUUID().toString()),
                    "evaluationDue", now,
                    "deliberationDue", now);
        }

        Map<String, Object> result(Job job) {
            Journey journey = journeys.find(job.journey()).orElseThrow();
            List<SkillBlockCode> obtained = verdicts.get(job.journey());
            blocks.acquire(journey, obtained, Source.JURY, LocalDate.now(LegalClock.ZONE));
            return Map.of(
                    "allBlocksHeld", blocks.holdsAll(journey),
                    "blocksObtained", obtained.size(),
                    "juryDue", soon(),
                    "nextStepDue", soon());
        }

        /** The candidate's file is written and found complete. */
        void fileIsComplete(JourneyId id) {
            answer(id, TaskKind.WRITE_LIVRET2, Map.of("reviewWanted", false, "reviewDue", soon()));
            answer(id, TaskKind.CHECK_FILE, Map.of("fileCheck", "COMPLETE", "completionDue", soon()));
        }

        /** From the planning to the signed minutes. */
        void judges(JourneyId id, String outcome, List<SkillBlockCode> obtained) {
            verdicts.put(id, obtained);
            answer(id, TaskKind.PLAN_HEARING, Map.of());
            answer(id, TaskKind.EVALUATE, Map.of());
            answer(id, TaskKind.DELIBERATE, Map.of("outcome", outcome, "resultDue", soon()));
            transaction.executeWithoutResult(
                    status -> processes.message(id, "minutes-signed", hearings.get(id), Map.of()));
        }

        private void answer(JourneyId id, TaskKind kind, Map<String, Object> routing) {
            Walks.await(() -> worklist.open(id, kind).isPresent());
            Runnable act = () -> transaction.executeWithoutResult(status -> worklist.submit(id, kind, routing));
            if (kind.audience() == Role.CANDIDATE) {
                Journey journey = journeys.find(id).orElseThrow();
                as.run(Walks.candidate(journey.candidate()), act);
            } else {
                as.run(as.seeded(kind.audience()), act);
            }
        }
    }
}
