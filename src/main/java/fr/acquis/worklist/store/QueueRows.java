package fr.acquis.worklist.store;

import fr.acquis.worklist.store.Movements.What;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Certifications and the teams that handle them. */
@Repository
public class QueueRows {

    private final JdbcClient database;
    private final Movements movements;

    QueueRows(JdbcClient database, Movements movements) {
        this.database = database;
        this.movements = movements;
    }

    public List<UUID> of(UUID team) {
        return database.sql("select certification_id from worklist_team_certification where team_id = :team")
                .param("team", team)
                .query((row, n) -> row.getObject(1, UUID.class))
                .list();
    }

    /** Open tasks of the certification move to the team's queue, or back to the body's own; a case handed to a team stays there. */
    public void give(UUID body, UUID certification, @Nullable UUID team) {
        database.sql("""
                        delete from worklist_team_certification
                        where certifying_body_id = :body and certification_id = :certification
                        """)
                .param("body", body)
                .param("certification", certification)
                .update();
        if (team != null) {
            database.sql("""
                            insert into worklist_team_certification (certifying_body_id, certification_id, team_id)
                            values (:body, :certification, :team)
                            """)
                    .param("body", body)
                    .param("certification", certification)
                    .param("team", team)
                    .update();
        }
        move(body, certification, team == null ? body : team);
    }

    private void move(UUID body, UUID certification, UUID queue) {
        List<Place> moving = database.sql("select " + Place.COLUMNS + """
                         from worklist_task
                        where certification_id = :certification and certifying_body_id = :body and state = 'OPEN'
                          and queue_id <> :queue
                          and not exists (select 1 from worklist_case_team o where o.journey_id = worklist_task.journey_id)
                        for update
                        """)
                .param("certification", certification)
                .param("body", body)
                .param("queue", queue)
                .query(Place::read)
                .list();
        moving.forEach(place -> {
            database.sql("update worklist_task set queue_id = :queue where id = :id")
                    .param("queue", queue)
                    .param("id", place.task())
                    .update();
            movements.moved(place, place.in(queue), What.CHANGED);
        });
    }
}
