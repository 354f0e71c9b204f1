package fr.acquis.certification.store;

import fr.acquis.certification.CertificationId;
import fr.acquis.certification.Skill;
import fr.acquis.certification.SkillBlock;
import fr.acquis.certification.SkillBlockCode;
import fr.acquis.certification.SkillId;
import fr.acquis.certification.Standard;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
public class StandardRows {

    private final JdbcClient database;

    StandardRows(JdbcClient database) {
        this.database = database;
    }

    public Standard of(CertificationId id) {
        Map<UUID, List<String>> criteria = criteria(id);
        Map<String, List<Skill>> skills = skills(id, criteria);
        List<SkillBlock> blocks = database.sql(
                        "select code, title from skill_block where certification_id = :id order by position")
                .param("id", id.value())
                .query((row, n) -> new SkillBlock(
                        new SkillBlockCode(row.getString("code")),
                        row.getString("title"),
                        skills.getOrDefault(row.getString("code"), List.of())))
                .list();
        List<String> activities = database.sql(
                        "select statement from standard_activity where certification_id = :id order by position")
                .param("id", id.value())
                .query(String.class)
                .list();
        return new Standard(activities, blocks);
    }

    /** How many blocs each has; those without any are left out. */
    public Map<CertificationId, Integer> countBlocks(Collection<CertificationId> certifications) {
        if (certifications.isEmpty()) {
            return Map.of();
        }
        Map<CertificationId, Integer> counts = new HashMap<>();
        database.sql("""
                        select certification_id, count(*) as blocks
                        from skill_block
                        where certification_id in (:certifications)
                        group by certification_id
                        """)
                .param(
                        "certifications",
                        certifications.stream().map(CertificationId::value).toList())
                .query(row -> {
                    counts.put(
                            new CertificationId(row.getObject("certification_id", UUID.class)), row.getInt("blocks"));
                });
        return counts;
    }

    private Map<UUID, List<String>> criteria(CertificationId id) {
        Map<UUID, List<String>> criteria = new LinkedHashMap<>();
        database.sql("""
                        select c.skill_id, c.statement
                        from skill_criterion c
                        join skill s on s.id = c.skill_id
                        join skill_block b on b.code = s.block_code
                        where b.certification_id = :id
                        order by c.skill_id, c.position
                        """).param("id", id.value()).query(row -> {
            criteria.computeIfAbsent(row.getObject("skill_id", UUID.class), skill -> new ArrayList<>())
                    .add(row.getString("statement"));
        });
        return criteria;
    }

    private Map<String, List<Skill>> skills(CertificationId id, Map<UUID, List<String>> criteria) {
        Map<String, List<Skill>> skills = new LinkedHashMap<>();
        database.sql("""
                        select s.id, s.block_code, s.code, s.statement
                        from skill s
                        join skill_block b on b.code = s.block_code
                        where b.certification_id = :id
                        order by b.position, s.position
                        """).param("id", id.value()).query(row -> {
            UUID skill = row.getObject("id", UUID.class);
            skills.computeIfAbsent(row.getString("block_code"), block -> new ArrayList<>())
                    .add(new Skill(
                            new SkillId(skill),
                            row.getString("code"),
                            row.getString("statement"),
                            criteria.getOrDefault(skill, List.of())));
        });
        return skills;
    }

    public void insert(CertificationId id, Standard standard) {
        for (int n = 0; n < standard.activities().size(); n++) {
            database.sql(
                            "insert into standard_activity (certification_id, position, statement) values (:id, :n, :text)")
                    .param("id", id.value())
                    .param("n", n + 1)
                    .param("text", standard.activities().get(n))
                    .update();
        }
        for (int n = 0; n < standard.blocks().size(); n++) {
            SkillBlock block = standard.blocks().get(n);
            database.sql(
                            "insert into skill_block (code, certification_id, position, title) values (:code, :id, :n, :title)")
                    .param("code", block.code().value())
                    .param("id", id.value())
                    .param("n", n + 1)
                    .param("title", block.title())
                    .update();
            insert(block);
        }
    }

    private void insert(SkillBlock block) {
        for (int n = 0; n < block.skills().size(); n++) {
            Skill skill = block.skills().get(n);
            database.sql("""
                            insert into skill (id, block_code, position, code, statement)
                            values (:id, :block, :n, :code, :text)
                            """)
                    .param("id", skill.id().value())
                    .param("block", block.code().value())
                    .param("n", n + 1)
                    .param("code", skill.code())
                    .param("text", skill.statement())
                    .update();
            insertCriteria(skill);
        }
    }

    private void insertCriteria(Skill skill) {
        for (int n = 0; n < skill.criteria().size(); n++) {
            database.sql("insert into skill_criterion (skill_id, position, statement) values (:skill, :n, :text)")
                    .param("skill", skill.id().value())
                    .param("n", n + 1)
                    .param("text", skill.criteria().get(n))
                    .update();
        }
    }
}
