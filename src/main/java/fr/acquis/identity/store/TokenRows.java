package fr.acquis.identity.store;

import fr.acquis.identity.Token;
import fr.acquis.identity.TokenId;
import fr.acquis.shared.PersonId;
import fr.acquis.shared.Sha256;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
public class TokenRows {

    private static final String COLUMNS = """
            select id, person_id, name, read_only, created_at, expires_at, last_used_at, revoked_at from api_token
            """;

    private static final Duration USE_NOTED_EVERY = Duration.ofMinutes(1);

    private final JdbcClient database;

    TokenRows(JdbcClient database) {
        this.database = database;
    }

    public record Held(Token token, PersonId person) {}

    public void insert(Token token, PersonId person, Sha256 hash) {
        database.sql("""
                        insert into api_token (id, person_id, name, hash, read_only, created_at, expires_at)
                        values (:id, :person, :name, :hash, :readOnly, :created, :expires)
                        """)
                .param("id", token.id().value())
                .param("person", person.value())
                .param("name", token.name())
                .param("hash", hash.hex())
                .param("readOnly", token.readOnly())
                .param("created", token.createdAt())
                .param("expires", token.expiresAt())
                .update();
    }

    public Optional<Held> find(Sha256 hash) {
        return database.sql(COLUMNS + "where hash = :hash")
                .param("hash", hash.hex())
                .query(TokenRows::held)
                .optional();
    }

    /** @param since tokens that ended before are left out */
    public List<Token> of(PersonId person, Instant since) {
        return database
                .sql(COLUMNS + """
                        where person_id = :person and coalesce(revoked_at, expires_at) > :since
                        order by created_at desc limit 200
                        """)
                .param("person", person.value())
                .param("since", since)
                .query(TokenRows::held)
                .list()
                .stream()
                .map(Held::token)
                .toList();
    }

    /** Until the end of the transaction: two tokens made at once are counted one after the other. */
    public void lockPerson(PersonId person) {
        database.sql("select id from person where id = :person for update")
                .param("person", person.value())
                .query(UUID.class)
                .single();
    }

    public int openOf(PersonId person, Instant now) {
        return database.sql("""
                        select count(*) from api_token
                        where person_id = :person and revoked_at is null and expires_at > :now
                        """)
                .param("person", person.value())
                .param("now", now)
                .query(Integer.class)
                .single();
    }

    public boolean exists(TokenId id, PersonId person) {
        return database.sql("select count(*) from api_token where id = :id and person_id = :person")
                        .param("id", id.value())
                        .param("person", person.value())
                        .query(Integer.class)
                        .single()
                == 1;
    }

    /** @return false when it was revoked before */
    public boolean revoke(TokenId id, PersonId person, Instant at) {
        return database.sql("""
                        update api_token set revoked_at = :at
                        where id = :id and person_id = :person and revoked_at is null
                        """)
                        .param("at", at)
                        .param("id", id.value())
                        .param("person", person.value())
                        .update()
                == 1;
    }

    public void used(TokenId id, Instant at) {
        database.sql("""
                        update api_token set last_used_at = :at
                        where id = :id and (last_used_at is null or last_used_at < :before)
                        """)
                .param("at", at)
                .param("id", id.value())
                .param("before", at.minus(USE_NOTED_EVERY))
                .update();
    }

    private static Held held(ResultSet row, int n) throws SQLException {
        Token token = new Token(
                new TokenId(row.getObject("id", UUID.class)),
                row.getString("name"),
                row.getBoolean("read_only"),
                row.getObject("created_at", Instant.class),
                row.getObject("expires_at", Instant.class),
                row.getObject("last_used_at", Instant.class),
                row.getObject("revoked_at", Instant.class));
        return new Held(token, new PersonId(row.getObject("person_id", UUID.class)));
    }
}
