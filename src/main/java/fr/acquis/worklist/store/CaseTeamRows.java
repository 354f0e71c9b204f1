package fr.acquis.worklist.store;

import fr.acquis.identity.Role;
import fr.acquis.shared.JourneyId;
import fr.acquis.shared.PersonId;
import fr.acquis.worklist.store.Movements.What;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Cases and the queues they were handed to, with what is open of them. */
@Repository
public class CaseTeamRows {

    private final JdbcClient database;
    private final Movements movements;

    CaseTeamRows(JdbcClient database, Movements movements) {
        this.database = database;
        this.movements = movements;
    }

    /** @param handedOver false where the queue is that of the certification */
    public record Waiting(UUID queue, boolean handedOver) {}

    public Waiting of(JourneyId journey) {
        return database.sql("""
                        select coalesce(o.queue_id, c.team_id, j.certifying_body_id) as queue, o.queue_id is not null as own
                        from v_journey_case j
                        left join worklist_case_team o on o.journey_id = j.id
                        left join worklist_team_certification c
                            on c.certifying_body_id = j.certifying_body_id and c.certification_id = j.certification_id
                        where j.id = :journey
                        """)
                .param("journey", journey.value())
                .query((row, n) -> new Waiting(row.getObject("queue", UUID.class), row.getBoolean("own")))
                .single();
    }

    /** From now on what is asked on the case waits there. */
    public void put(JourneyId journey, UUID body, UUID queue, Instant at) {
        database.sql("""
                        insert into worklist_case_team (journey_id, certifying_body_id, queue_id, since)
                        values (:journey, :body, :queue, :at)
                        on duplicate key update queue_id = values(queue_id), since = values(since)
                        """)
                .param("journey", journey.value())
                .param("body", body)
                .param("queue", queue)
                .param("at", at)
                .update();
    }

    /**
     * Open rows go to another queue. Agents' rows held by somebody who does not go along are free there, and say why.
     *
     * @param staying who goes along; null when everybody does
     * @return who held something they hold no more
     */
    public Set<PersonId> move(
            JourneyId journey, UUID queue, @Nullable List<PersonId> staying, PersonId by, String because) {
        List<Place> open = database.sql("select " + Place.COLUMNS
                        + " from worklist_task where journey_id = :journey and state = 'OPEN' for update")
                .param("journey", journey.value())
                .query(Place::read)
                .list();
        open.forEach(place -> {
            if (isFreed(place, staying)) {
                free(place, queue, by, because);
            } else if (!place.queue().equals(queue)) {
                queue(place, queue);
            }
        });
        return open.stream()
                .filter(place -> isFreed(place, staying))
                .map(place -> new PersonId(place.holder()))
                .collect(Collectors.toSet());
    }

    private static boolean isFreed(Place place, @Nullable List<PersonId> staying) {
        return staying != null
                && place.audience() == Role.AGENT
                && place.holder() != null
                && !staying.contains(new PersonId(place.holder()));
    }

    private void free(Place place, UUID queue, PersonId by, String because) {
        database.sql("""
                        update worklist_task
                        set queue_id = :queue, holder_id = null, claimed_at = null, returned_by = :by, returned_because = :because
                        where id = :id
                        """)
                .param("queue", queue)
                .param("by", by.value())
                .param("because", because)
                .param("id", place.task())
                .update();
        // What was lent by, or to, the team before does not come back to it.
        database.sql("delete from worklist_lent where task_id = :id")
                .param("id", place.task())
                .update();
        movements.moved(place, place.in(queue).heldBy(null), What.FREED);
    }

    private void queue(Place place, UUID queue) {
        database.sql("update worklist_task set queue_id = :queue where id = :id")
                .param("queue", queue)
                .param("id", place.task())
                .update();
        movements.moved(place, place.in(queue), What.CHANGED);
    }
}
