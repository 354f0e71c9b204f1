package fr.acquis.devservices.demonstration;

import static org.awaitility.Awaitility.await;

import fr.acquis.devservices.ActingAs;
import fr.acquis.forms.FormTasks;
import fr.acquis.identity.SignedIn;
import fr.acquis.journey.Journey;
import fr.acquis.journey.Journeys;
import fr.acquis.shared.JourneyId;
import fr.acquis.worklist.Task;
import fr.acquis.worklist.TaskKind;
import fr.acquis.worklist.Worklist;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.function.Supplier;

/** What every deed of the demonstration needs: to act as somebody, to wait for what is asked, to fill in a form. */
final class Acting {

    static final Duration PATIENCE = Duration.ofSeconds(90);

    private final ActingAs as;
    private final Worklist worklist;
    private final Journeys journeys;
    private final FormTasks forms;
    private final BusinessClock clock;

    Acting(ActingAs as, Worklist worklist, Journeys journeys, FormTasks forms, BusinessClock clock) {
        this.as = as;
        this.worklist = worklist;
        this.journeys = journeys;
        this.forms = forms;
        this.clock = clock;
    }

    void run(SignedIn person, Runnable act) {
        as.run(person, act);
    }

    <T> T call(SignedIn person, Supplier<T> act) {
        return as.call(person, act);
    }

    Task task(JourneyId journey, TaskKind kind) {
        return task(journey, kind, false);
    }

    /** @param shortly for what an earlier run may have done already */
    Task task(JourneyId journey, TaskKind kind, boolean shortly) {
        await().atMost(shortly ? Duration.ofSeconds(12) : PATIENCE)
                .pollInterval(Duration.ofMillis(40))
                .until(() -> worklist.open(journey, kind).isPresent());
        return worklist.open(journey, kind).orElseThrow();
    }

    /** Fills in the task's own form, checked as the page's answer is. */
    void answer(SignedIn person, JourneyId journey, TaskKind kind, Map<String, Object> given) {
        Task task = task(journey, kind);
        run(person, () -> {
            var errors = forms.answer(task.id(), given);
            if (!errors.isEmpty()) {
                throw new IllegalStateException(kind + ": " + errors);
            }
        });
    }

    void claim(SignedIn person, JourneyId journey, TaskKind kind) {
        Task task = task(journey, kind);
        run(person, () -> worklist.claim(task.id()));
    }

    Journey journey(Stage stage) {
        return journeys.find(stage.journey()).orElseThrow();
    }

    Instant now() {
        return clock.instant();
    }

    /** As a form writes the hour people meet at: in Paris, on a quarter. */
    String formMoment(Instant at) {
        ZonedDateTime there = ZonedDateTime.ofInstant(at, fr.acquis.journey.LegalClock.ZONE);
        return there.truncatedTo(ChronoUnit.MINUTES)
                .minusMinutes(there.getMinute() % 15)
                .format(DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mmxxx"));
    }
}
