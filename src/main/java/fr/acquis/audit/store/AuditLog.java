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
        Instant stored = at.truncatedTo(ChronoUnit.MICROS);
        String said = JSON.writeValueAsString(facts);
        Head head = moveHead(subject, Line.after(stored, actor, action, said));
        database.sql("""
                        insert into audit_entry (subject_id, number, at, actor_id, actor_role, origin, action, facts, hash)
                        values (:subject, :number, :at, :actor, :role, :origin, :action, :facts, :hash)
                        """)
                .param("subject", subject)
                .param("number", head.number())
                .param("at", stored)
                .param("actor", actor.person())
                .param("role", actor.role())
                .param("origin", actor.origin())
                .param("action", action)
                .param("facts", said)
                .param("hash", head.hash())
                .update();
    }

    /**
     * Locks the head, an absent one too (two first entries cannot both find nothing), and moves it on by one: the database
     * reckons what {@link Line#hashAfter} does.
     */
    private Head moveHead(UUID subject, String said) {
        return database.sql("""
                        insert into audit_chain (subject_id, last_number, last_hash)
                        values (:subject, 1, sha2(concat(:zero, '\n', :named, '\n', 1, :said), 256))
                        on duplicate key update
                            last_hash = sha2(concat(convert(last_hash using utf8mb4) collate utf8mb4_bin, '\n', :named, '\n', last_number + 1, :said), 256),
                            last_number = last_number + 1
                        returning last_number, last_hash
                        """)
                .param("subject", subject)
                .param("zero", BEFORE_FIRST)
                .param("named", subject.toString())
                .param("said", said)
                .query((row, n) -> new Head(row.getLong("last_number"), row.getString("last_hash")))
                .single();
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

        /** What follows the number. */
        static String after(Instant at, Actor actor, String action, String facts) {
            return after(at, actor.person(), actor.role(), actor.origin(), action, facts);
        }

        private static String after(
                Instant at, UUID actor, String actorRole, String origin, String action, String facts) {
            return String.join(
                    "\n", "", at.toString(), String.valueOf(actor), actorRole, String.valueOf(origin), action, facts);
        }

        String hashAfter(String previous) {
            return Sha256.of(String.join("\n", previous, subject.toString(), Long.toString(number))
                            + after(at, actor, actorRole, origin, action, facts))
                    .hex();
        }
    }
}
