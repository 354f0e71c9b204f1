package fr.acquis.jury.store;

import fr.acquis.jury.HearingId;
import fr.acquis.shared.Sha256;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Signed minutes, kept as they were signed. */
@Repository
public class MinutesRows {

    private final JdbcClient database;

    MinutesRows(JdbcClient database) {
        this.database = database;
    }

    public void keep(HearingId hearing, byte[] pdf, Instant at) {
        database.sql(
                        "insert into jury_minutes (hearing_id, content, sha256, written_at) values (:hearing, :content, :sha256, :at)")
                .param("hearing", hearing.value())
                .param("content", pdf)
                .param("sha256", Sha256.of(pdf).hex())
                .param("at", at)
                .update();
    }

    /** @throws IllegalStateException when the content no longer has the hash it was signed with */
    public Optional<byte[]> find(HearingId hearing) {
        return database.sql("select content, sha256 from jury_minutes where hearing_id = :hearing")
                .param("hearing", hearing.value())
                .query((row, n) -> {
                    byte[] content = row.getBytes("content");
                    if (!Sha256.of(content).hex().equals(row.getString("sha256"))) {
                        throw new IllegalStateException("minutes " + hearing + " no longer have their content");
                    }
                    return content;
                })
                .optional();
    }
}
