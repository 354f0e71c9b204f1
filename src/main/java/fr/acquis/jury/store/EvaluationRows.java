package fr.acquis.jury.store;

import fr.acquis.jury.Declaration;
import fr.acquis.jury.Evaluation;
import fr.acquis.jury.Grid;
import fr.acquis.jury.Hearing;
import fr.acquis.jury.HearingId;
import fr.acquis.jury.SeatId;
import fr.acquis.shared.PersonId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** Marks. The one query that reads several people's asks for marks that are closed: secrecy is kept here. */
@Repository
public class EvaluationRows {

    private final JdbcClient database;
    private final JsonMapper json;

    EvaluationRows(JdbcClient database, JsonMapper json) {
        this.database = database;
        this.json = json;
    }

    public Optional<Evaluation> own(HearingId hearing, PersonId person) {
        return database.sql("""
                        select hearing_id, seat_id, person_id, grid, saved_at, submitted_at
                        from jury_evaluation where hearing_id = :hearing and person_id = :person
                        """)
                .param("hearing", hearing.value())
                .param("person", person.value())
                .query((row, n) -> evaluation(row))
                .optional();
    }

    /** What the panel handed in, by seat; nothing at all before the marks are closed. */
    public List<Evaluation> closed(HearingId hearing) {
        return database.sql("""
                        select e.hearing_id, e.seat_id, e.person_id, e.grid, e.saved_at, e.submitted_at
                        from jury_evaluation e
                        join jury_hearing h on h.id = e.hearing_id and h.marks_closed_at is not null
                        where e.hearing_id = :hearing and e.submitted_at is not null
                        order by e.submitted_at
                        """)
                .param("hearing", hearing.value())
                .query((row, n) -> evaluation(row))
                .list();
    }

    /** Seats that handed in: who did, never what. */
    public List<SeatId> handedIn(HearingId hearing) {
        return database.sql(
                        "select seat_id from jury_evaluation where hearing_id = :hearing and submitted_at is not null")
                .param("hearing", hearing.value())
                .query((row, n) -> new SeatId(row.getObject("seat_id", UUID.class)))
                .list();
    }

    /** @return false when it was handed in already: then nothing changes */
    public boolean save(HearingId hearing, SeatId seat, PersonId person, Grid grid, Instant at) {
        database.sql("""
                        insert into jury_evaluation (hearing_id, seat_id, person_id, grid, saved_at)
                        values (:hearing, :seat, :person, :grid, :at)
                        on duplicate key update
                            grid = if(submitted_at is null, values(grid), grid),
                            saved_at = if(submitted_at is null, values(saved_at), saved_at)
                        """)
                .param("hearing", hearing.value())
                .param("seat", seat.value())
                .param("person", person.value())
                .param("grid", json.writeValueAsString(grid))
                .param("at", at)
                .update();
        return own(hearing, person).filter(saved -> !saved.submitted()).isPresent();
    }

    public void handIn(HearingId hearing, SeatId seat, PersonId person, Instant at) {
        database.sql("""
                        update jury_evaluation set submitted_at = coalesce(submitted_at, :at)
                        where hearing_id = :hearing and seat_id = :seat and person_id = :person
                        """)
                .param("at", at)
                .param("hearing", hearing.value())
                .param("seat", seat.value())
                .param("person", person.value())
                .update();
    }

    /** The first word stands: a link once declared is not taken back. */
    public void declare(Hearing hearing, PersonId person, boolean linked, Instant at) {
        database.sql("""
                        insert into jury_declaration (hearing_id, person_id, candidate_id, linked, declared_at)
                        values (:hearing, :person, :candidate, :linked, :at)
                        on duplicate key update linked = linked or values(linked)
                        """)
                .param("hearing", hearing.id().value())
                .param("person", person.value())
                .param("candidate", hearing.candidate().value())
                .param("linked", linked)
                .param("at", at)
                .update();
    }

    public Declaration declared(HearingId hearing, PersonId person) {
        return database.sql("select linked from jury_declaration where hearing_id = :hearing and person_id = :person")
                .param("hearing", hearing.value())
                .param("person", person.value())
                .query(Boolean.class)
                .optional()
                .map(linked -> linked ? Declaration.LINKED : Declaration.NO_LINK)
                .orElse(Declaration.NONE_YET);
    }

    /** Whether the person ever declared a link to this candidate, in whatever hearing. */
    public boolean everLinked(PersonId person, PersonId candidate) {
        return database.sql("""
                        select count(*) from jury_declaration
                        where candidate_id = :candidate and person_id = :person and linked
                        """)
                        .param("candidate", candidate.value())
                        .param("person", person.value())
                        .query(Long.class)
                        .single()
                > 0;
    }

    private Evaluation evaluation(ResultSet row) throws SQLException {
        return new Evaluation(
                new HearingId(row.getObject("hearing_id", UUID.class)),
                new SeatId(row.getObject("seat_id", UUID.class)),
                new PersonId(row.getObject("person_id", UUID.class)),
                json.readValue(row.getString("grid"), Grid.class),
                row.getObject("saved_at", Instant.class),
                row.getObject("submitted_at", Instant.class));
    }
}
