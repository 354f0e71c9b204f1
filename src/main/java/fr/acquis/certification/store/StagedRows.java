package fr.acquis.certification.store;

import fr.acquis.certification.AccessWay;
import fr.acquis.certification.Fiche;
import fr.acquis.certification.Level;
import fr.acquis.certification.RefusedLine;
import fr.acquis.certification.register.Detail;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What an import has read, before anything is decided about it. */
@Repository
public class StagedRows {

    private final JdbcClient database;
    private final JdbcTemplate batches;

    StagedRows(JdbcClient database, JdbcTemplate batches) {
        this.database = database;
        this.batches = batches;
    }

    public void stage(UUID importId, List<Fiche> fiches) {
        batches.batchUpdate(
                """
                insert into catalogue_import_fiche (
                    import_id, number, title, level, registered_from, registered_until, active)
                values (?, ?, ?, ?, ?, ?, ?)
                """,
                fiches.stream()
                        .map(one -> new Object[] {
                            importId,
                            one.number(),
                            one.title(),
                            one.level() == null ? null : one.level().name(),
                            one.registeredFrom(),
                            one.registeredUntil(),
                            one.active()
                        })
                        .toList());
    }

    public void stageDetails(UUID importId, List<Detail> details) {
        batches.batchUpdate(
                """
                insert into catalogue_import_detail (import_id, number, kind, position, code, label)
                values (?, ?, ?, ?, ?, ?)
                """,
                details.stream()
                        .map(one -> new Object[] {
                            importId, one.number(), one.kind().name(), one.position(), one.code(), one.label()
                        })
                        .toList());
    }

    public void refuse(UUID importId, List<RefusedLine> lines) {
        List<Object[]> rows = new ArrayList<>();
        for (RefusedLine one : lines) {
            rows.add(new Object[] {
                importId,
                rows.size(),
                one.file(),
                one.line(),
                one.number(),
                one.reason().name()
            });
        }
        batches.batchUpdate("""
                insert into catalogue_import_refusal (import_id, position, file, line, number, reason)
                values (?, ?, ?, ?, ?, ?)
                """, rows);
    }

    /** @param after position of the last line of the page before, -1 for the first */
    public List<RefusedLine> refusals(UUID importId, int after, int limit) {
        return database.sql("""
                        select file, line, number, reason
                        from catalogue_import_refusal
                        where import_id = :import and position > :after
                        order by position
                        limit :limit
                        """)
                .param("import", importId)
                .param("after", after)
                .param("limit", limit)
                .query((row, n) -> new RefusedLine(
                        row.getString("file"),
                        row.getLong("line"),
                        row.getString("number"),
                        RefusedLine.Reason.valueOf(row.getString("reason"))))
                .list();
    }

    /** Numbers of the fiches that stand at the register that day. */
    public Set<String> running(UUID importId, LocalDate day) {
        return new HashSet<>(database.sql("""
                        select number
                        from catalogue_import_fiche
                        where import_id = :import
                          and active and (registered_until is null or registered_until >= :day)
                        """)
                .param("import", importId)
                .param("day", day)
                .query(String.class)
                .list());
    }

    /** In the order of numbers. */
    public List<Fiche> page(UUID importId, String after, int limit) {
        return whole(
                importId,
                database.sql("""
                        select number, title, level, registered_from, registered_until, active
                        from catalogue_import_fiche
                        where import_id = :import and number > :after
                        order by number
                        limit :limit
                        """)
                        .param("import", importId)
                        .param("after", after)
                        .param("limit", limit)
                        .query(StagedRows::fiche)
                        .list());
    }

    public List<Fiche> of(UUID importId, Collection<String> numbers) {
        return numbers.isEmpty()
                ? List.of()
                : whole(
                        importId,
                        database.sql("""
                                select number, title, level, registered_from, registered_until, active
                                from catalogue_import_fiche
                                where import_id = :import and number in (:numbers)
                                order by number
                                """)
                                .param("import", importId)
                                .param("numbers", numbers)
                                .query(StagedRows::fiche)
                                .list());
    }

    /** What was staged for other imports is of no use any more. */
    public void clearOthers(UUID importId) {
        for (String table : List.of(
                "catalogue_import_fiche",
                "catalogue_import_detail",
                "catalogue_import_field",
                "catalogue_import_change",
                "catalogue_import_refusal")) {
            database.sql("delete from " + table + " where import_id <> :import")
                    .param("import", importId)
                    .update();
        }
    }

    private List<Fiche> whole(UUID importId, List<Fiche> bare) {
        if (bare.isEmpty()) {
            return bare;
        }
        Map<String, Map<Detail.Kind, List<Fiche.Coded>>> details = new HashMap<>();
        database.sql("""
                        select number, kind, code, label
                        from catalogue_import_detail
                        where import_id = :import and number in (:numbers)
                        """)
                .param("import", importId)
                .param("numbers", bare.stream().map(Fiche::number).toList())
                .query(row -> {
                    details.computeIfAbsent(row.getString("number"), number -> new HashMap<>())
                            .computeIfAbsent(Detail.Kind.valueOf(row.getString("kind")), kind -> new ArrayList<>())
                            .add(new Fiche.Coded(row.getString("code"), row.getString("label")));
                });
        return bare.stream()
                .map(one -> whole(one, details.getOrDefault(one.number(), Map.of())))
                .toList();
    }

    private static Fiche whole(Fiche bare, Map<Detail.Kind, List<Fiche.Coded>> details) {
        return new Fiche(
                bare.number(),
                bare.title(),
                bare.level(),
                bare.registeredFrom(),
                bare.registeredUntil(),
                bare.active(),
                newest(details.getOrDefault(Detail.Kind.SUCCESSOR, List.of())),
                sorted(details, Detail.Kind.CERTIFIER, Fiche.Coded::label),
                sorted(details, Detail.Kind.BLOCK, Fiche.Coded::code),
                sorted(details, Detail.Kind.JOB, Fiche.Coded::code),
                sorted(details, Detail.Kind.CONVENTION, Fiche.Coded::code),
                details.getOrDefault(Detail.Kind.WAY, List.of()).stream()
                        .map(way -> AccessWay.valueOf(way.code()))
                        .collect(Collectors.toSet()));
    }

    /** Lines come in any order, and sometimes twice. */
    private static List<Fiche.Coded> sorted(
            Map<Detail.Kind, List<Fiche.Coded>> details,
            Detail.Kind kind,
            java.util.function.Function<Fiche.Coded, String> key) {
        Map<String, Fiche.Coded> once = new java.util.TreeMap<>();
        details.getOrDefault(kind, List.of()).stream()
                .sorted(Comparator.comparing(Fiche.Coded::label))
                .forEach(one -> once.putIfAbsent(key.apply(one), one));
        return List.copyOf(once.values());
    }

    /** A fiche may be replaced by several; the youngest has the greatest number. */
    private static String newest(List<Fiche.Coded> successors) {
        return successors.stream()
                .map(Fiche.Coded::code)
                .max(Comparator.comparing((String number) -> number.startsWith("RNCP"))
                        .thenComparing(String::length)
                        .thenComparing(Comparator.naturalOrder()))
                .orElse(null);
    }

    private static Fiche fiche(ResultSet row, int n) throws SQLException {
        String level = row.getString("level");
        return new Fiche(
                row.getString("number"),
                row.getString("title"),
                level == null ? null : Level.valueOf(level),
                row.getObject("registered_from", LocalDate.class),
                row.getObject("registered_until", LocalDate.class),
                row.getBoolean("active"),
                null,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                Set.of());
    }
}
