package fr.acquis.evidence.intake;

import fr.acquis.evidence.EvidenceSettings;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Makes a JPEG of the HEIC picture of a telephone by ImageMagick with libheif, where it is installed: no decoder for the JVM is
 * both free of patents' licences and kept up. It runs in a process of its own with limits and without network.
 */
@Component
public class HeicProgram {

    private static final Logger log = LoggerFactory.getLogger(HeicProgram.class);
    private static final int SECONDS = 45;
    private static final List<String> LIMITS = List.of(
            "-limit", "memory", "512MiB", "-limit", "map", "512MiB", "-limit", "disk", "1GiB", "-limit", "thread", "1",
            "-limit", "time", "40", "-limit", "width", "20KP", "-limit", "height", "20KP");

    private final Optional<Path> program;
    private final List<String> isolation;

    /** @param names of the programs looked for on the path, or whole paths; empty converts nothing here */
    HeicProgram(
            EvidenceSettings settings,
            @Value("${acquis.evidence.pictures.programs:magick,convert}") List<String> names) {
        this.program = names.stream()
                .filter(name -> !name.isBlank())
                .flatMap(HeicProgram::places)
                .filter(Files::isExecutable)
                .filter(HeicProgram::knowsHeic)
                .findFirst();
        this.isolation = program.isEmpty()
                ? List.of()
                : ProcessIsolation.prefix(settings.reader().isolation());
    }

    public boolean present() {
        return program.isPresent();
    }

    /** @return whether there is a JPEG now: false when the picture cannot be decoded, or not within the limits */
    boolean convert(Path heic, Path jpeg) throws IOException {
        List<String> command = new ArrayList<>(isolation);
        command.add(program.orElseThrow().toString());
        command.addAll(LIMITS);
        command.addAll(List.of(
                "heic:" + heic + "[0]", "-auto-orient", "+profile", "!icc,*", "-quality", "88", "jpeg:" + jpeg));
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD);
        // Our environment holds the passwords of database and store.
        builder.environment().clear();
        builder.environment().put("LANG", "C.UTF-8");
        builder.environment().put("PATH", "/usr/bin:/bin:/usr/local/bin");
        Process process = builder.start();
        try {
            process.getOutputStream().close();
            boolean done = process.waitFor(SECONDS, TimeUnit.SECONDS) && process.exitValue() == 0;
            if (!done) {
                log.info("a HEIC picture could not be made a JPEG");
            }
            return done && Files.size(jpeg) > 0;
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            process.destroyForcibly();
        }
    }

    private static Stream<Path> places(String name) {
        return name.contains(File.separator)
                ? Stream.of(Path.of(name))
                : Stream.of(System.getenv()
                                .getOrDefault("PATH", "/usr/bin:/usr/local/bin")
                                .split(File.pathSeparator))
                        .map(folder -> Path.of(folder, name));
    }

    private static boolean knowsHeic(Path program) {
        try {
            Process process = new ProcessBuilder(program.toString(), "-list", "format")
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            try (Stream<String> formats = process.inputReader().lines()) {
                return formats.map(String::strip).anyMatch(line -> line.matches("HEIC\\*?\\s.*\\br.*"));
            }
        } catch (IOException absent) {
            return false;
        }
    }
}
