package fr.acquis.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.acquis.devservices.AcquisTest;
import fr.acquis.devservices.ActingAs;
import fr.acquis.engine.Figures;
import fr.acquis.evidence.corpus.Layout;
import fr.acquis.evidence.corpus.Specimen;
import fr.acquis.evidence.corpus.Specimen.Form;
import fr.acquis.identity.Role;
import fr.acquis.identity.SignedIn;
import fr.acquis.shared.JourneyId;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.IntFunction;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Documents a second from the candidate's file to text, class and facts in the database, store included, with one reading
 * process; beside a bare Tika loop in one process of the same heap, which keeps nothing, masks nothing and understands nothing.
 * Rounds of both take turns, first with documents of a page or a few, then with long ones.
 */
@AcquisTest
@Tag("bench")
@EnabledIfSystemProperty(named = "bench", matches = "extract|all")
class ExtractBench {

    private static final int ROUNDS = 3;
    private static final int DOCUMENTS = Integer.getInteger("bench.documents", 200);
    private static final int LONG_DOCUMENTS = DOCUMENTS * 3 / 20;
    private static final int WARMING = Integer.getInteger("bench.warming", 40);
    private static final int PER_JOURNEY = 20;

    /** People who send at the same time; each sends one file after the other. */
    private static final int SENDERS = 4;

    @Autowired
    Evidences evidences;

    @Autowired
    ActingAs as;

    @Autowired
    JdbcClient database;

    @TempDir
    Path folder;

    private final Figures figures = new Figures("extract");
    private double bareComputing;

    @Test
    void documents_are_understood_about_as_fast_as_tika_alone_reads_them() throws Exception {
        ours(specimens(WARMING, 0));
        compare("", DOCUMENTS, round -> specimens(DOCUMENTS, round));
        compare("long_", LONG_DOCUMENTS, ExtractBench::longOnes);
        figures.write(Path.of("target", "bench"));
        assertThat(figures.of("ours_of_bare_percent")).isGreaterThanOrEqualTo(50);
    }

    /** @param row what the names of the figures begin with */
    private void compare(String row, int count, IntFunction<List<Specimen>> made) throws Exception {
        List<Double> ours = new ArrayList<>();
        List<Double> bare = new ArrayList<>();
        Map<String, Double> computing = new TreeMap<>();
        bareComputing = 0;
        DatabaseWork work = new DatabaseWork(database);
        work.begin();
        for (int round = 1; round <= ROUNDS; round++) {
            List<Specimen> documents = made.apply(round);
            bare.add(count / tika(documents, row + round));
            ComputingTime time = ComputingTime.begin(database);
            ours.add(count / ours(documents));
            time.since().forEach((who, seconds) -> computing.merge(who, seconds, Double::sum));
        }
        double all = ROUNDS * count;
        figures.put(row + "bare_tika_median", "documents/s", median(bare));
        figures.put(row + "ours_median", "documents/s", median(ours));
        figures.put(row + "ours_of_bare_percent", "%", 100 * median(ours) / median(bare));
        figures.put(row + "statements", "a document", work.statements() / all);
        figures.put(row + "commits", "a document", work.commits() / all);
        computing.forEach((who, seconds) -> figures.put(row + "cpu_" + who, "ms a document", 1000 * seconds / all));
        figures.put(row + "cpu_bare_tika", "ms a document", 1000 * bareComputing / all);
        figures.put(row + "spread_bare", "documents/s", spread(bare));
        figures.put(row + "spread_ours", "documents/s", spread(ours));
    }

    private double ours(List<Specimen> documents) {
        SignedIn candidate = as.newCandidate();
        SignedIn agent = as.seeded(Role.AGENT);
        List<JourneyId> journeys = new ArrayList<>();
        long began = System.nanoTime();
        try (ExecutorService senders = Executors.newFixedThreadPool(SENDERS)) {
            for (int first = 0; first < documents.size(); first += PER_JOURNEY) {
                JourneyId journey = JourneyId.create();
                journeys.add(journey);
                List<Specimen> some = documents.subList(first, Math.min(first + PER_JOURNEY, documents.size()));
                senders.execute(() ->
                        as.run(candidate, () -> some.forEach(one -> attach(journey, candidate, agent, one))));
            }
        }
        await().pollInterval(Duration.ofMillis(50))
                .atMost(Duration.ofMinutes(20))
                .until(() -> waiting(journeys) == 0);
        return (System.nanoTime() - began) / 1e9;
    }

