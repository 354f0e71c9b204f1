package fr.acquis.identity.store;

import fr.acquis.shared.Sha256;
import java.time.Instant;
import java.util.Locale;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Failed tries of the last quarter of an hour, by hashed e-mail and by origin. */
@Repository
public class SignInAttempts {

    /** What the column holds. */
    public static final int LONGEST_ORIGIN = 45;

    private final JdbcClient database;

    SignInAttempts(JdbcClient database) {
        this.database = database;
    }

    public long failuresOf(String email, Instant since) {
        return database.sql("select count(*) from sign_in_attempt where email_hash = :email and attempted_at > :since")
                .param("email", hash(email))
                .param("since", since)
                .query(Long.class)
                .single();
    }

    public long failuresFrom(String origin, Instant since) {
        return database.sql("select count(*) from sign_in_attempt where origin = :origin and attempted_at > :since")
                .param("origin", origin)
                .param("since", since)
                .query(Long.class)
                .single();
    }

    public void failed(String email, String origin, Instant at, Instant forget) {
        database.sql("insert into sign_in_attempt (email_hash, origin, attempted_at) values (:email, :origin, :at)")
                .param("email", hash(email))
                .param("origin", origin)
                .param("at", at)
                .update();
        database.sql("delete from sign_in_attempt where attempted_at < :forget limit 100")
                .param("forget", forget)
                .update();
    }

    public void succeeded(String email) {
        database.sql("delete from sign_in_attempt where email_hash = :email")
                .param("email", hash(email))
                .update();
    }

    private static String hash(String email) {
        return Sha256.of(email.strip().toLowerCase(Locale.ROOT)).hex();
    }
}
