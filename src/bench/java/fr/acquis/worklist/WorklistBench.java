package fr.acquis.worklist;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import fr.acquis.devservices.AcquisTest;
import fr.acquis.devservices.ActingAs;
import fr.acquis.devservices.DevServices;
import fr.acquis.engine.Figures;
import fr.acquis.identity.CertifyingBody;
import fr.acquis.identity.Organisations;
import fr.acquis.worklist.store.Counters;
import fr.acquis.worklist.store.TaskList;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The same questions to the same rows on the same server, turn by turn: Acquis, Operaton, Flowable. {@code -Dbench.rows=} a
 * list of sizes, {@code 10000,100000} unless said otherwise; {@code -Dbench.alone} leaves the others out.
 */
@AcquisTest
@Tag("bench")
@EnabledIfSystemProperty(named = "bench", matches = "worklist|all")
class WorklistBench {

    private static final int ROUNDS = Integer.getInteger("bench.rounds", 60);
    private static final int PEER_ROUNDS = Integer.getInteger("bench.peer.rounds", 15);
    private static final boolean ALONE = Boolean.getBoolean("bench.alone");
    private static final int STEPS = 500;
    private static final int PEER_STEPS = Integer.getInteger("bench.peer.steps", 60);
    private static final int PICKERS = 50;
    private static final int CLAIMED = 400;
    private static final int WARMING = 2_000;
    private static final Duration PAUSE = Duration.ofMillis(500);

    @Autowired
    TaskList list;

    @Autowired
    Counters counters;

    @Autowired
    Worklist worklist;

    @Autowired
    ActingAs as;

    @Autowired
    Organisations organisations;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    DataSource database;

    private interface Ask {
        int of(Side side, int n);
    }

    @Test
    void three_worklists_answer_the_same_questions() throws Exception {
        String sizes = System.getProperty("bench.rows", "10000,100000");
        Figures figures = new Figures("worklist");
        CertifyingBody body = transaction.execute(status -> organisations.register("bench", "Bench"));
        try (HikariDataSource operatonData = DevServices.shared().freshDatabase("bench_operaton");
                HikariDataSource flowableData = DevServices.shared().freshDatabase("bench_flowable");
                OperatonSide operaton = new OperatonSide(operatonData);
                FlowableSide flowable = new FlowableSide(flowableData, "bench_flowable")) {
            // Numbering a row asks a second connection of them while the first is held: fifty people want more than
            // fifty.
            operatonData.setMaximumPoolSize(PICKERS + 5);
            flowableData.setMaximumPoolSize(PICKERS + 5);
            room(operatonData);
            OurSide ours = new OurSide(list, counters, worklist, as, body.id());
            for (String size : sizes.split(",")) {
                long rows = Long.parseLong(size.strip());
                load(body, operatonData, flowableData, rows);
                measure(figures, rows, ALONE ? List.of(ours) : List.of(ours, operaton, flowable));
            }
        } finally {
            figures.write(Path.of("target", "bench"));
        }
    }

    /** The server's memory of a small production machine, for all sides. */
    private static void room(DataSource any) throws SQLException {
        try (Connection server = any.getConnection();
                Statement sql = server.createStatement()) {
            sql.execute("set global innodb_buffer_pool_size = 4 * 1024 * 1024 * 1024");
        }
    }

    private void load(CertifyingBody body, DataSource operatonData, DataSource flowableData, long rows)
            throws Exception {
        try (Connection ours = database.getConnection();
                Connection theirs = operatonData.getConnection();
                Connection others = flowableData.getConnection()) {
            for (Connection one : List.of(ours, theirs, others)) {
                one.setAutoCommit(true);
            }
            Bench.fill(ours, rows);
            String source = ours.getCatalog() + ".bench_row";
            OurSide.load(ours, body.id().value());
            if (!ALONE) {
                OperatonSide.load(theirs, source);
                FlowableSide.load(others, source);
            }
        }
    }

    private void measure(Figures figures, long rows, List<Side> sides) throws Exception {
        Map<String, Ask> asked = new LinkedHashMap<>();
        asked.put("mine", (side, n) -> side.mine(n % Bench.PEOPLE));
        asked.put("unassigned", (side, n) -> side.unassigned(n % Bench.TEAMS));
        asked.put("certification", (side, n) -> side.byCertification(n % Bench.TEAMS, (n * 7) % 12));
        asked.put("word", (side, n) -> side.word(n % Bench.TEAMS, Bench.nameOf((n * n) % Bench.FAMILY_NAMES)));
        asked.put("badges", (side, n) -> side.badges(n % Bench.PEOPLE, n % Bench.TEAMS));
        for (var question : asked.entrySet()) {
            compare(figures, question.getKey() + " " + rows, sides, question.getValue());
        }
        for (Side side : sides) {
            int steps = side instanceof OurSide ? STEPS : PEER_STEPS;
            side.pages(0, 10);
            put(figures, "next page " + rows, side, side.pages(0, steps));
        }
        claims(figures, rows, sides);
    }

