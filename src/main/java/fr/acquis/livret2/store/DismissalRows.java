package fr.acquis.livret2.store;

import fr.acquis.certification.SkillId;
import fr.acquis.evidence.EvidenceId;
import fr.acquis.shared.JourneyId;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/** Pieces put aside for a skill. */
@Repository
public class DismissalRows {

    private final JdbcClient database;

    DismissalRows(JdbcClient database) {
        this.database = database;
    }

    public Map<SkillId, Set<EvidenceId>> of(JourneyId journey, int attempt) {
        return database
                .sql("""
                        select skill_id, evidence_id from livret2_dismissal
                        where journey_id = :journey and attempt = :attempt
                        """)
                .param("journey", journey.value())
                .param("attempt", attempt)
                .query((row, n) -> Map.entry(
                        new SkillId(row.getObject("skill_id", UUID.class)),
                        new EvidenceId(row.getObject("evidence_id", UUID.class))))
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toSet())));
    }

    public void insert(JourneyId journey, int attempt, SkillId skill, EvidenceId evidence, Instant at) {
        one("""
                        insert ignore into livret2_dismissal (journey_id, attempt, skill_id, evidence_id, dismissed_at)
                        values (:journey, :attempt, :skill, :evidence, :at)
                        """, journey, attempt, skill)
                .param("evidence", evidence.value())
                .param("at", at)
                .update();
    }

    /** Everything put aside for the skill is proposed again. */
    public void forget(JourneyId journey, int attempt, SkillId skill) {
        one("""
                        delete from livret2_dismissal
                        where journey_id = :journey and attempt = :attempt and skill_id = :skill
                        """, journey, attempt, skill).update();
    }

    private StatementSpec one(String sql, JourneyId journey, int attempt, SkillId skill) {
        return database.sql(sql)
                .param("journey", journey.value())
                .param("attempt", attempt)
                .param("skill", skill.value());
    }
}
