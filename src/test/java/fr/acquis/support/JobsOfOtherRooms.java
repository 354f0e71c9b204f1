package fr.acquis.support;

import fr.acquis.journey.Journeys;
import fr.acquis.workflow.Job;
import fr.acquis.workflow.Worker;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/** What jury and award answer the engine, as briefly as their contract allows. */
@TestConfiguration(proxyBeanMethods = false)
public class JobsOfOtherRooms {

    private record Answering(String jobType, Function<Job, Map<String, Object>> answer) implements Worker {

        @Override
        public Map<String, Object> handle(Job job, Object prepared) {
            return answer.apply(job);
        }
    }

    @Bean
    Worker prepareJuryOfOtherRooms() {
        return new Answering(
                "prepare-jury",
                job -> Map.of("workplaceAssessment", false, "assessmentDue", soon(), "planningDue", soon()));
    }

    @Bean
    Worker summonOfOtherRooms() {
        return new Answering(
                "summon",
                job -> Map.of(
                        "hearingKey",
                        hearing(job.journey().toString(), job.number("attempt")),
                        "hearingDay",
                        Journeys.engineDate(Instant.now()),
                        "seats",
                        List.of(UUID.randomUUID().toString()),
                        "evaluationDue",
                        soon(),
                        "deliberationDue",
                        soon()));
    }

    @Bean
    Worker notifyResultOfOtherRooms() {
        return new Answering(
                "notify-result",
                job -> Map.of("allBlocksHeld", false, "blocksObtained", 1, "juryDue", soon(), "nextStepDue", soon()));
    }

    @Bean
    Worker issueBlockAttestationsOfOtherRooms() {
        return new Answering("issue-block-attestations", job -> Map.of());
    }

    static String hearing(String journey, int attempt) {
        return journey + ":" + attempt + ":1";
    }

    private static String soon() {
        return Journeys.engineDate(Instant.now().plus(Duration.ofDays(10)));
    }
}
