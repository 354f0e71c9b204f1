package fr.acquis.evidence.work;

import fr.acquis.evidence.EvidenceSettings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;

/** Whether Tesseract with the wished language stands on this machine. */
final class RecognitionProgram {

    private RecognitionProgram() {}

    static Optional<Path> find(EvidenceSettings.Recognition settings) {
        return ProgramPath.of(settings.program()).filter(program -> knows(program, settings.language()));
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
