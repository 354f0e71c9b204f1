package fr.acquis.audit.store;

import fr.acquis.shared.Sha256;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Seals over the heads of the chains, themselves a chain. */
@Repository
public class AuditSeals {

    private static final int HEADS_PER_SEAL = 10_000;

    private final JdbcClient database;

    AuditSeals(JdbcClient database) {
        this.database = database;
    }

    public void seal(Instant now) {
        List<Head> heads = database.sql("""
                        select subject_id, last_number, last_hash from audit_chain
                        where pending = 1 order by subject_id limit :most for update
                        """)
                .param("most", HEADS_PER_SEAL)
                .query((row, n) -> new Head(
                        row.getObject("subject_id", UUID.class),
                        row.getLong("last_number"),
                        row.getString("last_hash")))
                .list();
        if (heads.isEmpty()) {
            return;
        }
        Seal last = database.sql("select number, at, hash from audit_seal order by number desc limit 1")
                .query(AuditSeals::seal)
                .optional()
                .orElse(new Seal(0, Instant.EPOCH, AuditLog.BEFORE_FIRST));
        long number = last.number() + 1;
        Instant at = now.truncatedTo(ChronoUnit.MICROS);
        String hash = hash(last.hash(), number, at, heads);
        database.sql("insert into audit_seal (number, at, head_count, hash) values (:number, :at, :count, :hash)")
                .param("number", number)
                .param("at", at)
                .param("count", heads.size())
                .param("hash", hash)
                .update();
        for (Head head : heads) {
            database.sql(
                            "insert into audit_sealed_head (seal_number, subject_id, number, hash) values (:seal, :subject, :number, :hash)")
                    .param("seal", number)
                    .param("subject", head.subject())
                    .param("number", head.number())
                    .param("hash", head.hash())
                    .update();
            database.sql("update audit_chain set sealed_number = :number where subject_id = :subject")
                    .param("number", head.number())
                    .param("subject", head.subject())
                    .update();
        }
    }

    /** Seals that do not recompute, and sealed heads whose entry is gone or other. */
    public List<String> broken() {
        List<String> findings = new ArrayList<>();
        String previous = AuditLog.BEFORE_FIRST;
        for (Seal seal : seals()) {
            List<Head> heads = database.sql("""
                            select subject_id, number, hash from audit_sealed_head where seal_number = :seal order by subject_id
                            """)
                    .param("seal", seal.number())
                    .query((row, n) -> new Head(
                            row.getObject("subject_id", UUID.class), row.getLong("number"), row.getString("hash")))
                    .list();
            if (!seal.hash().equals(hash(previous, seal.number(), seal.at(), heads))) {
                findings.add("audit seal %d does not recompute".formatted(seal.number()));
            }
            previous = seal.hash();
        }
        findings.addAll(database.sql("""
                        select concat('audit ', h.subject_id, ': entry ', h.number, ' was sealed and is gone or changed')
                        from audit_sealed_head h
                        left join audit_entry e on e.subject_id = h.subject_id and e.number = h.number and e.hash = h.hash
                        where e.number is null
                        """).query(String.class).list());
        return findings;
    }

    private List<Seal> seals() {
        return database.sql("select number, at, hash from audit_seal order by number")
                .query(AuditSeals::seal)
                .list();
    }

    private static Seal seal(ResultSet row, int n) throws SQLException {
        return new Seal(row.getLong("number"), row.getObject("at", Instant.class), row.getString("hash"));
    }

    private static String hash(String previous, long number, Instant at, List<Head> heads) {
        StringBuilder text = new StringBuilder(previous)
                .append('\n')
                .append(number)
                .append('\n')
                .append(at);
        heads.forEach(head -> text.append('\n')
                .append(head.subject())
                .append(' ')
                .append(head.number())
                .append(' ')
                .append(head.hash()));
        return Sha256.of(text.toString()).hex();
    }

    private record Seal(long number, Instant at, String hash) {}

    private record Head(UUID subject, long number, String hash) {}
}
