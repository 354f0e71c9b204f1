package fr.acquis.training.store;

import fr.acquis.certification.SkillBlockCode;
import fr.acquis.shared.JourneyId;
import fr.acquis.shared.PersonId;
import fr.acquis.training.TrainingAction;
import fr.acquis.training.TrainingPlan;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
public class PlanRows {

    private final JdbcClient database;
    private final ActionRows actions;

    PlanRows(JdbcClient database, ActionRows actions) {
        this.database = database;
        this.actions = actions;
    }

    public void draft(JourneyId journey, int attempt, List<SkillBlockCode> missing, Instant at) {
        database.sql("""
                        insert ignore into training_plan (journey_id, attempt, missing_blocks, drafted_at)
                        values (:journey, :attempt, :missing, :at)
                        """)
                .param("journey", journey.value())
                .param("attempt", attempt)
                .param("missing", codes(missing))
                .param("at", at)
                .update();
    }

    /** The plans of a case, the latest last. */
    public List<TrainingPlan> of(JourneyId journey) {
        return database.sql("select * from training_plan where journey_id = :journey order by attempt")
                .param("journey", journey.value())
                .query(this::plan)
                .list();
    }

    /** The latest plan, nobody else changing it before the end of the transaction. */
    public Optional<TrainingPlan> lockLatest(JourneyId journey) {
        return database.sql("""
                        select * from training_plan where journey_id = :journey order by attempt desc limit 1 for update
                        """)
                .param("journey", journey.value())
                .query(this::plan)
                .optional();
    }

    public void propose(TrainingPlan plan, @Nullable String advice, LocalDate reviewOn, PersonId by, Instant at) {
        database.sql("""
                        update training_plan set advice = :advice, review_on = :review, proposed_by = :by, proposed_at = :at,
                               changes_wanted = null where journey_id = :journey and attempt = :attempt
                        """)
                .param("advice", advice)
                .param("review", reviewOn)
                .param("by", by.value())
                .param("at", at)
                .param("journey", plan.journey().value())
                .param("attempt", plan.attempt())
                .update();
    }

    public void wantChanges(TrainingPlan plan, String changes) {
        set(plan, "changes_wanted", changes);
    }

    public void accept(TrainingPlan plan, Instant at) {
        set(plan, "accepted_at", at);
    }

    public void finish(TrainingPlan plan, Instant at) {
        set(plan, "done_at", at);
    }

    private void set(TrainingPlan plan, String column, Object value) {
        database.sql("update training_plan set " + column
                        + " = :value where journey_id = :journey and attempt = :attempt")
                .param("value", value)
                .param("journey", plan.journey().value())
                .param("attempt", plan.attempt())
                .update();
    }

    private TrainingPlan plan(ResultSet row, int n) throws SQLException {
        JourneyId journey = new JourneyId(row.getObject("journey_id", UUID.class));
        int attempt = row.getInt("attempt");
        return new TrainingPlan(
                journey,
                attempt,
                blocks(row.getString("missing_blocks")),
                row.getString("advice"),
                row.getObject("review_on", LocalDate.class),
                row.getObject("proposed_at", Instant.class),
                row.getString("changes_wanted"),
                row.getObject("accepted_at", Instant.class),
                row.getObject("done_at", Instant.class),
                actions.of(journey, attempt));
    }

    static String codes(List<SkillBlockCode> blocks) {
        return blocks.stream().map(SkillBlockCode::value).collect(Collectors.joining(" "));
    }

    static List<SkillBlockCode> blocks(String codes) {
        return codes.isBlank()
                ? List.of()
                : Arrays.stream(codes.split(" ")).map(SkillBlockCode::new).toList();
    }

    public void replaceActions(TrainingPlan plan, List<TrainingAction> proposed) {
        actions.replace(plan.journey(), plan.attempt(), proposed);
    }
}
