package fr.acquis.audit.store;

import fr.acquis.audit.Actor;
import fr.acquis.audit.AuditEntry;
import fr.acquis.shared.Sha256;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The chains' rows. The chain's head is locked while an entry is added, so numbers have no gap and no twin. */
@Repository
public class AuditLog {

    static final String BEFORE_FIRST = "0".repeat(64);

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final JdbcClient database;

    AuditLog(JdbcClient database) {
        this.database = database;
    }

    public void append(UUID subject, Instant at, Actor actor, String action, SortedMap<String, String> facts) {
        // Inserting locks the head, an absent one too; two first entries cannot both find nothing.
        Head head = database.sql("""
                        insert into audit_chain (subject_id, last_number, last_hash) values (:subject, 0, :zero)
                        on duplicate key update last_number = last_number
                        returning last_number, last_hash
                        """)
                .param("subject", subject)
                .param("zero", BEFORE_FIRST)
                .query((row, n) -> new Head(row.getLong("last_number"), row.getString("last_hash")))
                .single();
        Instant stored = at.truncatedTo(ChronoUnit.MICROS);
        long number = head.number() + 1;
        Line line = new Line(
                subject,
                number,
                stored,
                actor.person(),
                actor.role(),
                actor.origin(),
                action,
                JSON.writeValueAsString(facts));
        String hash = line.hashAfter(head.hash());
        database.sql("""
                        insert into audit_entry (subject_id, number, at, actor_id, actor_role, origin, action, facts, hash)
                        values (:subject, :number, :at, :actor, :role, :origin, :action, :facts, :hash)
                        """)
                .param("subject", subject)
                .param("number", number)
                .param("at", stored)
                .param("actor", actor.person())
                .param("role", actor.role())
                .param("origin", actor.origin())
                .param("action", action)
                .param("facts", line.facts())
                .param("hash", hash)
                .update();
        database.sql("update audit_chain set last_number = :number, last_hash = :hash where subject_id = :subject")
                .param("number", number)
                .param("hash", hash)
                .param("subject", subject)
                .update();
    }

    public List<AuditEntry> entries(UUID subject) {
        return lines(subject).stream()
                .map(stored -> {
                    Line line = stored.line();
                    return new AuditEntry(
                            line.subject(),
                            line.number(),
                            line.at(),
                            line.actor(),
                            line.actorRole(),
                            line.origin(),
                            line.action(),
                            JSON.readValue(line.facts(), new TypeReference<SortedMap<String, String>>() {}));
                })
                .toList();
    }

    public void eachSubject(Consumer<UUID> visitor) {
        database.sql("select subject_id from audit_chain order by subject_id")
                .query(UUID.class)
                .list()
                .forEach(visitor);
    }

    /** What is wrong in one chain, in words. */
    public List<String> broken(UUID subject) {
        List<String> findings = new ArrayList<>();
        String previous = BEFORE_FIRST;
        long expected = 1;
        for (StoredLine stored : lines(subject)) {
            if (stored.line().number() != expected) {
                findings.add("audit %s: entry %d is missing".formatted(subject, expected));
                expected = stored.line().number();
            } else if (!stored.hash().equals(stored.line().hashAfter(previous))) {
                findings.add("audit %s: entry %d was changed".formatted(subject, expected));
            }
            previous = stored.hash();
            expected++;
        }
        Head head = database.sql("select last_number, last_hash from audit_chain where subject_id = :subject")
                .param("subject", subject)
                .query((row, n) -> new Head(row.getLong("last_number"), row.getString("last_hash")))
                .optional()
                .orElse(new Head(0, BEFORE_FIRST));
        if (head.number() != expected - 1 || !head.hash().equals(previous)) {
            findings.add("audit %s: the chain ends at entry %d, its head says %d"
                    .formatted(subject, expected - 1, head.number()));
        }
        return findings;
    }

    private List<StoredLine> lines(UUID subject) {
        return database.sql("""
                        select subject_id, number, at, actor_id, actor_role, origin, action, facts, hash
                        from audit_entry where subject_id = :subject order by number
                        """)
                .param("subject", subject)
                .query((row, n) -> stored(row))
                .list();
    }

    private static StoredLine stored(ResultSet row) throws SQLException {
        Line line = new Line(
                row.getObject("subject_id", UUID.class),
                row.getLong("number"),
                row.getObject("at", Instant.class),
                row.getObject("actor_id", UUID.class),
                row.getString("actor_role"),
                row.getString("origin"),
                row.getString("action"),
                row.getString("facts"));
        return new StoredLine(line, row.getString("hash"));
    }

    private record Head(long number, String hash) {}

    private record StoredLine(Line line, String hash) {}

    /** What a hash covers; the order and the separator never change. */
    private record Line(
            UUID subject,
            long number,
            Instant at,
            UUID actor,
            String actorRole,
            String origin,
            String action,
            String facts) {

        String hashAfter(String previous) {
            return Sha256.of(String.join(
                            "\n",
                            previous,
                            subject.toString(),
                            Long.toString(number),
                            at.toString(),
                            String.valueOf(actor),
                            actorRole,
                            String.valueOf(origin),
                            action,
                            facts))
                    .hex();
        }
    }
}
