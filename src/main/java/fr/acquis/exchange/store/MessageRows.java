package fr.acquis.exchange.store;

import fr.acquis.exchange.Message;
import fr.acquis.exchange.MessageId;
import fr.acquis.exchange.Side;
import fr.acquis.shared.JourneyId;
import fr.acquis.shared.PersonId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
public class MessageRows {

    private static final String MESSAGES = """
            select m.id, m.journey_id, m.kind, m.author_id, p.display_name, m.side, m.adviser_reads, m.body,
                   m.written_at, m.corrected_at, m.withdrawn_at, m.by_mail, m.left_out
            from exchange_message m join v_identity_person p on p.id = m.author_id
            """;

    private final JdbcClient database;

    MessageRows(JdbcClient database) {
        this.database = database;
    }

    public void insert(Message message) {
        database.sql("""
                        insert into exchange_message
                            (id, journey_id, kind, author_id, side, adviser_reads, body, written_at, by_mail, left_out)
                        values (:id, :journey, :kind, :author, :side, :adviser, :body, :at, :mail, :left)
                        """)
                .param("id", message.id().value())
                .param("journey", message.journey().value())
                .param("kind", message.kind().name())
                .param("author", message.author().value())
                .param("side", message.side().name())
                .param("adviser", message.adviserReads())
                .param("body", message.text())
                .param("at", message.writtenAt())
                .param("mail", message.byMail())
                .param("left", message.leftOut().isEmpty() ? null : String.join("\n", message.leftOut()))
                .update();
    }

    /**
     * The latest of a kind, in the order of writing.
     *
     * @param adviser whether an adviser reads: notes that are not for them are left out
     * @param before null for the latest of all
     */
    public List<Message> before(
            JourneyId journey, Message.Kind kind, boolean adviser, @Nullable MessageId before, int most) {
        return database.sql(MESSAGES + " where m.journey_id = :journey and m.kind = :kind"
                        + (adviser && kind == Message.Kind.NOTE ? " and m.adviser_reads" : "")
                        + (before == null ? "" : " and m.id < :before")
                        + " order by m.id desc limit :most")
                .param("journey", journey.value())
                .param("kind", kind.name())
                .param("before", before == null ? null : before.value())
                .param("most", most)
                .query(MessageRows::message)
                .list()
                .reversed();
    }

    public Optional<Message> find(MessageId id) {
        return database.sql(MESSAGES + " where m.id = :id")
                .param("id", id.value())
                .query(MessageRows::message)
                .optional();
    }

    /** @return false when it was taken back meanwhile */
    public boolean correct(MessageId id, String text, Instant at) {
        return database.sql("""
                        update exchange_message set body = :body, corrected_at = :at where id = :id and withdrawn_at is null
                        """)
                        .param("id", id.value())
                        .param("body", text)
                        .param("at", at)
                        .update()
                == 1;
    }

    public boolean withdraw(MessageId id, Instant at) {
        return database.sql("""
                        update exchange_message set body = null, left_out = null, withdrawn_at = :at where id = :id and withdrawn_at is null
                        """).param("id", id.value()).param("at", at).update() == 1;
    }

    /** Who wrote notes of a case, each once. */
    public List<PersonId> noteAuthors(JourneyId journey) {
        return database.sql(
                        "select distinct author_id from exchange_message where journey_id = :journey and kind = 'NOTE'")
                .param("journey", journey.value())
                .query((row, n) -> new PersonId(row.getObject("author_id", UUID.class)))
                .list();
    }

    /** People of the body who wrote to the candidate, the last one first. */
    public List<PersonId> answerers(JourneyId journey) {
        return database.sql("""
                        select author_id from exchange_message
                        where journey_id = :journey and kind = 'MESSAGE' and side = 'BODY'
                        group by author_id order by max(id) desc
                        """)
                .param("journey", journey.value())
                .query((row, n) -> new PersonId(row.getObject("author_id", UUID.class)))
                .list();
    }

    private static Message message(ResultSet row, int n) throws SQLException {
        String left = row.getString("left_out");
        return new Message(
                new MessageId(row.getObject("id", UUID.class)),
                new JourneyId(row.getObject("journey_id", UUID.class)),
                Message.Kind.valueOf(row.getString("kind")),
                new PersonId(row.getObject("author_id", UUID.class)),
                row.getString("display_name"),
                Side.valueOf(row.getString("side")),
                row.getBoolean("adviser_reads"),
                row.getString("body"),
                row.getObject("written_at", Instant.class),
                row.getObject("corrected_at", Instant.class),
                row.getObject("withdrawn_at", Instant.class),
                row.getBoolean("by_mail"),
                left == null ? List.of() : left.lines().toList(),
                List.of());
    }
}
