package fr.acquis.certification.store;

import fr.acquis.certification.CertificationId;
import fr.acquis.certification.Confidence;
import fr.acquis.certification.RegulationParameter;
import fr.acquis.certification.RegulationParameters;
import fr.acquis.certification.Rule;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
public class RegulationRows {

    private final JdbcClient database;

    RegulationRows(JdbcClient database) {
        this.database = database;
    }

    /** For each parameter its youngest rule that has taken effect. */
    public Map<RegulationParameter<?>, Rule<?>> inForce(CertificationId certification, LocalDate day) {
        Map<RegulationParameter<?>, Rule<?>> rules = new LinkedHashMap<>();
        database.sql("""
                        select name, valid_from, value, source, confidence
                        from regulation_parameter
                        where certification_id = :certification and valid_from <= :day
                        order by valid_from
                        """)
                .param("certification", certification.value())
                .param("day", day)
                .query((row, n) -> rule(parameter(row.getString("name")), row))
                .list()
                .forEach(rule -> rules.put(rule.parameter(), rule));
        return rules;
    }

    /** All that was ever settled of a parameter, and what is to come, the youngest first. */
    public List<Rule<?>> history(CertificationId certification, RegulationParameter<?> parameter) {
        return database.sql("""
                        select valid_from, value, source, confidence
                        from regulation_parameter
                        where certification_id = :certification and name = :name
                        order by valid_from desc
                        """)
                .param("certification", certification.value())
                .param("name", parameter.name())
                .<Rule<?>>query((row, n) -> rule(parameter, row))
                .list();
    }

    /** What is settled for days to come. */
    public List<Rule<?>> after(CertificationId certification, LocalDate day) {
        return database.sql("""
                        select name, valid_from, value, source, confidence
                        from regulation_parameter
                        where certification_id = :certification and valid_from > :day
                        order by valid_from, name
                        """)
                .param("certification", certification.value())
                .param("day", day)
                .<Rule<?>>query((row, n) -> rule(parameter(row.getString("name")), row))
                .list();
    }

    public boolean remove(CertificationId certification, RegulationParameter<?> parameter, LocalDate from) {
        return database.sql("""
                        delete from regulation_parameter
                        where certification_id = :certification and name = :name and valid_from = :from
                        """)
                        .param("certification", certification.value())
                        .param("name", parameter.name())
                        .param("from", from)
                        .update()
                == 1;
    }

    private static RegulationParameter<?> parameter(String name) {
        return RegulationParameters.named(name)
                .orElseThrow(() -> new IllegalStateException("the database has an unknown parameter: " + name));
    }

    private static <T> Rule<?> rule(RegulationParameter<T> parameter, ResultSet row) throws SQLException {
        return new Rule<>(
                parameter,
                parameter.read(row.getString("value")),
                row.getString("source"),
                Confidence.valueOf(row.getString("confidence")),
                row.getObject("valid_from", LocalDate.class));
    }

    /** Which of these have a règlement in force that closes VAE. */
    public Set<CertificationId> closedByRegulation(Collection<CertificationId> certifications, LocalDate day) {
        if (certifications.isEmpty()) {
            return Set.of();
        }
        List<UUID> closed = database.sql("""
                        select p.certification_id
                        from regulation_parameter p
                        where p.certification_id in (:certifications)
                          and p.name = :name
                          and p.value = 'false'
                          and p.valid_from = (
                              select max(q.valid_from) from regulation_parameter q
                              where q.certification_id = p.certification_id and q.name = p.name and q.valid_from <= :day)
                        """)
                .param(
                        "certifications",
                        certifications.stream().map(CertificationId::value).toList())
                .param("name", RegulationParameters.VAE_OPEN.name())
                .param("day", day)
                .query(UUID.class)
                .list();
        Set<CertificationId> ids = new HashSet<>();
        closed.forEach(id -> ids.add(new CertificationId(id)));
        return ids;
    }

    public Optional<LocalDate> opensAfter(CertificationId certification, LocalDate day) {
        return database.sql("""
                        select valid_from
                        from regulation_parameter
                        where certification_id = :certification and name = :name and valid_from > :day and value = 'true'
                        order by valid_from
                        limit 1
                        """)
                .param("certification", certification.value())
                .param("name", RegulationParameters.VAE_OPEN.name())
                .param("day", day)
                .query(LocalDate.class)
                .optional();
    }

    /** The youngest rule that has not taken effect yet. */
    public <T> Optional<Rule<T>> next(CertificationId certification, RegulationParameter<T> parameter, LocalDate day) {
        return database.sql("""
                        select valid_from, value, source, confidence
                        from regulation_parameter
                        where certification_id = :certification and name = :name and valid_from > :day
                        order by valid_from
                        limit 1
                        """)
                .param("certification", certification.value())
                .param("name", parameter.name())
                .param("day", day)
                .query((row, n) -> new Rule<>(
                        parameter,
                        parameter.read(row.getString("value")),
                        row.getString("source"),
                        Confidence.valueOf(row.getString("confidence")),
                        row.getObject("valid_from", LocalDate.class)))
                .optional();
    }

    public boolean any(CertificationId certification) {
        return database.sql(
                        "select exists (select 1 from regulation_parameter where certification_id = :certification)")
                .param("certification", certification.value())
                .query(Boolean.class)
                .single();
    }

    /** A second change for the same day to come replaces the first; both are in the audit log. */
    public void write(CertificationId certification, Rule<?> rule, String stored, Instant at) {
        database.sql("""
                        insert into regulation_parameter (
                            certification_id, name, valid_from, value, source, confidence, written_at)
                        values (:certification, :name, :from, :value, :source, :confidence, :at)
                        on duplicate key update
                            value = values(value), source = values(source),
                            confidence = values(confidence), written_at = values(written_at)
                        """)
                .param("certification", certification.value())
                .param("name", rule.parameter().name())
                .param("from", rule.validFrom())
                .param("value", stored)
                .param("source", rule.source())
                .param("confidence", rule.confidence().name())
                .param("at", at)
                .update();
    }
}
