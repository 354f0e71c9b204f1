package fr.acquis.evidence.store;

import fr.acquis.audit.Audit;
import fr.acquis.evidence.Classification;
import fr.acquis.evidence.EvidenceId;
import fr.acquis.evidence.FactState;
import fr.acquis.evidence.meaning.Proposal;
import fr.acquis.shared.JourneyId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What the machine found in a content: its text, what it is taken for, what it seems to say. */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
public class Findings {

    private static final int LONGEST_CLUE = 40;

    private final JdbcClient database;
    private final JdbcTemplate batches;
    private final Audit audit;

    Findings(JdbcClient database, JdbcTemplate batches, Audit audit) {
        this.database = database;
        this.batches = batches;
        this.audit = audit;
    }

    /** Everything found before, except what a person answered to. */
    public void forget(EvidenceId evidence, int number) {
        database.sql("""
                        delete t, p, f from evidence_version v
                        left join evidence_text t on t.evidence_id = v.evidence_id and t.number = v.number
                        left join evidence_recognised_page p on p.evidence_id = v.evidence_id and p.number = v.number
                        left join evidence_fact f on f.evidence_id = v.evidence_id and f.number = v.number
                            and f.state = 'PROPOSED'
                        where v.evidence_id = :id and v.number = :number
                        """).param("id", evidence.value()).param("number", number).update();
    }

    public void forgetProposals(EvidenceId evidence, int number) {
        database.sql("""
                        delete from evidence_fact
                        where evidence_id = :id and number = :number and state = 'PROPOSED'
                        """).param("id", evidence.value()).param("number", number).update();
    }

    public void keepText(EvidenceId evidence, int number, String text) {
        if (text.isEmpty()) {
            return;
        }
        database.sql("insert into evidence_text (evidence_id, number, body) values (:id, :number, :body)")
                .param("id", evidence.value())
                .param("number", number)
                .param("body", text)
                .update();
    }

    public Optional<String> text(EvidenceId evidence, int number) {
        return database.sql("select body from evidence_text where evidence_id = :id and number = :number")
                .param("id", evidence.value())
                .param("number", number)
                .query(String.class)
                .optional();
    }

    private void keep(EvidenceId evidence, int number, Classification found) {
        database.sql("""
                        update evidence_version set found_kind = :kind, confidence = :confidence, clues = :clues
                        where evidence_id = :id and number = :number
                        """)
                .param("kind", found.kind().name())
                .param("confidence", found.confidence())
                .param("clues", ClassificationColumns.clues(found))
                .param("id", evidence.value())
                .param("number", number)
                .update();
    }

    /** What a person answered to before stays. */
    public void propose(EvidenceId evidence, int number, List<Proposal> proposals) {
        if (proposals.isEmpty()) {
            return;
        }
        batches.batchUpdate(
                """
                insert ignore into evidence_fact (evidence_id, number, line, kind, value, page, snippet, state)
                values (?, ?, ?, ?, ?, ?, ?, ?)
                """,
                proposals.stream()
                        .map(one -> new Object[] {
                            evidence.value(),
                            number,
                            one.line(),
                            one.kind().name(),
                            one.value(),
                            one.page(),
                            one.snippet(),
                            FactState.PROPOSED.name()
                        })
                        .toList());
    }

    /**
     * An identity document under another name: from now on treated as one. Its text was never kept, pages drawn meanwhile go; of
     * the clues only titles stay.
     */
    public void setApart(EvidenceId evidence, int number, JourneyId journey, Classification found) {
        keep(
                evidence,
                number,
                new Classification(
                        found.kind(),
                        found.confidence(),
                        found.clues().stream()
                                .filter(clue -> clue.words().length() <= LONGEST_CLUE)
                                .toList()));
        database.sql("delete from evidence_page where evidence_id = :id")
                .param("id", evidence.value())
                .update();
        database.sql("update evidence set kind = 'IDENTITY_DOCUMENT' where id = :id")
                .param("id", evidence.value())
                .update();
        audit.record(
                journey.value(),
                "set-apart-identity-document",
                Map.of("evidence", evidence.toString(), "confidence", Integer.toString(found.confidence())));
    }
}
