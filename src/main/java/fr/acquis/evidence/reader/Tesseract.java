package fr.acquis.evidence.reader;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** The installed Tesseract on one picture, at the lowest priority of the system. */
final class Tesseract {

    /** Path of the program, set by the parent; absent where there is none. */
    private static final String PROGRAM = "acquis.recognition";

    private static final long SECONDS = 25;

    private Tesseract() {}

    static Optional<String> program() {
        return Optional.ofNullable(System.getProperty(PROGRAM));
    }

    /** @param wishes words of its command line after picture, output and language */
    static String run(Path picture, String... wishes) throws IOException {
        List<String> command = new ArrayList<>();
        if (Files.isExecutable(Path.of("/usr/bin/nice"))) {
            command.addAll(List.of("/usr/bin/nice", "-n", "19"));
        }
        String program = program().orElseThrow(() -> new IOException("no program recognises letters here"));
        command.addAll(List.of(program, picture.toString(), "stdout", "-l", "fra"));
        command.addAll(List.of(wishes));
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().put("OMP_THREAD_LIMIT", "1");
        Process process = builder.start();
        try {
            process.getOutputStream().close();
            Thread.ofVirtual().start(() -> killWhenLate(process));
            return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } finally {
            process.destroyForcibly();
        }
    }

    private static void killWhenLate(Process process) {
        try {
            if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException never) {
            Thread.currentThread().interrupt();
        }
    }
}
