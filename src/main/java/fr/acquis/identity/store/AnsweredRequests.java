package fr.acquis.identity.store;

import fr.acquis.identity.TokenId;
import fr.acquis.shared.Sha256;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Requests sent under a key of their caller's, each with its answer. The row is inserted first: one of two wins. */
@Repository
public class AnsweredRequests {

    private static final Duration KEPT = Duration.ofDays(1);

    private final JdbcClient database;

    AnsweredRequests(JdbcClient database) {
        this.database = database;
    }

    /** @param answer null while the first is being answered */
    public record Request(
            Sha256 fingerprint, Instant begunAt, @Nullable Answer answer) {}

    public record Answer(
            int status, @Nullable String location, @Nullable String contentType, String body) {}

    /** @return false when the key is taken */
    public boolean begin(TokenId token, String key, Sha256 fingerprint, Instant at) {
        database.sql("delete from api_request where begun_at < :forget limit 100")
                .param("forget", at.minus(KEPT))
                .update();
        return database.sql("""
                        insert ignore into api_request (token_id, request_key, fingerprint, begun_at)
                        values (:token, :key, :fingerprint, :at)
                        """)
                        .param("token", token.value())
                        .param("key", key)
                        .param("fingerprint", fingerprint.hex())
                        .param("at", at)
                        .update()
                == 1;
    }

    /** Takes over a request whose first caller never got an answer, because the product stopped on it. */
    public boolean beginAgain(TokenId token, String key, Instant begunAt, Instant at) {
        return database.sql("""
                        update api_request set begun_at = :at
                        where token_id = :token and request_key = :key and status is null and begun_at = :begun
                        """)
                        .param("at", at)
                        .param("token", token.value())
                        .param("key", key)
                        .param("begun", begunAt)
                        .update()
                == 1;
    }

    public Optional<Request> find(TokenId token, String key) {
        return database.sql("""
                        select fingerprint, begun_at, status, location, content_type, body
                        from api_request where token_id = :token and request_key = :key
                        """)
                .param("token", token.value())
                .param("key", key)
                .query((row, n) -> new Request(
                        new Sha256(row.getString("fingerprint")),
                        row.getObject("begun_at", Instant.class),
                        row.getObject("status") == null
                                ? null
                                : new Answer(
                                        row.getInt("status"),
                                        row.getString("location"),
                                        row.getString("content_type"),
                                        row.getString("body"))))
                .optional();
    }

    public void answered(TokenId token, String key, Answer answer) {
        database.sql("""
                        update api_request set status = :status, location = :location, content_type = :type, body = :body
                        where token_id = :token and request_key = :key
                        """)
                .param("status", answer.status())
                .param("location", answer.location())
                .param("type", answer.contentType())
                .param("body", answer.body())
                .param("token", token.value())
                .param("key", key)
                .update();
    }

    /** Nothing was changed: the key may be used again. */
    public void forget(TokenId token, String key) {
        database.sql("delete from api_request where token_id = :token and request_key = :key and status is null")
                .param("token", token.value())
                .param("key", key)
                .update();
    }
}
