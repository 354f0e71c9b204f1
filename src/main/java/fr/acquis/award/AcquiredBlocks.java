package fr.acquis.award;

import fr.acquis.audit.Audit;
import fr.acquis.award.AcquiredBlock.Source;
import fr.acquis.certification.CertificationId;
import fr.acquis.certification.Certifications;
import fr.acquis.certification.SkillBlock;
import fr.acquis.certification.SkillBlockCode;
import fr.acquis.journey.Journey;
import fr.acquis.shared.JourneyId;
import fr.acquis.shared.PersonId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The blocs a person holds. Only added to: no method removes one, and the table is never updated. */
@Service
public class AcquiredBlocks {

    private final JdbcClient database;
    private final Certifications certifications;
    private final Audit audit;
    private final Clock clock;

    AcquiredBlocks(JdbcClient database, Certifications certifications, Audit audit, Clock clock) {
        this.database = database;
        this.certifications = certifications;
        this.audit = audit;
        this.clock = clock;
    }

    /** Adds blocs to what the candidate of the case holds; one held already stays as it was acquired first. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void acquire(Journey journey, Collection<SkillBlockCode> codes, Source source, LocalDate on) {
        for (SkillBlockCode code : codes) {
            database.sql("""
                            insert ignore into acquired_block
                                (person_id, certification_id, block_code, source, journey_id, acquired_on, recorded_at)
                            values (:person, :certification, :code, :source, :journey, :on, :at)
                            """)
                    .param("person", journey.candidate().value())
                    .param("certification", journey.certification().value())
                    .param("code", code.value())
                    .param("source", source.name())
                    .param("journey", journey.id().value())
                    .param("on", on)
                    .param("at", clock.instant())
                    .update();
        }
        if (!codes.isEmpty()) {
            audit.record(
                    journey.id().value(),
                    "acquire-blocks",
                    Map.of(
                            "source",
                            source.name(),
                            "blocks",
                            codes.stream().map(SkillBlockCode::value).sorted().collect(Collectors.joining(" "))));
        }
    }

    /** What the candidate of the case holds of its certification, from whatever case or source. */
    @Transactional(readOnly = true)
    public List<AcquiredBlock> heldFor(Journey journey) {
        return database.sql("""
                        select block_code, source, journey_id, acquired_on from acquired_block
                        where person_id = :person and certification_id = :certification order by block_code
                        """)
                .param("person", journey.candidate().value())
                .param("certification", journey.certification().value())
                .query((row, n) -> block(row))
                .list();
    }

    /** The same in words, for letters: code and title, in the standard's order. */
    @Transactional(readOnly = true)
    public List<String> titlesHeldFor(Journey journey) {
        Set<SkillBlockCode> held =
                heldFor(journey).stream().map(AcquiredBlock::code).collect(Collectors.toSet());
        return certifications.standard(journey.certification()).blocks().stream()
                .filter(block -> held.contains(block.code()))
                .map(block -> block.code() + " – " + block.title())
                .toList();
    }

    /** Everything a person holds, by certification. */
    @Transactional(readOnly = true)
    public Map<CertificationId, List<AcquiredBlock>> heldBy(PersonId person) {
        Map<CertificationId, List<AcquiredBlock>> held = new LinkedHashMap<>();
        database.sql("""
                        select certification_id, block_code, source, journey_id, acquired_on from acquired_block
                        where person_id = :person order by certification_id, block_code
                        """).param("person", person.value()).query(row -> {
            held.computeIfAbsent(
                            new CertificationId(row.getObject("certification_id", UUID.class)),
                            first -> new ArrayList<>())
                    .add(block(row));
        });
        return held;
    }

    /** Blocs this case aims at and its candidate does not hold yet, in the standard's order: what the next jury looks at. */
    @Transactional(readOnly = true)
    public List<SkillBlock> missing(Journey journey) {
        Set<SkillBlockCode> held =
                heldFor(journey).stream().map(AcquiredBlock::code).collect(Collectors.toSet());
        return certifications.standard(journey.certification()).blocks().stream()
                .filter(block -> journey.aimsAt(block.code()))
                .filter(block -> !held.contains(block.code()))
                .toList();
    }

    /** Whether every bloc of the certification is held: the condition of the certificate, whatever the case aimed at. */
    @Transactional(readOnly = true)
    public boolean holdsAll(Journey journey) {
        Set<SkillBlockCode> held =
                heldFor(journey).stream().map(AcquiredBlock::code).collect(Collectors.toSet());
        List<SkillBlock> blocks =
                certifications.standard(journey.certification()).blocks();
        return !blocks.isEmpty() && blocks.stream().map(SkillBlock::code).allMatch(held::contains);
    }

    private static AcquiredBlock block(ResultSet row) throws SQLException {
        UUID journey = row.getObject("journey_id", UUID.class);
        return new AcquiredBlock(
                new SkillBlockCode(row.getString("block_code")),
                Source.valueOf(row.getString("source")),
                journey == null ? null : new JourneyId(journey),
                row.getObject("acquired_on", LocalDate.class));
    }
}
