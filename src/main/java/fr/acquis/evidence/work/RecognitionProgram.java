package fr.acquis.evidence.work;

import fr.acquis.evidence.EvidenceSettings;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** Whether Tesseract with the wished language stands on this machine. */
final class RecognitionProgram {

    private RecognitionProgram() {}

    static Optional<Path> find(EvidenceSettings.Recognition settings) {
        return settings.program().isBlank()
                ? Optional.empty()
                : places(settings.program())
                        .filter(Files::isExecutable)
                        .findFirst()
                        .filter(program -> knows(program, settings.language()));
    }

    private static Stream<Path> places(String program) {
        if (program.contains(File.separator)) {
            return Stream.of(Path.of(program));
        }
        String path = System.getenv().getOrDefault("PATH", "/usr/bin:/usr/local/bin");
        return Stream.of(path.split(File.pathSeparator)).map(folder -> Path.of(folder, program));
    }

    private static boolean knows(Path program, String language) {
        try {
            Process process = new ProcessBuilder(program.toString(), "--list-langs")
                    .redirectErrorStream(true)
                    .start();
            String languages = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return languages.lines().anyMatch(line -> line.strip().equals(language));
        } catch (IOException absent) {
            return false;
        }
    }
}
