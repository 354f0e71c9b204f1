package fr.acquis.evidence.store;

import fr.acquis.evidence.Evidence;
import fr.acquis.evidence.EvidenceId;
import fr.acquis.evidence.NoteReach;
import fr.acquis.evidence.PageNote;
import fr.acquis.evidence.Sight;
import fr.acquis.shared.PersonId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Notes on pages, whoever may read them. */
@Repository
public class NoteRows {

    /** More than anybody reads on one page. */
    private static final int MOST = 200;

    private final JdbcClient database;

    NoteRows(JdbcClient database) {
        this.database = database;
    }

    public List<PageNote> of(Evidence piece, int page) {
        return database.sql("""
                        select id, page, author_id, sight, reach, body, written_at from evidence_note
                        where evidence_id = :id and number = :number and page = :page order by written_at limit :most
                        """)
                .param("id", piece.id().value())
                .param("number", piece.current().number())
                .param("page", page)
                .param("most", MOST)
                .query(NoteRows::note)
                .list();
    }

    public void insert(Evidence piece, PageNote note) {
        database.sql("""
                        insert into evidence_note (id, evidence_id, number, page, author_id, sight, reach, body, written_at)
                        values (:id, :evidence, :number, :page, :author, :sight, :reach, :body, :at)
                        """)
                .param("id", note.id())
                .param("evidence", piece.id().value())
                .param("number", piece.current().number())
                .param("page", note.page())
                .param("author", note.author().value())
                .param("sight", note.sight().name())
                .param("reach", note.reach().name())
                .param("body", note.body())
                .param("at", note.writtenAt())
                .update();
    }

    /** @return whether the author had such a note */
    public boolean delete(EvidenceId evidence, UUID id, PersonId author) {
        return database.sql(
                                "delete from evidence_note where id = :id and evidence_id = :evidence and author_id = :author")
                        .param("id", id)
                        .param("evidence", evidence.value())
                        .param("author", author.value())
                        .update()
                == 1;
    }

    private static PageNote note(ResultSet row, int n) throws SQLException {
        return new PageNote(
                row.getObject("id", UUID.class),
                row.getInt("page"),
                new PersonId(row.getObject("author_id", UUID.class)),
                Sight.valueOf(row.getString("sight")),
                NoteReach.valueOf(row.getString("reach")),
                row.getString("body"),
                row.getObject("written_at", Instant.class));
    }
}
