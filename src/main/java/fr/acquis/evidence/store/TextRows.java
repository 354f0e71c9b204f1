package fr.acquis.evidence.store;

import fr.acquis.evidence.EvidenceId;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Texts of pieces as they were read, numbers of persons masked: pages parted by form feeds. */
@Repository
public class TextRows {

    private final JdbcClient database;

    TextRows(JdbcClient database) {
        this.database = database;
    }

    /** Empty when there is none, or no longer. */
    public String whole(EvidenceId evidence, int version) {
        return database.sql("select body from evidence_text where evidence_id = :id and number = :number")
                .param("id", evidence.value())
                .param("number", version)
                .query(String.class)
                .optional()
                .orElse("");
    }

    /** @param page from 1 */
    public String page(EvidenceId evidence, int version, int page) {
        String[] pages = whole(evidence, version).split("\f", -1);
        return page <= pages.length ? pages[page - 1] : "";
    }

    /** Which of these pieces have a text and stand. */
    public List<Standing> standing(List<EvidenceId> evidences) {
        return database.sql("""
                        select t.evidence_id, t.number from evidence_text t
                        join evidence e on e.id = t.evidence_id
                        where t.evidence_id in (:ids) and e.withdrawn_at is null and e.kind <> 'IDENTITY_DOCUMENT'
                        """)
                .param("ids", evidences.stream().map(EvidenceId::value).toList())
                .query((row, n) ->
                        new Standing(new EvidenceId(row.getObject("evidence_id", UUID.class)), row.getInt("number")))
                .list();
    }

    public record Standing(EvidenceId evidence, int version) {}
}
