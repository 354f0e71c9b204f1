package fr.acquis.support.store;

import fr.acquis.shared.JourneyId;
import fr.acquis.shared.PersonId;
import fr.acquis.shared.Sha256;
import fr.acquis.support.Funding;
import fr.acquis.support.SupportAgreement;
import fr.acquis.support.SupportAgreement.State;
import fr.acquis.support.SupportAgreement.Terms;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
public class AgreementRows {

    private static final String COLUMNS = """
            select version, state, hours, object, starts_on, ends_on, price_cents, change_reason, over_maximum_reason,
                   proposed_by, proposed_at, answered_at, answer_word, pdf_sha256
            from support_agreement where journey_id = :journey\s""";

    private final JdbcClient database;

    AgreementRows(JdbcClient database) {
        this.database = database;
    }

    /** @return its version */
    public int propose(JourneyId journey, Terms terms, PersonId by, Instant at) {
        int version = database.sql(
                        "select coalesce(max(version), 0) + 1 from support_agreement where journey_id = :journey")
                .param("journey", journey.value())
                .query(Integer.class)
                .single();
        database.sql("""
                        insert into support_agreement
                            (journey_id, version, state, hours, object, starts_on, ends_on, price_cents, change_reason,
                             over_maximum_reason, proposed_by, proposed_at)
                        values (:journey, :version, 'PROPOSED', :hours, :object, :starts, :ends, :price, :change, :over, :by, :at)
                        """)
                .param("journey", journey.value())
                .param("version", version)
                .param("hours", terms.hours())
                .param("object", terms.object())
                .param("starts", terms.startsOn())
                .param("ends", terms.endsOn())
                .param("price", terms.priceCents())
                .param("change", terms.changeReason())
                .param("over", terms.overMaximumReason())
                .param("by", by.value())
                .param("at", at)
                .update();
        return version;
    }

    public void ask(JourneyId journey, int version, int line, Funding.Asked asked, PersonId by, Instant at) {
        database.sql("""
                        insert into support_funding
                            (journey_id, version, line, source, payer, cents, state, asked_on, stated_by, stated_at)
                        values (:journey, :version, :line, :source, :payer, :cents, 'ASKED', :on, :by, :at)
                        """)
                .param("journey", journey.value())
                .param("version", version)
                .param("line", line)
                .param("source", asked.source().name())
                .param("payer", asked.payer())
                .param("cents", asked.cents())
                .param("on", asked.on())
                .param("by", by.value())
                .param("at", at)
                .update();
    }

    public void answered(
            SupportAgreement of,
            int line,
            Funding.State state,
            LocalDate on,
            @Nullable String note,
            PersonId by,
            Instant at) {
        database.sql("""
                        update support_funding
                        set state = :state, answered_on = :on, note = :note, stated_by = :by, stated_at = :at
                        where journey_id = :journey and version = :version and line = :line
                        """)
                .param("state", state.name())
                .param("on", state == Funding.State.ASKED ? null : on)
                .param("note", note)
                .param("by", by.value())
                .param("at", at)
                .param("journey", of.journey().value())
                .param("version", of.version())
                .param("line", line)
                .update();
    }

    public void state(JourneyId journey, int version, State state) {
        database.sql("update support_agreement set state = :state where journey_id = :journey and version = :version")
                .param("state", state.name())
                .param("journey", journey.value())
                .param("version", version)
                .update();
    }

    public void answer(JourneyId journey, int version, State state, @Nullable String word, Instant at) {
        database.sql("""
                        update support_agreement set state = :state, answer_word = :word, answered_at = :at
                        where journey_id = :journey and version = :version
                        """)
                .param("state", state.name())
                .param("word", word)
                .param("at", at)
                .param("journey", journey.value())
                .param("version", version)
                .update();
    }

    public Optional<SupportAgreement> find(JourneyId journey, int version) {
        return database.sql(COLUMNS + "and version = :version")
                .param("journey", journey.value())
                .param("version", version)
                .query((row, n) -> agreement(journey, row))
                .optional();
    }

    public Optional<SupportAgreement> latest(JourneyId journey) {
        return all(journey).stream().findFirst();
    }

    public List<SupportAgreement> all(JourneyId journey) {
        return database.sql(COLUMNS + "order by version desc")
                .param("journey", journey.value())
                .query((row, n) -> agreement(journey, row))
                .list();
    }

    /** Once: a document that is kept is never replaced. */
    public void keep(JourneyId journey, int version, byte[] pdf) {
        database.sql("""
                        update support_agreement set pdf = :pdf, pdf_sha256 = :hash
                        where journey_id = :journey and version = :version and pdf is null
                        """)
                .param("pdf", pdf)
                .param("hash", Sha256.of(pdf).hex())
                .param("journey", journey.value())
                .param("version", version)
                .update();
    }

    public Optional<byte[]> document(JourneyId journey, int version) {
        return database.sql("""
                        select pdf from support_agreement
                        where journey_id = :journey and version = :version and pdf is not null
                        """)
                .param("journey", journey.value())
                .param("version", version)
                .query((row, n) -> row.getBytes("pdf"))
                .optional();
    }

    private List<Funding> funding(JourneyId journey, int version) {
        return database.sql("""
                        select line, source, payer, cents, state, asked_on, answered_on, note, stated_by
                        from support_funding where journey_id = :journey and version = :version order by line
                        """)
                .param("journey", journey.value())
                .param("version", version)
                .query((row, n) -> new Funding(
                        row.getInt("line"),
                        Funding.Source.valueOf(row.getString("source")),
                        row.getString("payer"),
                        row.getLong("cents"),
                        Funding.State.valueOf(row.getString("state")),
                        row.getObject("asked_on", LocalDate.class),
                        row.getObject("answered_on", LocalDate.class),
                        row.getString("note"),
                        new PersonId(row.getObject("stated_by", UUID.class))))
                .list();
    }

    private SupportAgreement agreement(JourneyId journey, ResultSet row) throws SQLException {
        String hash = row.getString("pdf_sha256");
        return new SupportAgreement(
                journey,
                row.getInt("version"),
                State.valueOf(row.getString("state")),
                new Terms(
                        row.getBigDecimal("hours"),
                        row.getString("object"),
                        row.getObject("starts_on", LocalDate.class),
                        row.getObject("ends_on", LocalDate.class),
                        row.getLong("price_cents"),
                        row.getString("change_reason"),
                        row.getString("over_maximum_reason")),
                new PersonId(row.getObject("proposed_by", UUID.class)),
                row.getObject("proposed_at", Instant.class),
                row.getObject("answered_at", Instant.class),
                row.getString("answer_word"),
                hash == null ? null : new Sha256(hash),
                funding(journey, row.getInt("version")));
    }
}
