package fr.acquis.workflow;

import fr.acquis.audit.Audit;
import fr.acquis.shared.JourneyId;
import fr.acquis.workflow.engine.EngineView;
import fr.acquis.workflow.engine.EngineView.EngineIncident;
import fr.acquis.workflow.engine.ModelNames;
import fr.acquis.workflow.store.ParkedCommands;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What is stuck between the application and the engine, in words, and the ways out a manager has. */
@Service
public class Blocks {

    private static final Logger log = LoggerFactory.getLogger(Blocks.class);

    private final ParkedCommands parked;
    private final EngineView view;
    private final ModelNames names;
    private final EngineState engine;
    private final Audit audit;
    private final ObjectProvider<CaseLabels> labels;

    Blocks(
            ParkedCommands parked,
            EngineView view,
            ModelNames names,
            EngineState engine,
            Audit audit,
            ObjectProvider<CaseLabels> labels) {
        this.parked = parked;
        this.view = view;
        this.names = names;
        this.engine = engine;
        this.audit = audit;
        this.labels = labels;
    }

    /** @param messageName null for the completion of a task */
    public record ParkedCommand(
            JourneyId journey,
            String caseLabel,
            long number,
            @Nullable String messageName,
            ParkReason reason,
            Instant since) {}

    /**
     * @param step what the model calls the step
     * @param type the end of a message key {@code workflow.incident.<type>}
     * @param detail the kind of fault and where the log says more
     */
    public record Incident(
            long key, JourneyId journey, String caseLabel, String step, String type, String detail, Instant since) {}

    /** Commands that wait for a person, of cases the signed-in person may see. */
    public List<ParkedCommand> parkedCommands() {
        List<ParkedCommands.Parked> all = parked.all();
        Map<JourneyId, String> visible =
                visible(all.stream().map(ParkedCommands.Parked::journey).toList());
        return all.stream()
                .filter(one -> visible.containsKey(one.journey()))
                .map(one -> new ParkedCommand(
                        one.journey(),
                        visible.get(one.journey()),
                        one.number(),
                        one.messageName(),
                        one.reason(),
                        one.since()))
                .toList();
    }

    /** Incidents of the engine, of cases the signed-in person may see; empty when the engine cannot be asked. */
    public Optional<List<Incident>> incidents() {
        if (!engine.ready()) {
            return Optional.empty();
        }
        try {
            return Optional.of(view.incidents().stream()
                    .flatMap(found ->
                            view.journeyOf(found.instanceKey()).flatMap(journey -> incident(found, journey)).stream())
                    .toList());
        } catch (RuntimeException silent) {
            log.warn("Incidents could not be read", silent);
            engine.doubt();
            return Optional.empty();
        }
    }

    private Optional<Incident> incident(EngineIncident found, JourneyId journey) {
        return Optional.ofNullable(visible(List.of(journey)).get(journey))
                .map(label -> new Incident(
                        found.key(),
                        journey,
                        label,
                        names.of(found.elementId()),
                        found.type(),
                        found.detail(),
                        found.since()));
    }

    /** @return false when it was no longer stuck, or is not this person's to see */
    @Transactional
    public boolean skip(JourneyId journey, long number) {
        return mayAct(journey) && noted(parked.skip(journey, number), journey, "skip-engine-command", number);
    }

    /** @return false when it was no longer stuck, or is not this person's to see */
    @Transactional
    public boolean replay(JourneyId journey, long number) {
        return mayAct(journey) && noted(parked.replay(journey, number), journey, "replay-engine-command", number);
    }

    /** @return false when it was no longer stuck, or is not this person's to see */
    @Transactional
    public boolean retry(long incidentKey) {
        Optional<EngineIncident> found = view.incidents().stream()
                .filter(one -> one.key() == incidentKey)
                .findFirst();
        Optional<JourneyId> journey = found.flatMap(one -> view.journeyOf(one.instanceKey()));
        if (journey.isEmpty() || !mayAct(journey.get())) {
            return false;
        }
        noted(true, journey.get(), "retry-engine-incident", incidentKey);
        view.retry(found.get());
        return true;
    }

    private boolean noted(boolean done, JourneyId journey, String action, long number) {
        if (done) {
            audit.record(journey.value(), action, Map.of("number", Long.toString(number)));
        }
        return done;
    }

    private boolean mayAct(JourneyId journey) {
        return !engine.readOnly() && visible(List.of(journey)).containsKey(journey);
    }

    /** Nobody to ask who may see: nothing is seen. */
    private Map<JourneyId, String> visible(Collection<JourneyId> journeys) {
        CaseLabels cases = labels.getIfAvailable();
        return cases == null || journeys.isEmpty() ? Map.of() : cases.visible(journeys);
    }
}
