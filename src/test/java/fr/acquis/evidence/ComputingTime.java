package fr.acquis.evidence;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Seconds of computing each process spent since the beginning: they depend less than times do on what else the machine is at. The
 * test's own JVM holds application, store and sender; a process that ended meanwhile is not counted.
 */
final class ComputingTime {

    private final ProcessHandle database;
    private final Map<String, Double> before;

    private ComputingTime(ProcessHandle database) {
        this.database = database;
        this.before = spent();
    }

    static ComputingTime begin(JdbcClient database) throws Exception {
        String file = database.sql("select @@pid_file").query(String.class).single();
        long pid = Long.parseLong(Files.readString(Path.of(file)).strip());
        return new ComputingTime(ProcessHandle.of(pid).orElseThrow());
    }

    Map<String, Double> since() {
        Map<String, Double> now = spent();
        now.replaceAll((who, seconds) -> seconds - before.getOrDefault(who, 0.0));
        return now;
    }

    private Map<String, Double> spent() {
        ProcessHandle own = ProcessHandle.current();
        Map<String, Double> seconds = new TreeMap<>();
        seconds.put("application", seconds(own));
        seconds.put("database", seconds(database));
        seconds.put(
                "reader",
                own.descendants()
                        .filter(process -> process.pid() != database.pid())
                        .mapToDouble(ComputingTime::seconds)
                        .sum());
        return seconds;
    }

    static double seconds(ProcessHandle process) {
        return process.info().totalCpuDuration().orElse(Duration.ZERO).toNanos() / 1e9;
    }
}
