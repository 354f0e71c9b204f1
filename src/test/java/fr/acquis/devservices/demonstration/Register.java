package fr.acquis.devservices.demonstration;

import fr.acquis.shared.JourneyId;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * How far each journey of the demonstration was brought, beside the journeys themselves: after a kill none is made twice. The
 * table is the development installation's own.
 */
final class Register {

    enum State {
        UNDER_WAY,
        MADE,
        /** An act was refused or never asked for: the journey stays where it is. */
        LEFT
    }

    record Row(State state, int acts, @Nullable JourneyId journey) {}

    private final JdbcClient database;

    Register(JdbcClient database) {
        this.database = database;
        database.sql("""
                        create table if not exists demonstration_journey (
                            name       varchar(60)  not null primary key,
                            state      varchar(10)  not null,
                            acts       int          not null,
                            journey_id uuid,
                            moment     timestamp(6) null
                        )
                        """).update();
    }

    /** Journeys an earlier run left in the making live on at the time they had. */
    void recall(JourneyTimes times) {
        database.sql(
                        "select journey_id, moment from demonstration_journey where state = 'UNDER_WAY' and journey_id is not null")
                .query((row, n) -> {
                    times.set(
                            new JourneyId(row.getObject("journey_id", UUID.class)),
                            row.getObject("moment", Instant.class));
                    return n;
                })
                .list();
    }

    Optional<Row> of(Storyline line) {
        return database.sql("select state, acts, journey_id from demonstration_journey where name = :name")
                .param("name", line.name())
                .query((row, n) -> {
                    UUID journey = row.getObject("journey_id", UUID.class);
                    return new Row(
                            State.valueOf(row.getString("state")),
                            row.getInt("acts"),
                            journey == null ? null : new JourneyId(journey));
                })
                .optional();
    }

    void save(Storyline line, Row row, Instant moment) {
        database.sql("""
                        insert into demonstration_journey (name, state, acts, journey_id, moment)
                        values (:name, :state, :acts, :journey, :moment)
                        on duplicate key update state = :state, acts = :acts, journey_id = :journey, moment = :moment
                        """)
                .param("name", line.name())
                .param("state", row.state().name())
                .param("acts", row.acts())
                .param("journey", row.journey() == null ? null : row.journey().value())
                .param("moment", moment)
                .update();
    }

    /** Nothing of this journey is on its way to the engine or in a worker's hands. */
    boolean quiet(JourneyId journey) {
        return database.sql("""
                        select (select count(*) from engine_command where journey_id = :id and state = 'PENDING')
                             + (select count(*) from engine_job where journey_id = :id and state = 'RUNNING')
                        """)
                        .param("id", journey.value())
                        .query(Integer.class)
                        .single()
                == 0;
    }
}
