package fr.acquis.livret2.store;

import fr.acquis.certification.SkillBlockCode;
import fr.acquis.certification.SkillId;
import fr.acquis.evidence.EvidenceId;
import fr.acquis.livret2.Livret2.State;
import fr.acquis.livret2.Question;
import fr.acquis.shared.JourneyId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The livret of an attempt, its answers and its links. */
@Repository
public class Livret2Rows {

    private static final String LIVRETS =
            "select journey_id, attempt, blocks, state, opened_at, shared_at from livret2 where journey_id = :journey";

    private final JdbcClient database;
    private final JsonMapper json;

    Livret2Rows(JdbcClient database, JsonMapper json) {
        this.database = database;
        this.json = json;
    }

    /** @return false when the attempt has its livret already */
    public boolean insert(JourneyId journey, int attempt, List<SkillBlockCode> blocks, Instant at) {
        return of("""
                        insert ignore into livret2 (journey_id, attempt, blocks, state, opened_at)
                        values (:journey, :attempt, :blocks, :state, :at)
                        """, journey, attempt)
                        .param(
                                "blocks",
                                json.writeValueAsString(blocks.stream()
                                        .map(SkillBlockCode::value)
                                        .toList()))
                        .param("state", State.WRITING.name())
                        .param("at", at)
                        .update()
                == 1;
    }

    /** Begins an attempt with the words and links of another; what belongs to no bloc of the new one is left out when read. */
    public void carryOver(JourneyId journey, int from, int to, Instant at) {
        database.sql("""
                        insert into livret2_answer (journey_id, attempt, skill_id, question, body, version, saved_at)
                        select journey_id, :to, skill_id, question, body, 1, :at
                        from livret2_answer where journey_id = :journey and attempt = :from
                        """)
                .param("journey", journey.value())
                .param("from", from)
                .param("to", to)
                .param("at", at)
                .update();
        database.sql("""
                        insert into livret2_proof (journey_id, attempt, skill_id, evidence_id, pages, comment, linked_at)
                        select journey_id, :to, skill_id, evidence_id, pages, comment, :at
                        from livret2_proof where journey_id = :journey and attempt = :from
                        """)
                .param("journey", journey.value())
                .param("from", from)
                .param("to", to)
                .param("at", at)
                .update();
    }

    /** Livrets of the case, the latest attempt first. */
    public List<Row> all(JourneyId journey) {
        return database.sql(LIVRETS + " order by attempt desc")
                .param("journey", journey.value())
                .query(this::row)
                .list();
    }

    public Optional<Row> find(JourneyId journey, int attempt) {
        return of(LIVRETS + " and attempt = :attempt", journey, attempt)
                .query(this::row)
                .optional();
    }

    /** Locked until the end of the transaction: nothing is written while it is handed in. */
    public Optional<Row> lock(JourneyId journey, int attempt) {
        return of(LIVRETS + " and attempt = :attempt for update", journey, attempt)
                .query(this::row)
                .optional();
    }

    public void state(JourneyId journey, int attempt, State state) {
        of("update livret2 set state = :state where journey_id = :journey and attempt = :attempt", journey, attempt)
                .param("state", state.name())
                .update();
    }

    public void share(JourneyId journey, int attempt, @Nullable Instant since) {
        of("update livret2 set shared_at = :since where journey_id = :journey and attempt = :attempt", journey, attempt)
                .param("since", since)
                .update();
    }

    public List<AnswerRow> answers(JourneyId journey, int attempt) {
        return of("""
                        select skill_id, question, body, version, saved_at from livret2_answer
                        where journey_id = :journey and attempt = :attempt
                        """, journey, attempt).query((row, n) -> answer(row)).list();
    }

    public Optional<AnswerRow> answer(JourneyId journey, int attempt, SkillId skill, Question question) {
        return of("""
                        select skill_id, question, body, version, saved_at from livret2_answer
                        where journey_id = :journey and attempt = :attempt and skill_id = :skill and question = :question
                        for update
                        """, journey, attempt)
                .param("skill", skill.value())
                .param("question", question.name())
                .query((row, n) -> answer(row))
                .optional();
    }

