package fr.acquis.support.store;

import fr.acquis.shared.JourneyId;
import fr.acquis.support.CheckIn;
import fr.acquis.support.CheckIn.Answer;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
public class CheckInRows {

    private final JdbcClient database;

    CheckInRows(JdbcClient database) {
        this.database = database;
    }

    public void due(JourneyId journey, @Nullable Instant at) {
        database.sql("update support set check_in_at = :at where journey_id = :journey")
                .param("at", at)
                .param("journey", journey.value())
                .update();
    }

    /** The longest due first. */
    public List<JourneyId> dueAt(Instant at, int most) {
        return database.sql("""
                        select journey_id from support
                        where ended_at is null and check_in_at <= :at order by check_in_at limit :most
                        """)
                .param("at", at)
                .param("most", most)
                .query((row, n) -> new JourneyId(row.getObject(1, UUID.class)))
                .list();
    }

    public boolean isDue(JourneyId journey, Instant at) {
        return database.sql("select count(*) from support where journey_id = :journey and check_in_at <= :at")
                        .param("journey", journey.value())
                        .param("at", at)
                        .query(Integer.class)
                        .single()
                == 1;
    }

    /** @return its number */
    public int ask(JourneyId journey, Instant at) {
        int number = latest(journey).map(CheckIn::number).orElse(0) + 1;
        database.sql("insert into support_check_in (journey_id, number, asked_at) values (:journey, :number, :at)")
                .param("journey", journey.value())
                .param("number", number)
                .param("at", at)
                .update();
        return number;
    }

    public void again(JourneyId journey, int number, Instant at) {
        database.sql("update support_check_in set again_at = :at where journey_id = :journey and number = :number")
                .param("at", at)
                .param("journey", journey.value())
                .param("number", number)
                .update();
    }

    public void answer(JourneyId journey, int number, Answer answer, @Nullable String word, Instant at) {
        database.sql("""
                        update support_check_in set answer = :answer, word = :word, answered_at = :at
                        where journey_id = :journey and number = :number
                        """)
                .param("answer", answer.name())
                .param("word", word)
                .param("at", at)
                .param("journey", journey.value())
                .param("number", number)
                .update();
    }

    public Optional<CheckIn> latest(JourneyId journey) {
        return all(journey).stream().findFirst();
    }

    public List<CheckIn> all(JourneyId journey) {
        return database.sql("""
                        select number, asked_at, again_at, answer, word, answered_at
                        from support_check_in where journey_id = :journey order by number desc
                        """)
                .param("journey", journey.value())
                .query((row, n) -> new CheckIn(
                        journey,
                        row.getInt("number"),
                        row.getObject("asked_at", Instant.class),
                        row.getObject("again_at", Instant.class),
                        row.getString("answer") == null ? null : Answer.valueOf(row.getString("answer")),
                        row.getString("word"),
                        row.getObject("answered_at", Instant.class)))
                .list();
    }
}
