package fr.acquis.models;

import fr.acquis.devservices.camunda.log.Disk;
import fr.acquis.devservices.camunda.log.FileLog;
import io.camunda.zeebe.logstreams.log.LogStream;
import io.camunda.zeebe.logstreams.log.LogStreamReader;
import io.camunda.zeebe.logstreams.log.LoggedEvent;
import io.camunda.zeebe.protocol.impl.record.RecordMetadata;
import io.camunda.zeebe.protocol.impl.record.value.incident.IncidentRecord;
import io.camunda.zeebe.protocol.impl.record.value.processinstance.ProcessInstanceRecord;
import io.camunda.zeebe.protocol.impl.record.value.variable.VariableRecord;
import io.camunda.zeebe.protocol.record.RecordType;
import io.camunda.zeebe.protocol.record.ValueType;
import io.camunda.zeebe.protocol.record.intent.IncidentIntent;
import io.camunda.zeebe.protocol.record.intent.ProcessInstanceIntent;
import io.camunda.zeebe.protocol.record.value.BpmnElementType;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the engine did, read from a copy of its own log: the steps in their order, the variables as they were left, the
 * incidents. What has ended is no longer in the engine's state, so this is the only true account of a finished walk.
 */
record EngineRecords(List<Step> steps, List<Variable> variables, List<String> incidents) {

    record Step(
            long instance,
            String process,
            String element,
            BpmnElementType type,
            ProcessInstanceIntent what,
            long key) {}

    /** A value a scope was given; {@code scope} equals {@code instance} for a variable of the process itself. */
    record Variable(long instance, long scope, String name, String json) {}

    static EngineRecords in(Path dataFolder) {
        try {
            Path copy = Files.createTempDirectory("engine-records");
            try {
                copy(dataFolder.resolve("log"), copy);
                return read(copy);
            } finally {
                delete(copy);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Only what happened in the instances, called ones included, that carry this journey. */
    EngineRecords of(String journeyId) {
        Set<Long> instances = variables.stream()
                .filter(variable -> variable.name().equals("journeyId"))
                .filter(variable -> variable.json().equals('"' + journeyId + '"'))
                .map(Variable::instance)
                .collect(Collectors.toSet());
        return new EngineRecords(
                steps.stream()
                        .filter(step -> instances.contains(step.instance()))
                        .toList(),
                variables.stream()
                        .filter(variable -> instances.contains(variable.instance()))
                        .toList(),
                incidents);
    }

    /** The elements completed, in their order. */
    List<String> path() {
        return steps.stream()
                .filter(step -> step.what() == ProcessInstanceIntent.ELEMENT_COMPLETED)
                .filter(step -> step.type() != BpmnElementType.PROCESS)
                .map(Step::element)
                .toList();
    }

    /** The elements that were ended before they were done. */
    List<String> withdrawn() {
        return steps.stream()
                .filter(step -> step.what() == ProcessInstanceIntent.ELEMENT_TERMINATED)
                .map(Step::element)
                .toList();
    }

    boolean hasEnded(String process) {
        return steps.stream()
                .filter(step -> step.type() == BpmnElementType.PROCESS)
                .filter(step -> step.process().equals(process))
                .anyMatch(step -> step.what() == ProcessInstanceIntent.ELEMENT_COMPLETED);
    }

    /** Every instance that began has ended. */
    boolean isQuiet() {
        return !steps.isEmpty()
                && instancesThat(ProcessInstanceIntent.ELEMENT_ACTIVATED).stream()
                        .allMatch(instance -> instancesThat(
                                        ProcessInstanceIntent.ELEMENT_COMPLETED,
                                        ProcessInstanceIntent.ELEMENT_TERMINATED)
                                .contains(instance));
    }

    private Set<Long> instancesThat(ProcessInstanceIntent... did) {
        return steps.stream()
                .filter(step -> step.type() == BpmnElementType.PROCESS)
                .filter(step -> List.of(did).contains(step.what()))
                .map(Step::instance)
                .collect(Collectors.toSet());
    }

    /** The variables of a process as they were last set, as JSON. */
    Map<String, String> variablesOf(String process) {
        Set<Long> instances = steps.stream()
                .filter(step -> step.process().equals(process))
                .map(Step::instance)
                .collect(Collectors.toSet());
        Map<String, String> last = new HashMap<>();
        variables.stream()
                .filter(variable -> instances.contains(variable.instance()))
                .filter(variable -> variable.scope() == variable.instance())
                .forEach(variable -> last.put(variable.name(), variable.json()));
        return last;
    }

    private static EngineRecords read(Path folder) throws IOException {
        EngineRecords records = new EngineRecords(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        try (FileLog log = new FileLog(folder, Disk.REAL, FileLog.SEGMENT_BYTES);
                LogStream stream = LogStream.builder()
                        .withPartitionId(1)
                        .withLogStorage(log)
                        .withClock(InstantSource.system())
                        .withMeterRegistry(new SimpleMeterRegistry())
                        .build();
                LogStreamReader reader = stream.newLogStreamReader()) {
            RecordMetadata metadata = new RecordMetadata();
            while (reader.hasNext()) {
                LoggedEvent event = reader.next();
                event.readMetadata(metadata);
                if (metadata.getRecordType() == RecordType.EVENT) {
                    records.note(event, metadata);
                }
            }
        }
        return records;
    }

    private void note(LoggedEvent event, RecordMetadata metadata) {
        if (metadata.getValueType() == ValueType.PROCESS_INSTANCE) {
            ProcessInstanceRecord value = new ProcessInstanceRecord();
            event.readValue(value);
            steps.add(new Step(
                    value.getProcessInstanceKey(),
                    value.getBpmnProcessId(),
                    value.getElementId(),
                    value.getBpmnElementType(),
                    (ProcessInstanceIntent) metadata.getIntent(),
                    event.getKey()));
        } else if (metadata.getValueType() == ValueType.VARIABLE) {
            VariableRecord value = new VariableRecord();
            event.readValue(value);
            variables.add(new Variable(
                    value.getProcessInstanceKey(), value.getScopeKey(), value.getName(), value.getValue()));
        } else if (metadata.getValueType() == ValueType.INCIDENT && metadata.getIntent() == IncidentIntent.CREATED) {
            IncidentRecord value = new IncidentRecord();
            event.readValue(value);
            incidents.add(value.getElementId() + ": " + value.getErrorMessage());
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.list(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(file.getFileName()));
            }
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
    }
}
