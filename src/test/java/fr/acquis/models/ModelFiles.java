package fr.acquis.models;

import io.camunda.zeebe.model.bpmn.Bpmn;
import io.camunda.zeebe.model.bpmn.BpmnModelInstance;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The files that go to the engine in one deployment. */
final class ModelFiles {

    static final Path PROCESSES = Path.of("bpmn");
    static final Path FORMS = Path.of("forms");

    private static final Map<String, BpmnModelInstance> READ = read();

    private ModelFiles() {}

    /** Every BPMN model by its file name. */
    static Map<String, BpmnModelInstance> processes() {
        return READ;
    }

    private static Map<String, BpmnModelInstance> read() {
        Map<String, BpmnModelInstance> models = new TreeMap<>();
        for (Path file : filesIn(PROCESSES, ".bpmn")) {
            models.put(file.getFileName().toString(), Bpmn.readModelFromFile(file.toFile()));
        }
        return Collections.unmodifiableMap(models);
    }

    /** Everything one deployment command carries: processes, decisions, forms. */
    static List<Path> deployed() {
        List<Path> files = new ArrayList<>(filesIn(PROCESSES, ".bpmn"));
        files.addAll(filesIn(PROCESSES, ".dmn"));
        files.addAll(filesIn(FORMS, ".form"));
        return files;
    }

    static String contract() {
        try {
            return Files.readString(PROCESSES.resolve("README.md"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Path> filesIn(Path folder, String extension) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(extension))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
