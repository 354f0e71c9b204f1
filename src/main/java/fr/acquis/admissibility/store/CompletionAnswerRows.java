package fr.acquis.admissibility.store;

import fr.acquis.admissibility.CompletionAnswer;
import fr.acquis.evidence.EvidenceId;
import fr.acquis.shared.JourneyId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

@Repository
public class CompletionAnswerRows {

    private final JdbcClient database;
    private final JsonMapper json;

    CompletionAnswerRows(JdbcClient database, JsonMapper json) {
        this.database = database;
        this.json = json;
    }

    public List<CompletionAnswer> of(JourneyId journey, int number) {
        return database.sql("""
                        select piece, unavailable, text, files, answered_at
                        from completion_answer where journey_id = :journey and number = :number order by piece
                        """)
                .param("journey", journey.value())
                .param("number", number)
                .query((row, n) -> new CompletionAnswer(
                        row.getInt("piece"),
                        row.getBoolean("unavailable"),
                        row.getString("text"),
                        json.readValue(row.getString("files"), new TypeReference<List<UUID>>() {}).stream()
                                .map(EvidenceId::new)
                                .toList(),
                        row.getObject("answered_at", Instant.class)))
                .list();
    }

    public void write(JourneyId journey, int number, CompletionAnswer answer) {
        database.sql("""
                        insert into completion_answer (journey_id, number, piece, unavailable, text, files, answered_at)
                        values (:journey, :number, :piece, :unavailable, :text, :files, :at)
                        on duplicate key update unavailable = values(unavailable), text = values(text),
                            files = values(files), answered_at = values(answered_at)
                        """)
                .param("journey", journey.value())
                .param("number", number)
                .param("piece", answer.piece())
                .param("unavailable", answer.unavailable())
                .param("text", answer.text())
                .param(
                        "files",
                        json.writeValueAsString(
                                answer.files().stream().map(EvidenceId::value).toList()))
                .param("at", answer.at())
                .update();
    }
}