    /**
     * Turn by turn, so that whatever else the machine does is everybody's; what each found is the same. Every question was asked
     * once before, of all sides: what the first time costs more is reading from the disk.
     */
    private static void compare(Figures figures, String name, List<Side> sides, Ask ask) {
        Map<Side, List<Long>> times = new LinkedHashMap<>();
        sides.forEach(side -> times.put(side, new ArrayList<>()));
        first(figures, name, sides.getFirst(), ask);
        for (int n = -PEER_ROUNDS; n < ROUNDS; n++) {
            List<Integer> found = new ArrayList<>();
            for (Side side : sides) {
                if (n >= PEER_ROUNDS && !(side instanceof OurSide)) {
                    continue;
                }
                long begin = System.nanoTime();
                found.add(ask.of(side, Math.abs(n)));
                if (n >= 0) {
                    times.get(side).add(System.nanoTime() - begin);
                }
            }
            assertThat(found).as("%s, question %d", name, n).allMatch(found.getFirst()::equals);
        }
        times.forEach((side, taken) -> put(figures, name, side, taken));
    }

    private static void first(Figures figures, String name, Side ours, Ask ask) {
        List<Long> times = new ArrayList<>();
        for (int n = 0; n < ROUNDS; n++) {
            long begin = System.nanoTime();
            ask.of(ours, n);
            times.add(System.nanoTime() - begin);
        }
        put(figures, name + " for the first time", ours, times);
    }

    private static void put(Figures figures, String name, Side side, List<Long> nanos) {
        double[] millis = nanos.stream().mapToDouble(taken -> taken / 1e6).toArray();
        figures.put(name + " " + side.name() + " p50", "ms", Figures.percentile(millis, 50));
        figures.put(name + " " + side.name() + " p95", "ms", Figures.percentile(millis, 95));
        System.out.println(name + " " + side.name() + " " + Arrays.toString(millis));
    }

    /**
     * Fifty people, each row wanted by two of them: first each with a hundred and more a minute, as nobody can, then as fast as
     * the machine answers. Some thousand others are claimed before, so that it is a worklist of the day and not of a start.
     */
    private void claims(Figures figures, long rows, List<Side> sides) throws Exception {
        int[] free = freeRows();
        for (Side side : sides) {
            claimed(side, Arrays.copyOfRange(free, 0, WARMING), Duration.ZERO);
        }
        for (Side side : sides) {
            int[] wanted = Arrays.copyOfRange(free, WARMING, WARMING + CLAIMED);
            Claimed paced = claimed(side, wanted, PAUSE);
            put(figures, "claim " + rows, side, paced.times());
            figures.put("claim " + rows + " " + side.name() + " winners per row", "", paced.won() / (double) CLAIMED);
        }
        for (Side side : sides) {
            int[] wanted = Arrays.copyOfRange(free, WARMING + CLAIMED, WARMING + 2 * CLAIMED);
            put(
                    figures,
                    "claim without a pause " + rows,
                    side,
                    claimed(side, wanted, Duration.ZERO).times());
        }
    }

    private record Claimed(List<Long> times, int won) {}

    private static Claimed claimed(Side side, int[] wanted, Duration pause) throws Exception {
        AtomicInteger won = new AtomicInteger();
        List<Future<List<Long>>> running = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(PICKERS)) {
            for (int picker = 0; picker < PICKERS; picker++) {
                int who = picker;
                running.add(threads.submit(() -> claim(side, wanted, who, pause, won)));
            }
        }
        List<Long> times = new ArrayList<>();
        for (Future<List<Long>> one : running) {
            times.addAll(one.get());
        }
        return new Claimed(times, won.get());
    }

    private static List<Long> claim(Side side, int[] wanted, int who, Duration pause, AtomicInteger won) {
        List<Long> times = new ArrayList<>();
        int[] mine = IntStream.range(0, wanted.length)
                .filter(n -> n % PICKERS == who || (n + PICKERS / 2) % PICKERS == who)
                .map(n -> wanted[n])
                .toArray();
        shuffle(mine, new Random(who));
        long next = System.nanoTime() + pause.toNanos() * who / PICKERS;
        for (int row : mine) {
            LockSupport.parkNanos(next - System.nanoTime());
            long begin = System.nanoTime();
            if (side.claim(row, who)) {
                won.incrementAndGet();
            }
            times.add(System.nanoTime() - begin);
            next += pause.toNanos();
        }
        return times;
    }

    private static void shuffle(int[] values, Random chance) {
        for (int n = values.length - 1; n > 0; n--) {
            int other = chance.nextInt(n + 1);
            int kept = values[n];
            values[n] = values[other];
            values[other] = kept;
        }
    }

    private int[] freeRows() throws Exception {
        try (Connection ours = database.getConnection();
                var sql = ours.createStatement();
                var found = sql.executeQuery("select seq from bench_row where person is null order by seq desc limit "
                        + (WARMING + 2 * CLAIMED))) {
            List<Integer> free = new ArrayList<>();
            while (found.next()) {
                free.add(found.getInt(1));
            }
            return free.stream().mapToInt(Integer::intValue).toArray();
        }
    }
}
