package fr.acquis.workflow;

import fr.acquis.platform.FaultPoints;
import fr.acquis.shared.JourneyId;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** A process of our own with its workers, and a way to die at a named place. */
@TestConfiguration(proxyBeanMethods = false)
class Probe {

    static final String OPENED = "probe-opened";

    static final String MODEL = """
            <?xml version="1.0" encoding="UTF-8"?>
            <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL"
                xmlns:zeebe="http://camunda.org/schema/zeebe/1.0" id="probe-definitions" targetNamespace="http://acquis.fr/bpmn">
              <bpmn:process id="probe" isExecutable="true">
                <bpmn:startEvent id="opened"><bpmn:outgoing>a</bpmn:outgoing>
                  <bpmn:messageEventDefinition id="opened-definition" messageRef="probe-opened"/></bpmn:startEvent>
                <bpmn:serviceTask id="probe-step"><bpmn:extensionElements><zeebe:taskDefinition type="probe-step"/></bpmn:extensionElements>
                  <bpmn:incoming>a</bpmn:incoming><bpmn:outgoing>b</bpmn:outgoing></bpmn:serviceTask>
                <bpmn:userTask id="probe-task"><bpmn:extensionElements><zeebe:userTask/>
                    <zeebe:taskListeners><zeebe:taskListener eventType="creating" type="probe-created"/></zeebe:taskListeners>
                  </bpmn:extensionElements><bpmn:incoming>b</bpmn:incoming><bpmn:outgoing>c</bpmn:outgoing></bpmn:userTask>
                <bpmn:serviceTask id="probe-end"><bpmn:extensionElements><zeebe:taskDefinition type="probe-end"/></bpmn:extensionElements>
                  <bpmn:incoming>c</bpmn:incoming><bpmn:outgoing>d</bpmn:outgoing></bpmn:serviceTask>
                <bpmn:endEvent id="ended"><bpmn:incoming>d</bpmn:incoming></bpmn:endEvent>
                <bpmn:sequenceFlow id="a" sourceRef="opened" targetRef="probe-step"/>
                <bpmn:sequenceFlow id="b" sourceRef="probe-step" targetRef="probe-task"/>
                <bpmn:sequenceFlow id="c" sourceRef="probe-task" targetRef="probe-end"/>
                <bpmn:sequenceFlow id="d" sourceRef="probe-end" targetRef="ended"/>
              </bpmn:process>
              <bpmn:message id="probe-opened" name="probe-opened"/>
            </bpmn:definitions>
            """;

    /** What the workers saw, in order. */
    final Queue<Job> seen = new ConcurrentLinkedQueue<>();

    final Set<JourneyId> hasty = ConcurrentHashMap.newKeySet();
    final Map<JourneyId, Integer> faultsLeft = new ConcurrentHashMap<>();
    final Set<FaultPoints.Place> deaths = ConcurrentHashMap.newKeySet();

    List<Job> seen(JourneyId journey, String type) {
        return seen.stream()
                .filter(job -> job.journey().equals(journey) && job.type().equals(type))
                .toList();
    }

    /** Dies once at the place, as a killed process does: nothing after it happens, nothing is caught. */
    @Bean
    @Primary
    FaultPoints deadly() {
        return place -> {
            if (deaths.remove(place)) {
                throw new Killed(place);
            }
        };
    }

    @Bean
    Worker probeStep() {
        return worker("probe-step", job -> {
            if (faultsLeft.merge(job.journey(), -1, Integer::sum) >= 0) {
                throw new IllegalStateException("a fault that passes");
            }
            return Map.of("stepDone", true);
        });
    }

    @Bean
    Worker probeCreated(HumanTasks tasks) {
        return worker("probe-created", job -> {
            if (hasty.contains(job.journey())) {
                tasks.complete(job.journey(), job.task().orElseThrow().key(), Map.of("done", "hastily"));
            }
            return Map.of();
        });
    }

    @Bean
    Worker probeEnd() {
        return worker("probe-end", job -> Map.of());
    }

    private Worker worker(String type, java.util.function.Function<Job, Map<String, Object>> work) {
        return new Worker() {
            @Override
            public String jobType() {
                return type;
            }

            @Override
            public Map<String, Object> handle(Job job, Object prepared) {
                seen.add(job);
                return work.apply(job);
            }
        };
    }

    static final class Killed extends Error {

        private static final long serialVersionUID = 1L;

        Killed(FaultPoints.Place place) {
            super("killed at " + place, null, false, false);
        }
    }
}
