package fr.acquis.mortal;

import fr.acquis.platform.FaultPoints;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** The product in a process of its own. */
final class ApplicationProcess implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(4);

    private final Process process;
    private final Path log;
    private final CompletableFuture<Void> ready = new CompletableFuture<>();
    private final CompletableFuture<String> reached = new CompletableFuture<>();
    private volatile CompletableFuture<String> swept = new CompletableFuture<>();

    private ApplicationProcess(Map<String, String> settings, Path log) {
        this.log = log;
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                // It does not live long enough for the best code, and shares its cores.
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                MortalApplication.class.getName()));
        settings.forEach((name, value) -> command.add("--" + name + "=" + value));
        try {
            process = new ProcessBuilder(command).redirectErrorStream(true).start();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
        Thread.ofVirtual().start(this::listen);
    }

    static ApplicationProcess start(Map<String, String> settings, Path log) {
        ApplicationProcess started = new ApplicationProcess(settings, log);
        try {
            started.ready.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            return started;
        } catch (Exception notReady) {
            started.close();
            throw new AssertionError("The application did not get ready: see " + log.toAbsolutePath(), notReady);
        }
    }

    private void listen() {
        try (BufferedReader lines = process.inputReader()) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                hear(line);
            }
        } catch (IOException cutOffByTheKill) {
            ready.completeExceptionally(cutOffByTheKill);
        }
        IllegalStateException ended = new IllegalStateException("ended");
        ready.completeExceptionally(ended);
        reached.completeExceptionally(ended);
        swept.completeExceptionally(ended);
    }

    private void hear(String line) throws IOException {
        Files.writeString(log, line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        if (line.equals(MortalApplication.READY)) {
            ready.complete(null);
        } else if (line.startsWith(Fate.REACHED)) {
            reached.complete(line);
        } else if (line.startsWith(MortalConfiguration.SWEPT)) {
            swept.complete(line.substring(MortalConfiguration.SWEPT.length()).strip());
        }
    }

    /** @param victim a process to kill; null for the application itself */
    void arm(FaultPoints.Place place, int visit, Long victim) {
        say("arm %s %d %d".formatted(place, visit, victim == null ? 0 : victim));
    }

    /** Completes when the place was reached; exceptionally when the process ended without. */
    CompletableFuture<String> reached() {
        return reached;
    }

    /** The application's clock goes on from there. */
    void setAhead(Duration ahead) {
        say("ahead " + ahead);
    }

    /** Runs every background sweep now; what it found wrong, empty when nothing. */
    String sweep() {
        swept = new CompletableFuture<>();
        say("sweep");
        return swept.orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
    }

    private void say(String order) {
        try {
            Writer orders = process.outputWriter();
            orders.write(order + "\n");
            orders.flush();
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    CompletableFuture<Process> ended() {
        return process.onExit();
    }

    boolean isAlive() {
        return process.isAlive();
    }

    @Override
    public void close() {
        process.destroyForcibly();
        process.onExit().join();
    }
}
