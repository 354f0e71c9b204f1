package fr.acquis.jury;

import fr.acquis.devservices.RoomsAtRest;
import fr.acquis.journey.Journeys;
import fr.acquis.workflow.Job;
import fr.acquis.workflow.Worker;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/** The jobs around the jury, answered with dates only, until their rooms stand beside this one. */
@TestConfiguration(proxyBeanMethods = false)
class WorkersOfOtherRooms {

    /** Whose jobs are answered here instead. */
    @Bean
    static RoomsAtRest roomsAtRest() {
        return new RoomsAtRest(Set.of("support", "livret2", "award"));
    }

    private final Clock clock;

    WorkersOfOtherRooms(Clock clock) {
        this.clock = clock;
    }

    record Answering(String jobType, Supplier<Map<String, Object>> answer) implements Worker {

        @Override
        public Map<String, Object> handle(Job job, Object prepared) {
            return answer.get();
        }
    }

    private String in(int days) {
        return Journeys.engineDate(clock.instant().plus(Duration.ofDays(days)));
    }

    @Bean
    Worker prepareSupportOfOtherRooms() {
        return new Answering("prepare-support", () -> Map.of("choiceDue", in(30)));
    }

    @Bean
    Worker closeSupportOfOtherRooms() {
        return new Answering("close-support", Map::of);
    }

    @Bean
    Worker openLivret2OfOtherRooms() {
        return new Answering("open-livret2", () -> Map.of("livret2Due", in(180)));
    }

    @Bean
    Worker assembleFileOfOtherRooms() {
        return new Answering("assemble-file", () -> Map.of("checkDue", in(10), "juryDue", in(90)));
    }

    @Bean
    Worker prepareNewHearingOfOtherRooms() {
        return new Answering("prepare-new-hearing", () -> Map.of("juryDue", in(90)));
    }

    @Bean
    Worker issueBlockAttestationsOfOtherRooms() {
        return new Answering("issue-block-attestations", Map::of);
    }
}
