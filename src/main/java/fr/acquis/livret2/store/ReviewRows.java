package fr.acquis.livret2.store;

import fr.acquis.certification.SkillId;
import fr.acquis.livret2.Content;
import fr.acquis.livret2.Review;
import fr.acquis.shared.JourneyId;
import fr.acquis.shared.PersonId;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

@Repository
public class ReviewRows {

    private final JdbcClient database;
    private final JsonMapper json;

    ReviewRows(JdbcClient database, JsonMapper json) {
        this.database = database;
        this.json = json;
    }

    /** Reviews of an attempt, the first one first. */
    public List<Review> of(JourneyId journey, int attempt) {
        return database.sql("""
                        select number, asked_at, wish, remarks, general, returned_at from livret2_review
                        where journey_id = :journey and attempt = :attempt order by number
                        """)
                .param("journey", journey.value())
                .param("attempt", attempt)
                .query((row, n) -> new Review(
                        journey,
                        attempt,
                        row.getInt("number"),
                        row.getObject("asked_at", Instant.class),
                        row.getString("wish"),
                        remarks(row.getString("remarks")),
                        row.getString("general"),
                        row.getObject("returned_at", Instant.class)))
                .list();
    }

    /** @param content what the adviser is given to read */
    public void insert(JourneyId journey, int attempt, int number, Instant at, @Nullable String wish, Content content) {
        database.sql("""
                        insert into livret2_review (journey_id, attempt, number, asked_at, wish, remarks, content)
                        values (:journey, :attempt, :number, :at, :wish, '{}', :content)
                        """)
                .param("journey", journey.value())
                .param("attempt", attempt)
                .param("number", number)
                .param("at", at)
                .param("wish", wish)
                .param("content", json.writeValueAsString(content))
                .update();
    }

    /** What was given to read, by number of its review; none of reviews asked before it was kept. */
    public Map<Integer, Content> contents(JourneyId journey, int attempt) {
        return database
                .sql("""
                        select number, content from livret2_review
                        where journey_id = :journey and attempt = :attempt and content is not null
                        """)
                .param("journey", journey.value())
                .param("attempt", attempt)
                .query((row, n) ->
                        Map.entry(row.getInt("number"), json.readValue(row.getString("content"), Content.class)))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Keeps what the adviser wrote; only while the review is open. */
    public boolean save(Review review) {
        Map<String, String> words = new TreeMap<>();
        review.remarks().forEach((skill, text) -> words.put(skill.toString(), text));
        return database.sql("""
                        update livret2_review set remarks = :remarks, general = :general
                        where journey_id = :journey and attempt = :attempt and number = :number and returned_at is null
                        """)
                        .param("remarks", json.writeValueAsString(words))
                        .param("general", review.general())
                        .param("journey", review.journey().value())
                        .param("attempt", review.attempt())
                        .param("number", review.number())
                        .update()
                == 1;
    }

    public void sendBack(Review review, PersonId by, Instant at) {
        database.sql("""
                        update livret2_review set returned_at = :at, returned_by = :by
                        where journey_id = :journey and attempt = :attempt and number = :number
                        """)
                .param("at", at)
                .param("by", by.value())
                .param("journey", review.journey().value())
                .param("attempt", review.attempt())
                .param("number", review.number())
                .update();
    }

    private Map<SkillId, String> remarks(String stored) {
        Map<SkillId, String> remarks = new HashMap<>();
        json.readValue(stored, new TypeReference<Map<UUID, String>>() {})
                .forEach((skill, text) -> remarks.put(new SkillId(skill), text));
        return remarks;
    }
}