    private void attach(JourneyId journey, SignedIn candidate, SignedIn agent, Specimen one) {
        evidences.attach(
                journey,
                agent.certifyingBody(),
                candidate.id(),
                EvidenceKind.OTHER,
                one.fileName(),
                "",
                new ByteArrayInputStream(one.bytes()),
                one.bytes().length);
    }

    private int waiting(List<JourneyId> journeys) {
        return database.sql("""
                        select count(*) from evidence_version v join evidence e on e.id = v.evidence_id
                        where e.journey_id in (:journeys) and v.reading in ('PENDING', 'RECOGNISING')
                        """)
                .param("journeys", journeys.stream().map(JourneyId::value).toList())
                .query(Integer.class)
                .single();
    }

    /** Started and warm before its clock runs, as ours is. */
    private double tika(List<Specimen> documents, String round) throws IOException {
        List<Path> files = new ArrayList<>();
        for (int n = 0; n < documents.size(); n++) {
            files.add(Files.write(
                    folder.resolve(round + "-" + n + "-" + documents.get(n).fileName()),
                    documents.get(n).bytes()));
        }
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx384m",
                        "-Xss2m",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        BareTika.class.getName())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (BufferedWriter ask =
                        new BufferedWriter(new OutputStreamWriter(process.getOutputStream(), StandardCharsets.UTF_8));
                BufferedReader answers =
                        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (Path file : files.subList(0, Math.min(WARMING, files.size()))) {
                parse(file, ask, answers);
            }
            double computed = ComputingTime.seconds(process.toHandle());
            long began = System.nanoTime();
            for (Path file : files) {
                parse(file, ask, answers);
            }
            double seconds = (System.nanoTime() - began) / 1e9;
            bareComputing += ComputingTime.seconds(process.toHandle()) - computed;
            return seconds;
        } finally {
            process.destroyForcibly().onExit().join();
        }
    }

    private static void parse(Path file, BufferedWriter ask, BufferedReader answers) throws IOException {
        ask.write(file + "\n");
        ask.flush();
        assertThat(answers.readLine()).isNotNull();
    }

    private static List<Specimen> specimens(int count, int round) {
        List<Layout> layouts = layouts();
        List<Specimen> made = new ArrayList<>();
        for (int n = 0; n < count; n++) {
            Form form = n % 4 == 0 ? Form.DOCX : Form.PDF;
            made.add(Specimen.of(layouts.get(n % layouts.size()), form, 1_000_000L * round + n));
        }
        return made;
    }

    /** Ten to forty sheets of one layout bound, as people send their payslips of some years. */
    private static List<Specimen> longOnes(int round) {
        List<Layout> layouts = layouts();
        List<Specimen> made = new ArrayList<>();
        for (int n = 0; n < LONG_DOCUMENTS; n++) {
            Form form = n % 4 == 0 ? Form.DOCX : Form.PDF;
            Layout layout = layouts.get(n % layouts.size());
            long seed = 10_000_000L * round + 100L * n;
            made.add(Specimen.bound(
                    LongStream.range(0, 10 + n * 7 % 31)
                            .mapToObj(sheet -> Specimen.of(layout, Form.PDF, seed + sheet))
                            .toList(),
                    form));
        }
        return made;
    }

    private static List<Layout> layouts() {
        return Stream.concat(Layout.tuning().stream(), Layout.allHeldOut().stream())
                .toList();
    }

    private static double median(List<Double> values) {
        return values.stream().sorted().toList().get(values.size() / 2);
    }

    private static double spread(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).max().orElseThrow()
                - values.stream().mapToDouble(Double::doubleValue).min().orElseThrow();
    }
}
