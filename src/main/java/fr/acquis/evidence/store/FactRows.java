package fr.acquis.evidence.store;

import fr.acquis.audit.Audit;
import fr.acquis.evidence.Evidence;
import fr.acquis.evidence.EvidenceId;
import fr.acquis.evidence.FactKind;
import fr.acquis.evidence.FactState;
import fr.acquis.evidence.LineAnswer;
import fr.acquis.evidence.StatedLine;
import fr.acquis.evidence.StatedLine.Stated;
import fr.acquis.shared.BusinessRefusal;
import fr.acquis.shared.PersonId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Facts as rows; each verb writes its audit entry, with kinds and never with values. */
@Repository
public class FactRows {

    private final JdbcClient database;
    private final Audit audit;
    private final Clock clock;

    FactRows(JdbcClient database, Audit audit, Clock clock) {
        this.database = database;
        this.audit = audit;
        this.clock = clock;
    }

    /** Who answers, and whether for the certifying body. */
    public record Answering(PersonId person, boolean staff) {}

    public List<StatedLine> of(Evidence piece) {
        return of(List.of(piece));
    }

    /** In the order of the pieces, then of their lines. */
    public List<StatedLine> of(List<Evidence> pieces) {
        if (pieces.isEmpty()) {
            return List.of();
        }
        Map<UUID, Map<Integer, List<Stated>>> lines = new LinkedHashMap<>();
        pieces.forEach(piece -> lines.put(piece.id().value(), new TreeMap<>()));
        database.sql("""
                        select f.evidence_id, f.line, f.kind, f.value, f.page, f.snippet, f.state, f.answer,
                            f.answered_by_staff, f.answered_at
                        from evidence_fact f where f.evidence_id in (:ids)
                        order by f.line, field(f.kind, 'EMPLOYER', 'SIRET', 'ROLE', 'PERIOD', 'HOURS', 'NAME')
                        """).param("ids", lines.keySet()).query(row -> {
            lines.get(row.getObject("evidence_id", UUID.class))
                    .computeIfAbsent(row.getInt("line"), line -> new ArrayList<>())
                    .add(stated(row));
        });
        return pieces.stream()
                .flatMap(piece -> lines.get(piece.id().value()).entrySet().stream()
                        .map(line ->
                                new StatedLine(piece.id(), piece.current().number(), line.getKey(), line.getValue())))
                .toList();
    }

    private static Stated stated(ResultSet row) throws SQLException {
        return new Stated(
                FactKind.valueOf(row.getString("kind")),
                row.getString("value"),
                row.getObject("page", Integer.class),
                row.getString("snippet"),
                FactState.valueOf(row.getString("state")),
                row.getString("answer"),
                row.getBoolean("answered_by_staff"),
                row.getObject("answered_at", Instant.class));
    }

    public int lastLine(Evidence piece) {
        lock(piece);
        return database.sql("select coalesce(max(line), 0) from evidence_fact where evidence_id = :id")
                .param("id", piece.id().value())
                .query(Integer.class)
                .single();
    }

    public void confirm(Evidence piece, int line, Answering by) {
        Map<FactKind, Stated> before = before(piece, line, by);
        before.forEach((kind, fact) -> answer(
                piece,
                line,
                kind,
                fact.answer() == null ? FactState.CONFIRMED : FactState.CORRECTED,
                fact.answer(),
                by));
        recordAnswer(piece, "confirm-facts", line, before.keySet().toString(), by);
    }

    public void reject(Evidence piece, int line, Answering by) {
        Map<FactKind, Stated> before = before(piece, line, by);
        before.keySet().forEach(kind -> answer(piece, line, kind, FactState.REJECTED, null, by));
        recordAnswer(piece, "reject-facts", line, before.keySet().toString(), by);
    }

    public void correct(Evidence piece, int line, LineAnswer given, Answering by) {
        Map<FactKind, Stated> before = before(piece, line, by);
        for (FactKind kind : FactKind.values()) {
            Stated read = before.get(kind);
            String value = given.values().get(kind);
            if (kind == FactKind.NAME || read == null && value == null) {
                continue;
            }
            if (read == null) {
                insert(piece, line, kind, given.page());
            }
            boolean same = read != null && read.read().equals(value);
            FactState state = value == null ? FactState.REJECTED : same ? FactState.CONFIRMED : FactState.CORRECTED;
            answer(piece, line, kind, state, state == FactState.CORRECTED ? value : null, by);
        }
        recordAnswer(piece, "correct-facts", line, given.values().keySet().toString(), by);
    }

    public void answerName(Evidence piece, boolean theirs, Answering by) {
        lock(piece);
        database.sql("""
                        update evidence_fact set state = :state, answered_by = :by, answered_by_staff = :staff, answered_at = :now
                        where evidence_id = :id and kind = 'NAME' and (not answered_by_staff or :staff)
                        """)
                .param("state", (theirs ? FactState.CONFIRMED : FactState.REJECTED).name())
                .param("by", by.person().value())
                .param("staff", by.staff())
                .param("now", clock.instant())
                .param("id", piece.id().value())
                .update();
        recordAnswer(piece, theirs ? "confirm-name" : "question-name", 1, "NAME", by);
    }

    /** What stood there; refused to a candidate where the certifying body has spoken. */
    private Map<FactKind, Stated> before(Evidence piece, int line, Answering by) {
        lock(piece);
        Map<FactKind, Stated> before = new EnumMap<>(FactKind.class);
        of(piece).stream()
                .filter(one -> one.line() == line)
                .flatMap(one -> one.facts().stream())
                .filter(fact -> fact.kind() != FactKind.NAME)
                .forEach(fact -> before.put(fact.kind(), fact));
        if (!by.staff() && before.values().stream().anyMatch(Stated::byStaff)) {
            throw new BusinessRefusal(BusinessRefusal.Kind.CONFLICT, "evidence.facts.checked");
        }
        return before;
    }

    private void lock(Evidence piece) {
        EvidenceId id = piece.id();
        database.sql("select id from evidence where id = :id for update")
                .param("id", id.value())
                .query(UUID.class)
                .single();
    }

    private void insert(Evidence piece, int line, FactKind kind, int page) {
        database.sql("""
                        insert into evidence_fact (evidence_id, number, line, kind, value, page, snippet, state)
                        values (:id, :number, :line, :kind, '', :page, null, 'PROPOSED')
                        """)
                .param("id", piece.id().value())
                .param("number", piece.current().number())
                .param("line", line)
                .param("kind", kind.name())
                .param("page", page > 0 ? page : null)
                .update();
    }

    private void answer(
            Evidence piece, int line, FactKind kind, FactState state, @Nullable String value, Answering by) {
        database.sql("""
                        update evidence_fact
                        set state = :state, answer = :value, answered_by = :by, answered_by_staff = :staff, answered_at = :now
                        where evidence_id = :id and number = :number and line = :line and kind = :kind
                        """)
                .param("state", state.name())
                .param("value", value)
                .param("by", by.person().value())
                .param("staff", by.staff())
                .param("now", clock.instant())
                .param("id", piece.id().value())
                .param("number", piece.current().number())
                .param("line", line)
                .param("kind", kind.name())
                .update();
    }

    private void recordAnswer(Evidence piece, String action, int line, String kinds, Answering by) {
        audit.record(
                piece.journey().value(),
                action,
                Map.of(
                        "evidence",
                        piece.id().toString(),
                        "line",
                        Integer.toString(line),
                        "kinds",
                        kinds,
                        "as",
                        by.staff() ? "STAFF" : "CANDIDATE"));
    }
}
