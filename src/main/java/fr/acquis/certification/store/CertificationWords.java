package fr.acquis.certification.store;

import fr.acquis.certification.CertificationId;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The words each certification is found by: of its own row, its blocs, its branches, and the jobs the register leads it to. */
@Repository
public class CertificationWords {

    private final JdbcClient database;
    private final JdbcTemplate batches;

    CertificationWords(JdbcClient database, JdbcTemplate batches) {
        this.database = database;
        this.batches = batches;
    }

    /** Makes them again from what the rows say now. */
    public void write(CertificationId id) {
        List<String> words = Stream.of(ofItself(id), ofItsBlocks(id), ofTheRegister(id))
                .flatMap(texts -> texts)
                .flatMap(SearchText::words)
                .distinct()
                .toList();
        database.sql("delete from certification_word where certification_id = :id")
                .param("id", id.value())
                .update();
        // The collation may hold two words for one: « qualité », « qualite ».
        batches.batchUpdate(
                "insert into certification_word (word, certification_id) values (?, ?) on duplicate key update word = word",
                words.stream().map(word -> new Object[] {word, id.value()}).toList());
    }

    /** Those that have none, for instance because they were here before words were kept. */
    public List<CertificationId> missing() {
        return database.sql("""
                        select c.id
                        from certification c
                        where not exists (select 1 from certification_word w where w.certification_id = c.id)
                        """).query(UUID.class).list().stream()
                .map(CertificationId::new)
                .toList();
    }

    private Stream<String> ofItself(CertificationId id) {
        return database.sql("select number, title, branch, certifier from certification where id = :id")
                .param("id", id.value())
                .query((row, n) -> Stream.of(
                        row.getString("number"),
                        row.getString("title"),
                        row.getString("branch"),
                        row.getString("certifier")))
                .single()
                .filter(Objects::nonNull);
    }

    private Stream<String> ofItsBlocks(CertificationId id) {
        return database
                .sql("select code, title from skill_block where certification_id = :id")
                .param("id", id.value())
                .query((row, n) -> Stream.of(row.getString("code"), row.getString("title")))
                .list()
                .stream()
                .flatMap(one -> one);
    }

    private Stream<String> ofTheRegister(CertificationId id) {
        return database
                .sql("""
                        select code as first, label as second from certification_rome where certification_id = :id
                        union all
                        select code, title from certification_register_block where certification_id = :id
                        union all
                        select '', b.name
                        from certification_branch o
                        join branch b on b.slug = o.branch_slug
                        where o.certification_id = :id
                        """)
                .param("id", id.value())
                .query((row, n) -> Stream.of(row.getString("first"), row.getString("second")))
                .list()
                .stream()
                .flatMap(one -> one);
    }
}
