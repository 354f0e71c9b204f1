package fr.acquis.mortal;

import fr.acquis.devservices.DevServices;
import fr.acquis.engine.EngineProcess;
import fr.acquis.platform.FaultPoints;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** Database, store and mail server that live on; an engine and an application that die and are started again. */
final class World implements AutoCloseable {

    /** Who dies when the application reaches a place. */
    enum Victim {
        APPLICATION,
        ENGINE
    }

    private final Path folder;
    private final Path log;
    private final DevServices services;
    private final Map<String, String> settings;
    private final URI site;
    private final String grpc = "--grpc=" + freePort();
    private final String rest = "--rest=" + freePort();
    private volatile EngineProcess engine;
    private volatile ApplicationProcess application;

    /** @param log where the application's words are kept, one life after the other */
    World(Path folder, Path log) {
        this.folder = folder;
        this.log = log;
        services = DevServices.withoutEngine(folder);
        int port = freePort();
        site = URI.create("http://127.0.0.1:" + port);
        settings = services.settings();
        settings.put("server.port", Integer.toString(port));
        settings.put("acquis.engine.grpc", grpc.replace("--grpc=", "http://127.0.0.1:"));
        settings.put("acquis.engine.rest", rest.replace("--rest=", "http://127.0.0.1:"));
        // What a death leaves leased is free again within seconds, not within minutes.
        settings.put("acquis.engine.job-timeout", "8s");
        settings.put("acquis.engine.request-timeout", "4s");
        settings.put("acquis.engine.send-lease", "6s");
        settings.put("acquis.engine.job-retry-pause", "200ms");
        settings.put("acquis.engine.sweep-grace", "5s");
        settings.put("acquis.public.mail-lease", "5s");
        settings.put("acquis.evidence.reader.processes", "0");
        settings.put("acquis.evidence.sending.part", SentFile.PART + "B");
        settings.put("acquis.evidence.spool", folder.resolve("spool").toString());
        try {
            startEngine();
            startApplication();
        } catch (RuntimeException | Error failed) {
            close();
            throw failed;
        }
    }

    private void startEngine() {
        engine = EngineProcess.start(folder.resolve("engine"), grpc, rest);
    }

    private void startApplication() {
        application = ApplicationProcess.start(settings, log);
    }

    URI site() {
        return site;
    }

    DevServices services() {
        return services;
    }

    String database() {
        return settings.get("spring.datasource.url") + "?user=root";
    }

    EngineProcess engine() {
        return engine;
    }

    ApplicationProcess application() {
        return application;
    }

    /** Orders a death. What is returned completes once the victim has died and its successor is ready. */
    CompletableFuture<Void> doom(FaultPoints.Place place, int visit, Victim victim) {
        ApplicationProcess doomed = application;
        doomed.arm(place, visit, victim == Victim.ENGINE ? engine.pid() : null);
        return CompletableFuture.runAsync(() -> {
            await(doomed.reached());
            switch (victim) {
                case APPLICATION -> {
                    await(doomed.ended());
                    startApplication();
                }
                case ENGINE -> {
                    engine.kill();
                    startEngine();
                }
            }
        });
    }

    private static void await(CompletableFuture<?> event) {
        try {
            event.join();
        } catch (CompletionException endedOtherwise) {
            throw new AssertionError("the application ended before it was to die", endedOtherwise);
        }
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException none) {
            throw new UncheckedIOException(none);
        }
    }

    @Override
    public void close() {
        if (application != null) {
            application.close();
        }
        if (engine != null) {
            engine.close();
        }
        services.close();
    }
}
