package fr.acquis.engine;

import fr.acquis.devservices.camunda.DevEngine;
import fr.acquis.devservices.camunda.Recovery;
import io.camunda.client.CamundaClient;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The development engine in a process of its own, to be measured, stopped or killed without us. */
public final class EngineProcess implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(4);
    private static final String READY = "ready grpc=";
    private static final Pattern REPLAYED =
            Pattern.compile("replayed snapshot=(\\d+) records=(\\d+) last=(\\d+) millis=(\\d+)");

    private final long began = System.nanoTime();
    private final Process process;
    private final List<String> said = new ArrayList<>();
    private final CompletableFuture<String> ready = new CompletableFuture<>();
    private final Thread listener;
    private long readyNanos;
    private Duration processorTime = Duration.ZERO;

    private EngineProcess(Path folder, List<String> more) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                DevEngine.class.getName(),
                "--data=" + folder));
        command.addAll(more);
        // The first of a name counts: any free ports, unless some were asked for.
        command.addAll(List.of("--grpc=0", "--rest=0"));
        try {
            process = new ProcessBuilder(command).redirectErrorStream(true).start();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        // Should this run be stopped half-way, no engine stays behind.
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
        listener = Thread.ofVirtual().start(this::listen);
    }

    public static EngineProcess start(Path folder, String... more) {
        EngineProcess started = launch(folder, more);
        try {
            started.ready.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            return started;
        } catch (Exception notReady) {
            started.close();
            throw new AssertionError("The engine did not get ready: " + started.output(), notReady);
        }
    }

    /** Starts without waiting: for an engine that is expected to refuse. */
    static EngineProcess launch(Path folder, String... more) {
        return new EngineProcess(folder, List.of(more));
    }

    private void listen() {
        try (BufferedReader lines = process.inputReader()) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                hear(line);
            }
        } catch (IOException cutOffByTheKill) {
            hear("(" + cutOffByTheKill.getMessage() + ")");
        }
        ready.completeExceptionally(new IllegalStateException("ended before it was ready"));
    }

    private void hear(String line) {
        synchronized (said) {
            said.add(line);
        }
        if (line.startsWith(READY)) {
            readyNanos = System.nanoTime() - began;
            processorTime = process.info().totalCpuDuration().orElse(Duration.ZERO);
            ready.complete(line);
        }
    }

    public CamundaClient client() {
        String[] addresses = ready.join().substring(READY.length()).split(" rest=");
        return CamundaClient.newClientBuilder()
                .grpcAddress(URI.create(addresses[0]))
                .restAddress(URI.create(addresses[1]))
                .preferRestOverGrpc(false)
                .defaultRequestTimeout(Duration.ofSeconds(20))
                .numJobWorkerExecutionThreads(4)
                .build();
    }

    /** From the start of the process to the engine's word that it is ready. */
    Duration startTime() {
        return Duration.ofNanos(readyNanos);
    }

    /** What that start took of the processors, whoever else wanted them. */
    Duration processorTime() {
        return processorTime;
    }

    /** What the engine said it had to read again before it was ready. */
    Recovery recovery() {
        MatchResult told = REPLAYED.matcher(output()).results().findFirst().orElseThrow();
        return new Recovery(
                Long.parseLong(told.group(1)),
                Long.parseLong(told.group(2)),
                Long.parseLong(told.group(3)),
                Duration.ofMillis(Long.parseLong(told.group(4))));
    }

    /** Main memory the process holds now, in kilobytes. */
    long residentKilobytes() {
        try {
            return Files.readAllLines(Path.of("/proc", Long.toString(process.pid()), "status")).stream()
                    .filter(line -> line.startsWith("VmRSS:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                    .sum();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    public long pid() {
        return process.pid();
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /** As a power switch does it to a process: no handler runs. */
    public void kill() {
        process.destroyForcibly();
        exitCode();
    }

    /** As an operator does it: asks to stop and waits until it has. */
    int stop() {
        process.destroy();
        return exitCode();
    }

    int exitCode() {
        try {
            if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new AssertionError("The engine did not end: " + output());
            }
            listener.join();
            return process.exitValue();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AssertionError(interrupted);
        }
    }

    String output() {
        synchronized (said) {
            return String.join("\n", said);
        }
    }

    @Override
    public void close() {
        kill();
    }
}
