package fr.acquis.certification.store;

import fr.acquis.certification.CertificationId;
import fr.acquis.certification.ChangeKind;
import fr.acquis.certification.FicheField;
import fr.acquis.certification.RegisterChange;
import fr.acquis.certification.RegisterChange.Difference;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What an import would change, field by field, and how far that was applied. */
@Repository
public class ChangeRows {

    private final JdbcClient database;
    private final JdbcTemplate batches;

    ChangeRows(JdbcClient database, JdbcTemplate batches) {
        this.database = database;
        this.batches = batches;
    }

    public void insert(UUID importId, List<RegisterChange> changes) {
        batches.batchUpdate(
                "insert into catalogue_import_change (import_id, number, kind, applied) values (?, ?, ?, false)",
                changes.stream()
                        .map(one ->
                                new Object[] {importId, one.number(), one.kind().name()})
                        .toList());
        batches.batchUpdate(
                "insert into catalogue_import_field (import_id, number, field, before_text, after_text) values (?, ?, ?, ?, ?)",
                changes.stream()
                        .flatMap(one -> one.fields().stream().map(field -> new Object[] {
                            importId, one.number(), field.field().name(), field.before(), field.after()
                        }))
                        .toList());
    }

    public Map<ChangeKind, Integer> counts(UUID importId) {
        Map<ChangeKind, Integer> counts = new EnumMap<>(ChangeKind.class);
        database.sql(
                        "select kind, count(*) as changes from catalogue_import_change where import_id = :import group by kind")
                .param("import", importId)
                .query(row -> {
                    counts.put(ChangeKind.valueOf(row.getString("kind")), row.getInt("changes"));
                });
        return counts;
    }

    /** One kind in the order of numbers, from one number on without it; backwards the nearest first. */
    public List<RegisterChange> page(UUID importId, ChangeKind kind, String edge, boolean backwards, int limit) {
        String beyond = backwards ? "h.number < :edge order by h.number desc" : "h.number > :edge order by h.number";
        List<RegisterChange> bare = database.sql("""
                        select h.number, h.kind, h.applied, f.title, c.id as certification
                        from catalogue_import_change h
                        join catalogue_import_fiche f on f.import_id = h.import_id and f.number = h.number
                        left join certification c on c.number = h.number
                        where h.import_id = :import and h.kind = :kind and
                        """ + beyond + " limit :limit")
                .param("import", importId)
                .param("kind", kind.name())
                .param("edge", edge)
                .param("limit", limit)
                .query(ChangeRows::change)
                .list();
        return withFields(importId, bare);
    }

    /** Numbers of the next changes that were not applied yet. */
    public List<Numbered> toApply(UUID importId, int limit) {
        return database.sql("""
                        select number, kind
                        from catalogue_import_change
                        where import_id = :import and not applied
                        order by number
                        limit :limit
                        """)
                .param("import", importId)
                .param("limit", limit)
                .query((row, n) -> new Numbered(row.getString("number"), ChangeKind.valueOf(row.getString("kind"))))
                .list();
    }

    public record Numbered(String number, ChangeKind kind) {}

    public int countApplied(UUID importId) {
        return database.sql("select count(*) from catalogue_import_change where import_id = :import and applied")
                .param("import", importId)
                .query(Integer.class)
                .single();
    }

    public void applied(UUID importId, Collection<String> numbers) {
        database.sql(
                        "update catalogue_import_change set applied = true where import_id = :import and number in (:numbers)")
                .param("import", importId)
                .param("numbers", numbers)
                .update();
    }

    private List<RegisterChange> withFields(UUID importId, List<RegisterChange> bare) {
        if (bare.isEmpty()) {
            return bare;
        }
        Map<String, Map<FicheField, Difference>> fields = new HashMap<>();
        database.sql("""
                        select number, field, before_text, after_text
                        from catalogue_import_field
                        where import_id = :import and number in (:numbers)
                        """)
                .param("import", importId)
                .param("numbers", bare.stream().map(RegisterChange::number).toList())
                .query(row -> {
                    FicheField field = FicheField.valueOf(row.getString("field"));
                    fields.computeIfAbsent(row.getString("number"), number -> new EnumMap<>(FicheField.class))
                            .put(
                                    field,
                                    new Difference(field, row.getString("before_text"), row.getString("after_text")));
                });
        return bare.stream()
                .map(one -> new RegisterChange(
                        one.number(),
                        one.title(),
                        one.kind(),
                        one.applied(),
                        one.certification(),
                        new ArrayList<>(
                                fields.getOrDefault(one.number(), Map.of()).values())))
                .toList();
    }

    private static RegisterChange change(ResultSet row, int n) throws SQLException {
        UUID certification = row.getObject("certification", UUID.class);
        return new RegisterChange(
                row.getString("number"),
                row.getString("title"),
                ChangeKind.valueOf(row.getString("kind")),
                row.getBoolean("applied"),
                certification == null ? null : new CertificationId(certification),
                List.of());
    }
}
