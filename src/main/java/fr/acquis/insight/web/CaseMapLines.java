package fr.acquis.insight.web;

import fr.acquis.identity.People;
import fr.acquis.identity.Person;
import fr.acquis.identity.Role;
import fr.acquis.insight.CaseMap;
import fr.acquis.insight.Passage;
import fr.acquis.insight.Passage.State;
import fr.acquis.insight.Stage;
import fr.acquis.insight.Steps;
import fr.acquis.shell.Dates;
import fr.acquis.shell.Tone;
import fr.acquis.workflow.ModelStep;
import fr.acquis.workflow.ModelStep.Nature;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** A case's way in the reader's words: on the drawing as marks, beside it as lines. */
@Component
class CaseMapLines {

    private final Steps steps;
    private final People people;
    private final InsightWords words;
    private final Dates dates;
    private final Clock clock;

    CaseMapLines(Steps steps, People people, InsightWords words, Dates dates, Clock clock) {
        this.steps = steps;
        this.people = people;
        this.words = words;
        this.dates = dates;
        this.clock = clock;
    }

    /**
     * What stands on a step of the drawing.
     *
     * @param href the lines of the step, or the process it stands for
     * @param when in words
     * @param drawn the same where room is short: a colour and a sign say that it was passed
     * @param times said where it was more than once; null for once
     * @param pressing what is wrong with it; null where nothing is
     */
    record Mark(
            ModelStep step,
            String name,
            String href,
            String shade,
            Tone tone,
            boolean stands,
            String when,
            String drawn,
            @Nullable String times,
            @Nullable String pressing) {}

    /** @param first whether it is the first line of its step, where a mark leads */
    record Line(
            ModelStep step,
            String name,
            boolean first,
            String who,
            Passage passage,
            Tone tone,
            String state,
            @Nullable String lasted) {}

    record Ahead(String name, String nature) {}

    List<Mark> marks(CaseMap map, Stage stage) {
        return steps.of(stage).stream()
                .flatMap(step -> mark(map, step).stream())
                .toList();
    }

    private Optional<Mark> mark(CaseMap map, ModelStep step) {
        List<Passage> passages = passages(map, step);
        return strongest(passages).map(state -> {
            Passage told = passages.stream()
                    .filter(one -> one.state() == state)
                    .reduce((first, last) -> last)
                    .orElseThrow();
            String when = words.say("insight.case-map.mark." + word(state), day(told));
            boolean call = step.nature() == Nature.CALL;
            return new Mark(
                    step,
                    words.step(step),
                    call ? CaseMapPage.address(map.journey().id()) + "/" + step.calls() : "#step-" + step.element(),
                    state.name().toLowerCase(Locale.ROOT),
                    tone(state),
                    state.stands(),
                    when,
                    state == State.PASSED ? day(told) : when,
                    call || passages.size() < 2 ? null : words.say("insight.case-map.times", passages.size()),
                    pressing(told));
        });
    }

    private String pressing(Passage told) {
        return switch (told.state()) {
            case LATE -> words.say("insight.case-map.late", dates.shortDay(dates.day(told.due())));
            case BLOCKED -> words.say(State.BLOCKED.messageKey());
            case MACHINE -> words.say(State.MACHINE.messageKey());
            default -> null;
        };
    }

    private static String word(State state) {
        return state.stands() ? "here" : state.name();
    }

    private String day(Passage told) {
        Instant at = told.until() == null ? told.since() : told.until();
        return at == null ? "—" : dates.shortDay(dates.day(at));
    }

    /** A process called is where its own steps are. */
    private static List<Passage> passages(CaseMap map, ModelStep step) {
        return step.nature() == Nature.CALL
                ? Stage.of(step.calls()).map(map::of).orElse(List.of())
                : map.passages().stream()
                        .filter(passage -> passage.step().equals(step))
                        .toList();
    }

    private static Optional<State> strongest(List<Passage> passages) {
        return passages.stream().map(Passage::state).max(State::compareTo);
    }

    /** Every passage, the oldest first; who sits in a jury is the certifying body's to know. */
    List<Line> passed(CaseMap map, Stage stage, boolean staff) {
        Instant now = clock.instant();
        Set<String> met = new HashSet<>();
        return map.of(stage).stream()
                .map(passage -> new Line(
                        passage.step(),
                        words.step(passage.step()),
                        met.add(passage.step().element()),
                        who(map, passage, staff),
                        passage,
                        tone(passage.state()),
                        words.say(passage.state().messageKey()),
                        lasted(passage, now)))
                .toList();
    }

    private String who(CaseMap map, Passage passage, boolean staff) {
        if (passage.asked() == null) {
            return words.say("insight.nature." + passage.step().nature());
        }
        if (passage.asked() == Role.CANDIDATE) {
            return people.find(map.journey().candidate())
                    .map(Person::displayName)
                    .orElse("—");
        }
        if (passage.asked() == Role.JUROR && !staff) {
            return words.say("insight.case-map.juror");
        }
        return passage.by() == null
                ? words.say("worklist.audience." + passage.asked())
                : people.find(passage.by()).map(Person::displayName).orElse("—");
    }

    private @Nullable String lasted(Passage passage, Instant now) {
        Duration lasted = passage.step().nature() == Nature.EVENT && !passage.stands() && passage.until() == null
                ? null
                : passage.lasted(now);
        return lasted == null ? null : words.lasting(lasted);
    }

    /** Steps drawn that the case has not come to; only those somebody or something does. */
    List<Ahead> ahead(CaseMap map, Stage stage) {
        return steps.of(stage).stream()
                .filter(step -> step.nature() != Nature.EVENT && map.sight().shows(step))
                .filter(step -> passages(map, step).isEmpty())
                .map(step -> new Ahead(words.step(step), words.say("insight.nature." + step.nature())))
                .toList();
    }

    private static Tone tone(State state) {
        return switch (state) {
            case PASSED -> Tone.OK;
            case WITHDRAWN -> Tone.NEUTRAL;
            case ASKED -> Tone.BRAND;
            case WAITS, MACHINE -> Tone.WAIT;
            case LATE, BLOCKED -> Tone.BAD;
        };
    }
}