    /** Writes the field; the caller has compared versions under the lock of the livret. */
    public void save(JourneyId journey, int attempt, AnswerRow answer) {
        of("""
                        insert into livret2_answer (journey_id, attempt, skill_id, question, body, version, saved_at)
                        values (:journey, :attempt, :skill, :question, :body, :version, :at)
                        on duplicate key update body = :body, version = :version, saved_at = :at
                        """, journey, attempt)
                .param("skill", answer.skill().value())
                .param("question", answer.question().name())
                .param("body", answer.text())
                .param("version", answer.version())
                .param("at", answer.savedAt())
                .update();
    }

    /** Links to pieces that still stand, the oldest first. */
    public List<LinkRow> links(JourneyId journey, int attempt) {
        return of("""
                        select p.skill_id, p.evidence_id, p.pages, p.comment
                        from livret2_proof p join evidence e on e.id = p.evidence_id and e.withdrawn_at is null
                        where p.journey_id = :journey and p.attempt = :attempt order by p.linked_at, p.evidence_id
                        """, journey, attempt)
                .query((row, n) -> new LinkRow(
                        new SkillId(row.getObject("skill_id", UUID.class)),
                        new EvidenceId(row.getObject("evidence_id", UUID.class)),
                        row.getString("pages"),
                        row.getString("comment")))
                .list();
    }

    /** Links a piece, or changes where to look in it. */
    public void link(JourneyId journey, int attempt, LinkRow link, Instant at) {
        of("""
                        insert into livret2_proof (journey_id, attempt, skill_id, evidence_id, pages, comment, linked_at)
                        values (:journey, :attempt, :skill, :evidence, :pages, :comment, :at)
                        on duplicate key update pages = :pages, comment = :comment
                        """, journey, attempt)
                .param("skill", link.skill().value())
                .param("evidence", link.evidence().value())
                .param("pages", link.pages())
                .param("comment", link.comment())
                .param("at", at)
                .update();
    }

    public void unlink(JourneyId journey, int attempt, SkillId skill, EvidenceId evidence) {
        of("""
                        delete from livret2_proof
                        where journey_id = :journey and attempt = :attempt and skill_id = :skill and evidence_id = :evidence
                        """, journey, attempt)
                .param("skill", skill.value())
                .param("evidence", evidence.value())
                .update();
    }

    private StatementSpec of(String sql, JourneyId journey, int attempt) {
        return database.sql(sql).param("journey", journey.value()).param("attempt", attempt);
    }

    private Row row(ResultSet row, int n) throws SQLException {
        return new Row(
                new JourneyId(row.getObject("journey_id", UUID.class)),
                row.getInt("attempt"),
                json.readValue(row.getString("blocks"), new TypeReference<List<String>>() {}).stream()
                        .map(SkillBlockCode::new)
                        .toList(),
                State.valueOf(row.getString("state")),
                row.getObject("opened_at", Instant.class),
                row.getObject("shared_at", Instant.class));
    }

    private static AnswerRow answer(ResultSet row) throws SQLException {
        return new AnswerRow(
                new SkillId(row.getObject("skill_id", UUID.class)),
                Question.valueOf(row.getString("question")),
                row.getString("body"),
                row.getInt("version"),
                row.getObject("saved_at", Instant.class));
    }

    public record Row(
            JourneyId journey,
            int attempt,
            List<SkillBlockCode> blocks,
            State state,
            Instant openedAt,
            @Nullable Instant sharedAt) {}

    public record AnswerRow(SkillId skill, Question question, String text, int version, Instant savedAt) {}

    public record LinkRow(
            SkillId skill,
            EvidenceId evidence,
            @Nullable String pages,
            @Nullable String comment) {}
}
