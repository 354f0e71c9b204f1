package fr.acquis.devservices;

import com.zaxxer.hikari.HikariDataSource;
import fr.acquis.devservices.camunda.DevEngine;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;
import org.springframework.util.FileSystemUtils;

/** All services, started side by side, and the settings by which the application finds them. */
public final class DevServices implements AutoCloseable {

    private static final String SCHEMA = "acquis";

    private final DataFolder folder;
    private final MariaDbServer database;
    private final ObjectStore store;
    private final MailServer mail;
    private final @Nullable DevEngine engine;

    private DevServices(
            DataFolder folder, MariaDbServer database, ObjectStore store, MailServer mail, @Nullable DevEngine engine) {
        this.folder = folder;
        this.database = database;
        this.store = store;
        this.mail = mail;
        this.engine = engine;
    }

    /** Forgets everything kept in the folder: database, documents and engine are one unit. Refused while it is in use. */
    static void reset(Path path) {
        try (DataFolder folder = DataFolder.open(path)) {
            MariaDbServer.stopSurvivor(folder.resolve("mariadb"));
            for (String kept : List.of("mariadb", "objects", "engine", "epoch")) {
                deleteTree(folder.resolve(kept));
            }
        }
        Progress.say("data under %s forgotten".formatted(path));
    }

    /** Starts on a folder that keeps its data, as {@code mvn spring-boot:test-run} does. */
    static DevServices durable(Path path) {
        DevServices services = start(path, true);
        services.database.createSchema(SCHEMA);
        return services;
    }

    /** Database, object store and mail server of one's own; engine and application run apart, to be killed without these. */
    public static DevServices withoutEngine(Path path) {
        DevServices services = start(path, false);
        services.database.createSchema(SCHEMA);
        return services;
    }

    /** The one set that all tests of a JVM share; data of an earlier run is dropped. */
    public static DevServices shared() {
        return Shared.SERVICES;
    }

    private static DevServices start(Path path, boolean withEngine) {
        long begin = System.nanoTime();
        DataFolder folder = DataFolder.open(path);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<MariaDbServer> database = threads.submit(said(
                    "MariaDB 11.4",
                    () -> MariaDbServer.start(
                            Path.of(".data", "binaries", "mariadb").toAbsolutePath(), folder.resolve("mariadb"))));
            Future<ObjectStore> store =
                    threads.submit(said("object store (S3)", () -> ObjectStore.start(folder.resolve("objects"))));
            Future<MailServer> mail = threads.submit(said("mail server", MailServer::start));
            Future<DevEngine> engine = withEngine
                    ? threads.submit(
                            said("Camunda 8 development engine", () -> DevEngine.start(engineSettings(folder))))
                    : CompletableFuture.completedFuture(null);
            DevServices services = new DevServices(folder, database.get(), store.get(), mail.get(), engine.get());
            Progress.say("services ready in %.1f s".formatted((System.nanoTime() - begin) / 1e9));
            return services;
        } catch (ExecutionException failed) {
            folder.close();
            throw failed.getCause() instanceof Refused refused ? refused : new IllegalStateException(failed.getCause());
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new Refused("Interrupted while the services were starting.");
        }
    }

    private static void deleteTree(Path folder) {
        try {
            FileSystemUtils.deleteRecursively(folder);
        } catch (IOException held) {
            throw new UncheckedIOException(held);
        }
    }

    private static DevEngine.Settings engineSettings(DataFolder folder) {
        return new DevEngine.Settings(folder.resolve("engine"), 0, 0, true);
    }

    private static <T> Callable<T> said(String name, Callable<T> starting) {
        return () -> {
            Progress.say(name + ": starting");
            long begin = System.nanoTime();
            T started = starting.call();
            Progress.say("%s: ready (%.1f s)".formatted(name, (System.nanoTime() - begin) / 1e9));
            return started;
        };
    }

    /** Settings for an application on the usual schema. */
    public Map<String, String> settings() {
        return settings(SCHEMA);
    }

    /** Settings for an application with a schema of its own, made empty now. */
    public Map<String, String> settingsOnFreshSchema(String schema) {
        database.recreateSchema(schema);
        return settings(schema);
    }

    private Map<String, String> settings(String schema) {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("spring.datasource.url", database.url(schema));
        settings.put("spring.datasource.username", "root");
        settings.put("spring.datasource.password", "");
        settings.put("acquis.store.endpoint", store.endpoint());
        settings.put("acquis.store.bucket", schema.replace('_', '-'));
        settings.put("acquis.store.access-key", ObjectStore.ACCESS_KEY);
        settings.put("acquis.store.secret-key", ObjectStore.SECRET_KEY);
        if (engine != null) {
            settings.put("acquis.engine.grpc", engine.grpcAddress().toString());
            settings.put("acquis.engine.rest", engine.restAddress().toString());
        }
        settings.put("acquis.epoch", folder.epoch().toString());
        settings.put("acquis.public.address", "http://localhost:8080");
        settings.put("acquis.public.mail-from", "ne-pas-repondre@acquis.example");
        settings.put("spring.mail.host", "127.0.0.1");
        settings.put("spring.mail.port", Integer.toString(mail.port()));
        if (schema.equals(SCHEMA)) {
            // One mailbox, one database: whoever reads it must know whose the answers are.
            settings.put("acquis.mailbox.host", "127.0.0.1");
            settings.put("acquis.mailbox.port", Integer.toString(mail.mailboxPort()));
            settings.put("acquis.mailbox.tls", "false");
            settings.put("acquis.mailbox.user", MailServer.ANSWERS);
            settings.put("acquis.mailbox.password", MailServer.ANSWERS_PASSWORD);
            settings.put("acquis.mailbox.address", MailServer.ANSWERS);
            settings.put("acquis.mailbox.every", "PT5S");
        }
        return settings;
    }

    /** A schema of its own on the same server, begun afresh: for those a benchmark compares with. */
    public HikariDataSource freshDatabase(String schema) {
        database.recreateSchema(schema);
        HikariDataSource pool = new HikariDataSource();
        pool.setJdbcUrl(database.url(schema));
        pool.setUsername("root");
        pool.setPassword("");
        pool.setMaximumPoolSize(20);
        pool.setTransactionIsolation("TRANSACTION_READ_COMMITTED");
        return pool;
    }

    /** Where the objects lie as plain files, one folder per bucket. */
    public Path objects() {
        return folder.resolve("objects");
    }

    public DevEngine engine() {
        return Objects.requireNonNull(engine, "the engine runs apart");
    }

    public MailServer mail() {
        return mail;
    }

    @Override
    public void close() {
        if (engine != null) {
            engine.close();
        }
        store.close();
        mail.close();
        database.close();
        folder.close();
    }

    private static final class Shared {

        static final DevServices SERVICES = startForTests();

        private static DevServices startForTests() {
            Path folder = Path.of("target", "dev-services");
            // The schema starts empty, so must the engine and the store: together they are one unit.
            deleteTree(folder.resolve("engine"));
            deleteTree(folder.resolve("objects"));
            DevServices services = start(folder, true);
            services.database.recreateSchema(SCHEMA);
            // Runs once every application context is closed.
            SpringApplication.getShutdownHandlers().add(services::close);
            return services;
        }
    }
}
