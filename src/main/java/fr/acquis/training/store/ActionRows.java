package fr.acquis.training.store;

import fr.acquis.shared.JourneyId;
import fr.acquis.shared.PersonId;
import fr.acquis.shared.TimeOrderedUuid;
import fr.acquis.training.TrainingAction;
import fr.acquis.training.TrainingAction.Funding;
import fr.acquis.training.TrainingAction.Kind;
import fr.acquis.training.TrainingAction.Proof;
import fr.acquis.training.TrainingAction.Quote;
import fr.acquis.training.TrainingAction.State;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
public class ActionRows {

    private final JdbcClient database;

    ActionRows(JdbcClient database) {
        this.database = database;
    }

    List<TrainingAction> of(JourneyId journey, int attempt) {
        return database.sql("""
                        select * from training_action where journey_id = :journey and attempt = :attempt order by position
                        """)
                .param("journey", journey.value())
                .param("attempt", attempt)
                .query((row, n) -> {
                    UUID id = row.getObject("id", UUID.class);
                    return new TrainingAction(
                            id,
                            Kind.valueOf(row.getString("kind")),
                            PlanRows.blocks(row.getString("blocks")),
                            row.getString("title"),
                            row.getString("provider"),
                            row.getObject("starts_on", LocalDate.class),
                            row.getObject("ends_on", LocalDate.class),
                            row.getObject("hours", Integer.class),
                            row.getBigDecimal("cost"),
                            row.getString("funding") == null ? null : Funding.valueOf(row.getString("funding")),
                            State.valueOf(row.getString("state")),
                            row.getString("waiver"),
                            row.getObject("ended_on", LocalDate.class),
                            quotes(id),
                            proofs(id));
                })
                .list();
    }

    /** A plan not accepted yet has no quotes and no proofs: its actions are written anew. */
    void replace(JourneyId journey, int attempt, List<TrainingAction> actions) {
        database.sql("delete from training_action where journey_id = :journey and attempt = :attempt")
                .param("journey", journey.value())
                .param("attempt", attempt)
                .update();
        for (int position = 0; position < actions.size(); position++) {
            insert(journey, attempt, position, actions.get(position));
        }
    }

    private void insert(JourneyId journey, int attempt, int position, TrainingAction action) {
        database.sql("""
                        insert into training_action (id, journey_id, attempt, position, kind, blocks, title, provider,
                                                     starts_on, ends_on, hours, cost, funding, state)
                        values (:id, :journey, :attempt, :position, :kind, :blocks, :title, :provider,
                                :starts, :ends, :hours, :cost, :funding, :state)
                        """)
                .param("id", action.id())
                .param("journey", journey.value())
                .param("attempt", attempt)
                .param("position", position)
                .param("kind", action.kind().name())
                .param("blocks", PlanRows.codes(action.blocks()))
                .param("title", action.title())
                .param("provider", action.provider())
                .param("starts", action.startsOn())
                .param("ends", action.endsOn())
                .param("hours", action.hours())
                .param("cost", action.cost())
                .param(
                        "funding",
                        action.funding() == null ? null : action.funding().name())
                .param("state", action.state().name())
                .update();
    }

    public void move(UUID action, State state, @Nullable LocalDate endedOn) {
        database.sql("update training_action set state = :state, ended_on = :ended where id = :id")
                .param("state", state.name())
                .param("ended", endedOn)
                .param("id", action)
                .update();
    }

    public void waive(UUID action, String why) {
        database.sql("update training_action set waiver = :why where id = :id")
                .param("why", why)
                .param("id", action)
                .update();
    }

    public void addQuote(UUID action, Quote quote, Instant at) {
        database.sql("""
                        insert into training_quote (id, action_id, provider, amount, quoted_on, recorded_at)
                        values (:id, :action, :provider, :amount, :on, :at)
                        """)
                .param("id", TimeOrderedUuid.next())
                .param("action", action)
                .param("provider", quote.provider())
                .param("amount", quote.amount())
                .param("on", quote.quotedOn())
                .param("at", at)
                .update();
    }

    public void addProof(UUID action, String what, LocalDate on, PersonId seenBy, Instant at) {
        database.sql("""
                        insert into training_proof (id, action_id, what, dated_on, seen_by, seen_at)
                        values (:id, :action, :what, :on, :by, :at)
                        """)
                .param("id", TimeOrderedUuid.next())
                .param("action", action)
                .param("what", what)
                .param("on", on)
                .param("by", seenBy.value())
                .param("at", at)
                .update();
    }

    private List<Quote> quotes(UUID action) {
        return database.sql(
                        "select provider, amount, quoted_on from training_quote where action_id = :action order by recorded_at, id")
                .param("action", action)
                .query((row, n) -> new Quote(
                        row.getString("provider"),
                        row.getBigDecimal("amount"),
                        row.getObject("quoted_on", LocalDate.class)))
                .list();
    }

    private List<Proof> proofs(UUID action) {
        return database.sql("""
                        select t.what, t.dated_on, p.display_name, t.seen_at
                        from training_proof t join v_identity_person p on p.id = t.seen_by
                        where t.action_id = :action order by t.seen_at, t.id
                        """)
                .param("action", action)
                .query((row, n) -> new Proof(
                        row.getString("what"),
                        row.getObject("dated_on", LocalDate.class),
                        row.getString("display_name"),
                        row.getObject("seen_at", Instant.class)))
                .list();
    }
}
