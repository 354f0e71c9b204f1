package fr.acquis.exchange.store;

import fr.acquis.exchange.MessageId;
import fr.acquis.shared.JourneyId;
import fr.acquis.shared.PersonId;
import fr.acquis.shared.Sha256;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who may answer which thread by mail, and what was answered: hashes and ids only. */
@Repository
public class AnswerRows {

    private final JdbcClient database;

    AnswerRows(JdbcClient database) {
        this.database = database;
    }

    public record Invited(Sha256 address, JourneyId journey, PersonId person, boolean revoked, Instant expiresAt) {

        public boolean alive(Instant now) {
            return !revoked && now.isBefore(expiresAt);
        }
    }

    public void invite(Sha256 address, JourneyId journey, PersonId person, Instant expiresAt) {
        database.sql("""
                        insert into exchange_answer_address (hash, journey_id, person_id, expires_at)
                        values (:hash, :journey, :person, :until)
                        """)
                .param("hash", address.hex())
                .param("journey", journey.value())
                .param("person", person.value())
                .param("until", expiresAt)
                .update();
    }

    public Optional<Invited> invited(Sha256 address) {
        return database.sql("""
                        select journey_id, person_id, expires_at, revoked_at is not null as revoked
                        from exchange_answer_address where hash = :hash
                        """)
                .param("hash", address.hex())
                .query((row, n) -> new Invited(
                        address,
                        new JourneyId(row.getObject("journey_id", UUID.class)),
                        new PersonId(row.getObject("person_id", UUID.class)),
                        row.getBoolean("revoked"),
                        row.getObject("expires_at", Instant.class)))
                .optional();
    }

    /** They no longer read there: no mail they have is answered any more. */
    public void revoke(JourneyId journey, PersonId person, Instant at) {
        database.sql("""
                        update exchange_answer_address set revoked_at = :at
                        where journey_id = :journey and person_id = :person and revoked_at is null
                        """)
                .param("at", at)
                .param("journey", journey.value())
                .param("person", person.value())
                .update();
    }

    public boolean answered(Sha256 mail, Sha256 address) {
        return database.sql("select count(*) from exchange_answer where mail_hash = :mail and address_hash = :address")
                        .param("mail", mail.hex())
                        .param("address", address.hex())
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /**
     * Once for each mail, in the transaction of what follows from it.
     *
     * @return false when it was handled before, or another is handling it and was first
     */
    public boolean answer(Sha256 mail, Invited invited, String outcome, Instant at) {
        return database.sql("""
                        insert ignore into exchange_answer
                            (mail_hash, address_hash, journey_id, person_id, outcome, came_at)
                        values (:mail, :address, :journey, :person, :outcome, :at)
                        """)
                        .param("mail", mail.hex())
                        .param("address", invited.address().hex())
                        .param("journey", invited.journey().value())
                        .param("person", invited.person().value())
                        .param("outcome", outcome)
                        .param("at", at)
                        .update()
                == 1;
    }

    public void became(Sha256 mail, Sha256 address, MessageId message) {
        database.sql("""
                        update exchange_answer set message_id = :message
                        where mail_hash = :mail and address_hash = :address
                        """)
                .param("message", message.value())
                .param("mail", mail.hex())
                .param("address", address.hex())
                .update();
    }

    /** How many of a person came for a thread since then. */
    public int since(Invited invited, Instant from) {
        return database.sql("""
                        select count(*) from exchange_answer
                        where journey_id = :journey and person_id = :person and came_at > :from
                        """)
                .param("journey", invited.journey().value())
                .param("person", invited.person().value())
                .param("from", from)
                .query(Integer.class)
                .single();
    }

    /** A mail is begun. @return how often by now */
    public int begin(Sha256 mail, Instant at) {
        return database.sql("""
                        insert into exchange_answer_try (mail_hash, tries, tried_at) values (:mail, 1, :at)
                        on duplicate key update tries = tries + 1, tried_at = :at
                        returning tries
                        """)
                .param("mail", mail.hex())
                .param("at", at)
                .query(Integer.class)
                .single();
    }

    /** That it failed was not the mail's fault. */
    public void forgive(Sha256 mail) {
        database.sql("update exchange_answer_try set tries = tries - 1 where mail_hash = :mail")
                .param("mail", mail.hex())
                .update();
    }

    public void over(Sha256 mail) {
        database.sql("delete from exchange_answer_try where mail_hash = :mail")
                .param("mail", mail.hex())
                .update();
    }

    /** Mails begun so often without an end. */
    public int begunAtLeast(int tries) {
        return database.sql("select count(*) from exchange_answer_try where tries >= :tries")
                .param("tries", tries)
                .query(Integer.class)
                .single();
    }

    /**
     * What says nothing any more: addresses that ended before then with what came to them, tries of then.
     *
     * @param most of each in one go
     * @return whether more of it may be there
     */
    public boolean forget(Instant before, int most) {
        List<String> ended = database.sql("""
                        select hash from exchange_answer_address where expires_at < :before order by expires_at limit :most
                        """)
                .param("before", before)
                .param("most", most)
                .query(String.class)
                .list();
        if (!ended.isEmpty()) {
            database.sql("delete from exchange_answer where address_hash in (:ended)")
                    .param("ended", ended)
                    .update();
            database.sql("delete from exchange_answer_address where hash in (:ended)")
                    .param("ended", ended)
                    .update();
        }
        int tries = database.sql(
                        "delete from exchange_answer_try where tried_at < :before order by tried_at limit :most")
                .param("before", before)
                .param("most", most)
                .update();
        return ended.size() == most || tries == most;
    }
}
