package fr.acquis.identity.store;

import fr.acquis.identity.Absence;
import fr.acquis.shared.CertifyingBodyId;
import fr.acquis.shared.PersonId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
public class AbsenceRows {

    private final JdbcClient database;

    AbsenceRows(JdbcClient database) {
        this.database = database;
    }

    public void add(Absence absence, Instant at) {
        database.sql("""
                        insert into absence
                            (id, person_id, certifying_body_id, from_day, until_day, substitute_id, open_tasks, new_tasks,
                             returning_tasks, created_at)
                        values (:id, :person, :body, :from, :until, :substitute, :open, :new, :returning, :at)
                        """)
                .param("id", absence.id())
                .param("person", absence.person().value())
                .param("body", absence.certifyingBody().value())
                .param("from", absence.from())
                .param("until", absence.until())
                .param(
                        "substitute",
                        absence.substitute() == null
                                ? null
                                : absence.substitute().value())
                .param("open", absence.openTasks())
                .param("new", absence.newTasks())
                .param("returning", absence.returning())
                .param("at", at)
                .update();
    }

    public Optional<Absence> find(UUID id) {
        return database.sql("select * from absence where id = :id")
                .param("id", id)
                .query(AbsenceRows::absence)
                .optional();
    }

    public boolean overlapping(PersonId person, LocalDate from, LocalDate until) {
        return database.sql("""
                        select count(*) from absence
                        where person_id = :person and cancelled_at is null and until_day >= :from and from_day <= :until
                        """)
                        .param("person", person.value())
                        .param("from", from)
                        .param("until", until)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    public Optional<Absence> on(PersonId person, LocalDate day) {
        return database.sql("""
                        select * from absence
                        where person_id = :person and cancelled_at is null and until_day >= :day and from_day <= :day
                        limit 1
                        """)
                .param("person", person.value())
                .param("day", day)
                .query(AbsenceRows::absence)
                .optional();
    }

    public List<Absence> planned(CertifyingBodyId body, LocalDate day) {
        return database.sql("""
                        select * from absence
                        where certifying_body_id = :body and cancelled_at is null and until_day >= :day
                        order by from_day limit 200
                        """)
                .param("body", body.value())
                .param("day", day)
                .query(AbsenceRows::absence)
                .list();
    }

    public List<Absence> toStart(LocalDate day) {
        return database.sql("""
                        select * from absence
                        where ended_at is null and from_day <= :day and until_day >= :day and started_at is null
                          and cancelled_at is null
                        order by from_day limit 100
                        """).param("day", day).query(AbsenceRows::absence).list();
    }

    public List<Absence> toEnd(LocalDate day) {
        return database.sql("""
                        select * from absence
                        where ended_at is null and started_at is not null and (until_day < :day or cancelled_at is not null)
                        order by from_day limit 100
                        """).param("day", day).query(AbsenceRows::absence).list();
    }

    public void cancel(UUID id, Instant at) {
        database.sql("update absence set cancelled_at = coalesce(cancelled_at, :at) where id = :id")
                .param("at", at)
                .param("id", id)
                .update();
    }

    public boolean started(UUID id, Instant at) {
        return database.sql("update absence set started_at = :at where id = :id and started_at is null")
                        .param("at", at)
                        .param("id", id)
                        .update()
                == 1;
    }

    public boolean ended(UUID id, Instant at) {
        return database.sql("update absence set ended_at = :at where id = :id and ended_at is null")
                        .param("at", at)
                        .param("id", id)
                        .update()
                == 1;
    }

    private static Absence absence(ResultSet row, int n) throws SQLException {
        UUID substitute = row.getObject("substitute_id", UUID.class);
        return new Absence(
                row.getObject("id", UUID.class),
                new PersonId(row.getObject("person_id", UUID.class)),
                new CertifyingBodyId(row.getObject("certifying_body_id", UUID.class)),
                row.getObject("from_day", LocalDate.class),
                row.getObject("until_day", LocalDate.class),
                substitute == null ? null : new PersonId(substitute),
                row.getBoolean("open_tasks"),
                row.getBoolean("new_tasks"),
                row.getBoolean("returning_tasks"));
    }
}
