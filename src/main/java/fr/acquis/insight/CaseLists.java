package fr.acquis.insight;

import fr.acquis.insight.CaseList.Shade;
import fr.acquis.insight.store.Source;
import fr.acquis.insight.store.Source.Places;
import fr.acquis.insight.store.Standings.After;
import fr.acquis.insight.store.Standings.Due;
import fr.acquis.insight.store.Standings.Row;
import fr.acquis.insight.store.Standings.Wanted;
import fr.acquis.shared.BusinessRefusal;
import fr.acquis.workflow.ModelStep;
import fr.acquis.workflow.ModelStep.Nature;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** From a number to the rows it counts: the same sources, the same places, the same dates. */
@Component
class CaseLists {

    private static final String BETWEEN = "~";

    private final Steps steps;

    CaseLists(Steps steps) {
        this.steps = steps;
    }

    Wanted wanted(CaseList list) {
        return switch (list) {
            case CaseList.InProgress all -> new Wanted(Map.of(Source.IN_PROGRESS, List.of()), Due.ANY);
            case CaseList.LateByLaw late -> new Wanted(lawful(late.law()), Due.OVER);
            case CaseList.DueSoon soon -> new Wanted(lawful(soon.law()), Due.NEAR);
            case CaseList.Blocked blocked -> new Wanted(blocked(), Due.ANY);
            case CaseList.OfStage stage -> new Wanted(standing(Shade.ALL, steps.of(stage.stage())), Due.ANY);
            case CaseList.OnStep step -> onStep(step);
        };
    }

    private Wanted onStep(CaseList.OnStep wanted) {
        ModelStep step = steps.find(wanted.process() + "/" + wanted.element())
                .orElseThrow(() -> new BusinessRefusal(BusinessRefusal.Kind.NOT_FOUND, "insight.refused.no-step"));
        List<ModelStep> meant = step.nature() == Nature.CALL
                ? Stage.of(step.calls()).map(steps::of).orElseThrow()
                : List.of(step);
        return new Wanted(standing(wanted.shade(), meant), wanted.shade() == Shade.LATE ? Due.OVER : Due.ANY);
    }

    private static Map<Source, List<String>> blocked() {
        Map<Source, List<String>> wanted = new EnumMap<>(Source.class);
        for (Source source : Source.values()) {
            if (source.condition() == Condition.BLOCKED) {
                wanted.put(source, List.of());
            }
        }
        return wanted;
    }

    private Map<Source, List<String>> standing(Shade shade, List<ModelStep> meant) {
        Map<Source, List<String>> wanted = new EnumMap<>(Source.class);
        for (Source source : Source.values()) {
            if (ofShade(source, shade)) {
                List<String> places = meant.stream()
                        .flatMap(step -> steps.place(source.places(), step).stream())
                        .toList();
                if (!places.isEmpty()) {
                    wanted.put(source, places);
                }
            }
        }
        return wanted;
    }

    private static boolean ofShade(Source source, Shade shade) {
        if (source.places() == Places.CASE || source.places() == Places.LAW) {
            return false;
        }
        return switch (shade) {
            case ALL -> true;
            case LATE -> source.condition() == Condition.ASKED || source.condition() == Condition.WAITS;
            case MACHINE -> source.condition() == Condition.MACHINE;
            case BLOCKED -> source.condition() == Condition.BLOCKED;
        };
    }

    private static Map<Source, List<String>> lawful(@Nullable Law law) {
        Map<Source, List<String>> wanted = new EnumMap<>(Source.class);
        for (Source source : Source.values()) {
            if (source.places() == Places.LAW) {
                wanted.put(source, law == null ? List.of() : List.of(law.name()));
            }
        }
        return wanted;
    }

    CaseLine line(Row row) {
        Places places = row.source().places();
        return new CaseLine(
                row.journey(),
                row.caseNumber(),
                row.candidate(),
                row.certification(),
                row.source().condition(),
                steps.at(places, row.place()),
                places == Places.LAW ? Law.valueOf(row.place()) : null,
                row.due(),
                row.since(),
                row.reason(),
                String.join(
                        BETWEEN,
                        row.ranked().toString(),
                        row.journey().toString(),
                        row.source().name()));
    }

    static @Nullable After cursor(@Nullable String text) {
        if (text == null) {
            return null;
        }
        String[] parts = text.split(BETWEEN, -1);
        try {
            return Optional.of(parts)
                    .filter(three -> three.length == 3)
                    .map(three -> new After(
                            Instant.parse(three[0]),
                            UUID.fromString(three[1]),
                            Source.valueOf(three[2]).name()))
                    .orElseThrow(CaseLists::noCursor);
        } catch (DateTimeParseException | IllegalArgumentException unreadable) {
            throw noCursor();
        }
    }

    private static BusinessRefusal noCursor() {
        return new BusinessRefusal(BusinessRefusal.Kind.NOT_FOUND, "insight.refused.no-page");
    }
}
