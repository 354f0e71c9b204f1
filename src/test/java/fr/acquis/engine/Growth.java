package fr.acquis.engine;

import static org.awaitility.Awaitility.await;

import fr.acquis.devservices.camunda.Recovery;
import io.camunda.client.CamundaClient;
import io.camunda.client.api.search.enums.ProcessInstanceState;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/** What the engine's data grows to under load, and how soon a start after a kill has read it again. */
final class Growth {

    /** The work of an hour at ten instances a second, with one service task each; asked as fast as it is taken. */
    static final int HOUR = 10 * 3_600;

    private static final int OF_EACH = 3_000;
    private static final int RESTARTS = 3;
    private static final int BATCH = 100;
    private static final int LONG_TAIL = (13 << 20) / 2;
    private static final double MEGABYTE = 1 << 20;
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Path scratch;
    private final Figures figures;

    Growth(Path scratch, Figures figures) {
        this.scratch = scratch;
        this.figures = figures;
    }

    /** Nothing is let go of: what an instance costs, and how fast all of it is read. */
    void wholeLog() {
        Path folder = scratch.resolve("whole");
        String noSnapshots = "--snapshot-bytes=" + Long.MAX_VALUE;
        try (EngineProcess engine = EngineProcess.start(folder, noSnapshots);
                CamundaClient client = engine.client()) {
            Load.deploy(client);
            for (String process : List.of(Load.PASSING, Load.WORK, Load.PEOPLE)) {
                long before = DiskUse.of(log(folder));
                run(client, process);
                figures.put("log_per_instance_" + process, "kB", (DiskUse.of(log(folder)) - before) / 1024.0 / OF_EACH);
            }
            engine.kill();
        }
        try (EngineProcess engine = EngineProcess.start(folder, noSnapshots)) {
            Recovery all = engine.recovery();
            figures.put("replay_records", "", all.records());
            figures.put("replay_records_per_second", "1/s", all.records() / seconds(all.took()));
        }
    }

    private static void run(CamundaClient client, String process) {
        AtomicInteger done = new AtomicInteger();
        Load.worked(client, done, () -> {
            Load.sideBySide(OF_EACH, run -> Load.create(client, process));
            if (process.equals(Load.PEOPLE)) {
                await().atMost(PATIENCE).until(() -> Load.openTasks(client).size() == OF_EACH);
                List<Long> tasks = Load.openTasks(client);
                Load.sideBySide(OF_EACH, run -> Load.complete(client, tasks.get(run)));
            }
            await().atMost(PATIENCE).until(() -> nothingActive(client));
        });
    }

    private static boolean nothingActive(CamundaClient client) {
        return client.newProcessInstanceSearchRequest()
                .filter(filter -> filter.state(ProcessInstanceState.ACTIVE))
                .page(page -> page.limit(1))
                .send()
                .join()
                .items()
                .isEmpty();
    }

    /** Snapshots as they come in everyday use, then two kills: at the end, and when the tail is as long as it gets. */
    void anHour() {
        Path folder = scratch.resolve("hour");
        try (EngineProcess engine = EngineProcess.start(folder);
                CamundaClient client = engine.client()) {
            Load.deploy(client);
            long began = System.nanoTime();
            steadily(client, folder);
            figures.put("hour_took", "s", (System.nanoTime() - began) / 1e9);
            engine.kill();
        }
        Recovery start = restarts("restart_after_hour", folder);
        figures.put("hour_records", "", start.last());
        figures.put("append_records_per_second", "1/s", start.last() / figures.of("hour_took"));
        try (EngineProcess engine = EngineProcess.start(folder);
                CamundaClient client = engine.client()) {
            lengthenTail(client, folder);
            engine.kill();
        }
        restarts("restart_longest_tail", folder);
    }

    private void steadily(CamundaClient client, Path folder) {
        AtomicInteger done = new AtomicInteger();
        long[] most = new long[2];
        Load.worked(client, done, () -> {
            for (int created = 0; created < HOUR; created += BATCH) {
                Load.sideBySide(BATCH, run -> Load.create(client, Load.WORK));
                int half = created < HOUR / 2 ? 0 : 1;
                most[half] = Math.max(most[half], DiskUse.of(folder));
            }
            await().atMost(PATIENCE).until(() -> done.get() == HOUR);
        });
        figures.put("hour_disk_most_first_half", "MB", most[0] / MEGABYTE);
        figures.put("hour_disk_most_second_half", "MB", most[1] / MEGABYTE);
        figures.put("hour_disk_after", "MB", DiskUse.of(folder) / MEGABYTE);
    }

    /** The middle of some starts on the same data: nothing is asked of the engine in between. */
    private Recovery restarts(String figure, Path folder) {
        double[] millis = new double[RESTARTS];
        double[] processor = new double[RESTARTS];
        Recovery last = null;
        for (int run = 0; run < RESTARTS; run++) {
            try (EngineProcess engine = EngineProcess.start(folder)) {
                millis[run] = engine.startTime().toNanos() / 1e6;
                processor[run] = engine.processorTime().toNanos() / 1e6;
                last = engine.recovery();
            }
        }
        figures.put(figure, "ms", Figures.percentile(millis, 50));
        figures.put(figure + "_processor", "ms", Figures.percentile(processor, 50));
        figures.put(figure + "_replayed", "", last.records());
        return last;
    }

    /** Works on until a snapshot is nearly due again: it is after 8 MB, of which the tail is then 6.5 or more. */
    private static void lengthenTail(CamundaClient client, Path folder) {
        Load.worked(client, new AtomicInteger(), () -> {
            Mark since = Mark.of(folder);
            while (since.written(folder) < LONG_TAIL) {
                Load.sideBySide(BATCH / 10, run -> Load.create(client, Load.WORK));
                since = since.snapshot().equals(newestSnapshot(folder)) ? since : Mark.of(folder);
            }
        });
    }

    /** How far the log had come when a snapshot was first seen. */
    private record Mark(String snapshot, String segment, long size) {

        static Mark of(Path folder) {
            String last = names(log(folder)).max(String::compareTo).orElseThrow();
            return new Mark(newestSnapshot(folder), last, size(folder, last));
        }

        long written(Path folder) {
            return names(log(folder))
                            .filter(name -> name.compareTo(segment) >= 0)
                            .mapToLong(name -> size(folder, name))
                            .sum()
                    - size;
        }

        private static long size(Path folder, String name) {
            return log(folder).resolve(name).toFile().length();
        }
    }

    private static String newestSnapshot(Path folder) {
        return names(folder.resolve("snapshots"))
                .filter(name -> name.matches("\\d{20}"))
                .max(String::compareTo)
                .orElse("");
    }

    private static Stream<String> names(Path folder) {
        return Arrays.stream(Objects.requireNonNull(folder.toFile().list()));
    }

    private static Path log(Path folder) {
        return folder.resolve("log");
    }

    private static double seconds(Duration duration) {
        return duration.toNanos() / 1e9;
    }
}
