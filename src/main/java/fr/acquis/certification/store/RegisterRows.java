package fr.acquis.certification.store;

import fr.acquis.certification.AccessWay;
import fr.acquis.certification.CertificationId;
import fr.acquis.certification.Fiche;
import fr.acquis.certification.Fiche.Coded;
import fr.acquis.certification.Level;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What the register said last of each certification, beside what the catalogue holds of it. */
@Repository
public class RegisterRows {

    private final JdbcClient database;
    private final JdbcTemplate batches;

    RegisterRows(JdbcClient database, JdbcTemplate batches) {
        this.database = database;
        this.batches = batches;
    }

    public Optional<Fiche> find(CertificationId id) {
        return Optional.ofNullable(of(List.of(id)).get(id));
    }

    /** Those the register has spoken of. */
    public Map<CertificationId, Fiche> of(Collection<CertificationId> certifications) {
        if (certifications.isEmpty()) {
            return Map.of();
        }
        List<UUID> ids = certifications.stream().map(CertificationId::value).toList();
        Map<UUID, List<Coded>> certifiers =
                coded("certification_certifier", "coalesce(siret, '')", "name", "position", ids);
        Map<UUID, List<Coded>> blocks = coded("certification_register_block", "code", "title", "position", ids);
        Map<UUID, List<Coded>> jobs = coded("certification_rome", "code", "label", "code", ids);
        Map<UUID, List<Coded>> conventions = coded("certification_convention", "code", "label", "code", ids);
        Map<UUID, Set<AccessWay>> ways = ways(ids);
        Map<CertificationId, Fiche> fiches = new LinkedHashMap<>();
        database.sql("""
                        select r.certification_id, c.number, r.title, r.level, r.registered_from, r.registered_until,
                               r.active, r.successor
                        from certification_register r
                        join certification c on c.id = r.certification_id
                        where r.certification_id in (:ids)
                        """).param("ids", ids).query(row -> {
            UUID id = row.getObject("certification_id", UUID.class);
            String level = row.getString("level");
            fiches.put(
                    new CertificationId(id),
                    new Fiche(
                            row.getString("number"),
                            row.getString("title"),
                            level == null ? null : Level.valueOf(level),
                            row.getObject("registered_from", LocalDate.class),
                            row.getObject("registered_until", LocalDate.class),
                            row.getBoolean("active"),
                            row.getString("successor"),
                            certifiers.getOrDefault(id, List.of()),
                            blocks.getOrDefault(id, List.of()),
                            jobs.getOrDefault(id, List.of()),
                            conventions.getOrDefault(id, List.of()),
                            ways.getOrDefault(id, Set.of())));
        });
        return fiches;
    }

    /** Those no body here runs, which the register has withdrawn. */
    public Set<CertificationId> withdrawn(Collection<CertificationId> certifications) {
        return found("""
                select r.certification_id
                from certification_register r
                join certification c on c.id = r.certification_id
                where r.certification_id in (:ids) and c.certifying_body_id is null and not r.active
                """, certifications);
    }

    /** Those no body here runs, to which the register opens ways, but not by experience. */
    public Set<CertificationId> closedToExperience(Collection<CertificationId> certifications) {
        return found("""
                select w.certification_id
                from certification_access_way w
                join certification c on c.id = w.certification_id
                where w.certification_id in (:ids) and c.certifying_body_id is null
                group by w.certification_id
                having sum(w.way = 'EXPERIENCE') = 0
                """, certifications);
    }

    private Set<CertificationId> found(String sql, Collection<CertificationId> certifications) {
        if (certifications.isEmpty()) {
            return Set.of();
        }
        Set<CertificationId> found = new HashSet<>();
        database.sql(sql)
                .param(
                        "ids",
                        certifications.stream().map(CertificationId::value).toList())
                .query(UUID.class)
                .list()
                .forEach(id -> found.add(new CertificationId(id)));
        return found;
    }

    public void write(CertificationId certification, Fiche fiche, Instant at) {
        UUID id = certification.value();
        for (String table : List.of(
                "certification_register",
                "certification_certifier",
                "certification_register_block",
                "certification_rome",
                "certification_convention",
                "certification_access_way")) {
            database.sql("delete from " + table + " where certification_id = :id")
                    .param("id", id)
                    .update();
        }
        database.sql("""
                        insert into certification_register (
                            certification_id, title, level, active, registered_from, registered_until, successor, said_at)
                        values (:id, :title, :level, :active, :from, :until, :successor, :at)
                        """)
                .param("id", id)
                .param("title", fiche.title())
                .param("level", fiche.level() == null ? null : fiche.level().name())
                .param("active", fiche.active())
                .param("from", fiche.registeredFrom())
                .param("until", fiche.registeredUntil())
                .param("successor", fiche.successor())
                .param("at", at)
                .update();
        insert("certification_certifier (certification_id, position, siret, name)", 4, id, fiche.certifiers());
        insert("certification_register_block (certification_id, position, code, title)", 4, id, fiche.blocks());
        insert("certification_rome (certification_id, code, label)", 3, id, fiche.jobs());
        insert("certification_convention (certification_id, code, label)", 3, id, fiche.conventions());
        batches.batchUpdate(
                "insert into certification_access_way (certification_id, way) values (?, ?)",
                fiche.ways().stream().map(way -> new Object[] {id, way.name()}).toList());
    }

    private void insert(String into, int columns, UUID id, List<Coded> list) {
        List<Object[]> rows = new ArrayList<>();
        for (Coded one : list) {
            String code = one.code().isEmpty() ? null : one.code();
            rows.add(
                    columns == 4
                            ? new Object[] {id, rows.size() + 1, code, one.label()}
                            : new Object[] {id, code, one.label()});
        }
        batches.batchUpdate("insert into " + into + " values (" + "?, ".repeat(columns - 1) + "?)", rows);
    }

    private Map<UUID, List<Coded>> coded(String table, String code, String label, String order, List<UUID> ids) {
        Map<UUID, List<Coded>> lists = new HashMap<>();
        database.sql("select certification_id, " + code + " as code, " + label + " as label from " + table
                        + " where certification_id in (:ids) order by certification_id, " + order)
                .param("ids", ids)
                .query(row -> {
                    lists.computeIfAbsent(row.getObject("certification_id", UUID.class), id -> new ArrayList<>())
                            .add(new Coded(row.getString("code"), row.getString("label")));
                });
        return lists;
    }

    private Map<UUID, Set<AccessWay>> ways(List<UUID> ids) {
        Map<UUID, Set<AccessWay>> ways = new HashMap<>();
        database.sql("select certification_id, way from certification_access_way where certification_id in (:ids)")
                .param("ids", ids)
                .query(row -> {
                    ways.computeIfAbsent(
                                    row.getObject("certification_id", UUID.class),
                                    id -> EnumSet.noneOf(AccessWay.class))
                            .add(AccessWay.valueOf(row.getString("way")));
                });
        return ways;
    }
}
