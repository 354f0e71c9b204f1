package fr.acquis.certification.store;

import static org.assertj.core.api.Assertions.assertThat;

import fr.acquis.certification.Certification;
import fr.acquis.certification.CertificationId;
import fr.acquis.devservices.AcquisTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** The search on ten thousand certifications, in a schema of its own: what it reads stays near what it shows. */
@AcquisTest
@Tag("certification")
@Tag("catalogue")
@TestInstance(Lifecycle.PER_CLASS)
class CatalogueVolumeTest {

    private static final int MANY = 10_000;
    private static final int PAGE = 21;
    private static final String SCHEMA = "catalogue_volume";
    private static final String[] TRADES = {
        "Agent",
        "Technicien",
        "Conducteur",
        "Animateur",
        "Négociateur",
        "Assistant",
        "Opérateur",
        "Chargé",
        "Préparateur",
        "Responsable"
    };
    private static final String[] SUBJECTS = {
        "maintenance industrielle",
        "contrôle qualité",
        "relation client",
        "logistique",
        "usinage",
        "soudage",
        "propreté urbaine",
        "conduite d’équipements",
        "vente à distance",
        "petite enfance",
        "cuisine collective",
        "montage de structures",
        "traitement thermique",
        "chaudronnerie",
        "gestion des stocks"
    };

    private SingleConnectionDataSource connection;
    private JdbcTemplate database;
    private CertificationRows rows;

    @BeforeAll
    void ten_thousand_certifications(
            @Autowired JdbcTemplate main,
            @Value("${spring.datasource.url}") String url,
            @Value("${spring.datasource.username}") String user,
            @Value("${spring.datasource.password}") String password) {
        String schema = main.queryForObject("select database()", String.class);
        main.execute("create or replace database " + SCHEMA);
        for (String table : List.of("certification", "certification_word")) {
            main.execute("create table %s.%s like %s.%s".formatted(SCHEMA, table, schema, table));
        }
        connection = new SingleConnectionDataSource(url.replace("/" + schema, "/" + SCHEMA), user, password, true);
        database = new JdbcTemplate(connection);
        rows = new CertificationRows(JdbcClient.create(connection));
        assertThat(database.queryForObject("select database()", String.class)).isEqualTo(SCHEMA);
        fill();
        database.execute("analyze table certification, certification_word");
    }

    private void fill() {
        List<Object[]> certifications = new ArrayList<>();
        List<Object[]> words = new ArrayList<>();
        for (int n = 0; n < MANY; n++) {
            CertificationId id = CertificationId.create();
            String number = "RNCP" + (200_000 + n);
            String title = "CQP %s en %s %d".formatted(TRADES[n % TRADES.length], SUBJECTS[n / 7 % SUBJECTS.length], n);
            String branch = "Branche " + n % 60;
            certifications.add(new Object[] {id.value(), "CPNE " + n % 60, number, title, branch});
            Stream<String> blocks = IntStream.range(0, 5)
                    .mapToObj(b -> "Réaliser la %s et en rendre compte".formatted(SUBJECTS[b % SUBJECTS.length]));
            Stream.concat(Stream.of(number, title, branch), blocks)
                    .flatMap(SearchText::words)
                    .distinct()
                    .forEach(word -> words.add(new Object[] {word, id.value()}));
        }
        database.batchUpdate("""
                        insert into certification (
                            id, certifier, registration, number, title, branch, fictive, created_at)
                        values (?, ?, 'RNCP', ?, ?, ?, true, now(6))
                        """, certifications);
        database.batchUpdate("insert ignore into certification_word (word, certification_id) values (?, ?)", words);
    }

    @AfterAll
    void leave_nothing() {
        database.execute("drop database " + SCHEMA);
        connection.destroy();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "cqp", "soudage", "RNCP200777", "200777", "negociateur soudage", "agent controle qualite"})
    void a_search_reads_words_and_titles_from_their_indexes(String words) {
        CatalogueQuery all = CatalogueQuery.of(words);
        assertThat(plan(all.page(null, false, PAGE))).allSatisfy(CatalogueVolumeTest::readsAnIndex);
        List<Certification> page = rows.search(words, null, false, PAGE);
        if (page.size() == PAGE) {
            assertThat(plan(all.page(page.getLast(), false, PAGE))).allSatisfy(CatalogueVolumeTest::readsAnIndex);
            assertThat(plan(all.page(page.getLast(), true, PAGE))).allSatisfy(CatalogueVolumeTest::readsAnIndex);
        }
    }

    @Test
    void a_page_of_all_reads_what_it_shows_wherever_it_stands() {
        List<Certification> first = rows.search("", null, false, PAGE);
        assertThat(readBy(() -> rows.search("", null, false, PAGE))).isLessThan(3 * PAGE);
        assertThat(readBy(() -> rows.search("", first.getLast(), false, PAGE))).isLessThan(3 * PAGE);
        Certification middle = rows.search("RNCP205000", null, false, PAGE).getFirst();
        assertThat(readBy(() -> rows.search("", middle, false, PAGE))).isLessThan(3 * PAGE);
        assertThat(readBy(() -> rows.search("", middle, true, PAGE))).isLessThan(3 * PAGE);
    }

    @Test
    void a_number_reads_the_one_it_names() {
        assertThat(rows.search("200777", null, false, PAGE))
                .singleElement()
                .satisfies(one -> assertThat(one.number()).isEqualTo("RNCP200777"));
        assertThat(readBy(() -> rows.search("200777", null, false, PAGE))).isLessThan(20);
    }

    @Test
    void a_common_word_reads_no_more_than_its_own_entries_and_the_page() {
        assertThat(rows.count("agent")).isEqualTo(MANY / TRADES.length);
        assertThat(readBy(() -> rows.search("agent", null, false, PAGE))).isLessThan(5 * MANY / TRADES.length);
    }

    private List<Map<String, Object>> plan(CatalogueQuery query) {
        return JdbcClient.create(connection)
                .sql("explain select * from certification " + query.clauses())
                .params(query.parameters())
                .query()
                .listOfRows();
    }

    /** No table is walked row by row; what stands between angle brackets is a result kept in memory. */
    private static void readsAnIndex(Map<String, Object> step) {
        assertThat(step.get("type")).as("%s", step).isNotEqualTo("ALL");
        if (String.valueOf(step.get("table")).equals("certification_word")) {
            assertThat(step.get("key")).as("%s", step).isIn("PRIMARY", "certification_id");
        }
    }

    /** How many entries the server read, in tables and in indexes. */
    private long readBy(Runnable search) {
        database.execute("flush status");
        search.run();
        return database.query("show session status like 'Handler_read%'", (row, n) -> row.getLong("Value")).stream()
                .mapToLong(Long::longValue)
                .sum();
    }
}
