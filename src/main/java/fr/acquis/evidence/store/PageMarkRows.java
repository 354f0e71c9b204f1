package fr.acquis.evidence.store;

import fr.acquis.evidence.Evidence;
import fr.acquis.evidence.EvidenceId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** What reading found on the pages of pieces, and which of their drawings cover something. */
@Repository
@Transactional(readOnly = true)
public class PageMarkRows {

    private final JdbcClient database;

    PageMarkRows(JdbcClient database) {
        this.database = database;
    }

    /** A letter a page, for the pieces that were read. */
    public Map<EvidenceId, String> of(Collection<Evidence> pieces) {
        Map<EvidenceId, String> marks = new HashMap<>();
        ofCurrent(
                "select evidence_id, number, page_marks as found from evidence_version where page_marks is not null",
                pieces,
                (piece, row) -> marks.put(piece, row.getString("found")));
        return marks;
    }

    public Map<EvidenceId, Set<Integer>> coveredOnes(Collection<Evidence> pieces) {
        Map<EvidenceId, Set<Integer>> covered = new HashMap<>();
        ofCurrent(
                "select evidence_id, number, page as found from evidence_page where state = 'DRAWN' and covered",
                pieces,
                (piece, row) ->
                        covered.computeIfAbsent(piece, any -> new HashSet<>()).add(row.getInt("found")));
        return covered;
    }

    private void ofCurrent(String sql, Collection<Evidence> pieces, Found found) {
        if (pieces.isEmpty()) {
            return;
        }
        Map<EvidenceId, Integer> current = new HashMap<>();
        pieces.forEach(piece -> current.put(piece.id(), piece.current().number()));
        database.sql(sql + " and evidence_id in (:ids)")
                .param("ids", current.keySet().stream().map(EvidenceId::value).toList())
                .query(row -> {
                    EvidenceId piece = new EvidenceId(row.getObject("evidence_id", UUID.class));
                    if (current.get(piece) == row.getInt("number")) {
                        found.row(piece, row);
                    }
                });
    }

    private interface Found {
        void row(EvidenceId piece, ResultSet row) throws SQLException;
    }
}
