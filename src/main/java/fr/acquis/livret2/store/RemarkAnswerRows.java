package fr.acquis.livret2.store;

import fr.acquis.certification.SkillId;
import fr.acquis.shared.JourneyId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What the candidate did with remarks. */
@Repository
public class RemarkAnswerRows {

    private final JdbcClient database;

    RemarkAnswerRows(JdbcClient database) {
        this.database = database;
    }

    public List<Row> of(JourneyId journey, int attempt) {
        return database.sql("""
                        select number, skill_id, answer, done_at from livret2_remark_answer
                        where journey_id = :journey and attempt = :attempt
                        """)
                .param("journey", journey.value())
                .param("attempt", attempt)
                .query((row, n) -> new Row(
                        row.getInt("number"),
                        new SkillId(row.getObject("skill_id", UUID.class)),
                        row.getString("answer"),
                        row.getObject("done_at", Instant.class)))
                .list();
    }

    public void save(JourneyId journey, int attempt, Row row, Instant at) {
        database.sql("""
                        insert into livret2_remark_answer
                            (journey_id, attempt, number, skill_id, answer, done_at, answered_at)
                        values (:journey, :attempt, :number, :skill, :answer, :done, :at)
                        on duplicate key update answer = :answer, done_at = :done, answered_at = :at
                        """)
                .param("journey", journey.value())
                .param("attempt", attempt)
                .param("number", row.review())
                .param("skill", row.skill().value())
                .param("answer", row.answer())
                .param("done", row.doneAt())
                .param("at", at)
                .update();
    }

    public record Row(
            int review,
            SkillId skill,
            @Nullable String answer,
            @Nullable Instant doneAt) {}
}
