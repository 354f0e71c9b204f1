package fr.acquis.worklist.store;

import fr.acquis.shared.JourneyId;
import fr.acquis.shared.PersonId;
import fr.acquis.shared.TimeOrderedUuid;
import fr.acquis.worklist.Tag;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Tags of a body, and on which cases they are. */
@Repository
public class TagRows {

    private final JdbcClient database;

    TagRows(JdbcClient database) {
        this.database = database;
    }

    /** The body's tag of that name, made if there is none; case and accents do not tell two names apart. */
    public Tag named(UUID body, String name, Instant at) {
        database.sql(
                        "insert ignore into worklist_tag (id, certifying_body_id, name, created_at) values (:id, :body, :name, :at)")
                .param("id", TimeOrderedUuid.next())
                .param("body", body)
                .param("name", name)
                .param("at", at)
                .update();
        return database.sql("select id, name from worklist_tag where certifying_body_id = :body and name = :name")
                .param("body", body)
                .param("name", name)
                .query((row, n) -> new Tag(row.getObject("id", UUID.class), row.getString("name")))
                .single();
    }

    public Optional<Tag> find(UUID body, UUID tag) {
        return all(body).stream().filter(one -> one.id().equals(tag)).findFirst();
    }

    public List<Tag> all(UUID body) {
        return database.sql(
                        "select id, name from worklist_tag where certifying_body_id = :body order by name limit 500")
                .param("body", body)
                .query((row, n) -> new Tag(row.getObject("id", UUID.class), row.getString("name")))
                .list();
    }

    /** @return false when the case had it already */
    public boolean put(JourneyId journey, Tag tag, UUID by, Instant at) {
        return database.sql("""
                        insert ignore into worklist_case_tag (journey_id, tag_id, put_by, put_at)
                        values (:journey, :tag, :by, :at)
                        """)
                        .param("journey", journey.value())
                        .param("tag", tag.id())
                        .param("by", by)
                        .param("at", at)
                        .update()
                == 1;
    }

    public boolean take(JourneyId journey, UUID tag) {
        return database.sql("delete from worklist_case_tag where journey_id = :journey and tag_id = :tag")
                        .param("journey", journey.value())
                        .param("tag", tag)
                        .update()
                == 1;
    }

    /** By case, the tags in the order of their names. */
    public Map<UUID, List<Tag>> of(Collection<UUID> journeys) {
        Map<UUID, List<Tag>> tags = new HashMap<>();
        if (!journeys.isEmpty()) {
            database.sql("""
                            select c.journey_id, t.id, t.name
                            from worklist_case_tag c join worklist_tag t on t.id = c.tag_id
                            where c.journey_id in (:journeys) order by t.name
                            """).param("journeys", journeys).query(row -> {
                tags.computeIfAbsent(row.getObject(1, UUID.class), id -> new ArrayList<>())
                        .add(new Tag(row.getObject(2, UUID.class), row.getString(3)));
            });
        }
        return tags;
    }

    public void watch(UUID person, JourneyId journey, Instant at) {
        database.sql("insert ignore into worklist_watch (person_id, journey_id, since) values (:person, :journey, :at)")
                .param("person", person)
                .param("journey", journey.value())
                .param("at", at)
                .update();
    }

    public void unwatch(UUID person, JourneyId journey) {
        database.sql("delete from worklist_watch where person_id = :person and journey_id = :journey")
                .param("person", person)
                .param("journey", journey.value())
                .update();
    }

    public List<PersonId> watchers(JourneyId journey) {
        return database.sql("select person_id from worklist_watch where journey_id = :journey order by since")
                .param("journey", journey.value())
                .query((row, n) -> new PersonId(row.getObject("person_id", UUID.class)))
                .list();
    }

    public boolean watches(UUID person, JourneyId journey) {
        return database.sql("select count(*) from worklist_watch where person_id = :person and journey_id = :journey")
                        .param("person", person)
                        .param("journey", journey.value())
                        .query(Integer.class)
                        .single()
                == 1;
    }
}
