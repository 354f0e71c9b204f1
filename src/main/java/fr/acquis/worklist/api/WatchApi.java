package fr.acquis.worklist.api;

import fr.acquis.identity.CurrentPerson;
import fr.acquis.identity.People;
import fr.acquis.identity.Person;
import fr.acquis.journey.Journey;
import fr.acquis.journey.Journeys;
import fr.acquis.platform.api.ApiController;
import fr.acquis.shared.BusinessRefusal;
import fr.acquis.shared.BusinessRefusal.Kind;
import fr.acquis.shared.JourneyId;
import fr.acquis.shared.PersonId;
import fr.acquis.worklist.CaseMarks;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;

/** Who follows a case without being asked anything, for those who work on it. */
@ApiController
@Tag(name = "Journeys")
class WatchApi {

    private final CaseMarks marks;
    private final Journeys journeys;
    private final People people;
    private final CurrentPerson current;

    WatchApi(CaseMarks marks, Journeys journeys, People people, CurrentPerson current) {
        this.marks = marks;
        this.journeys = journeys;
        this.people = people;
        this.current = current;
    }

    /** @param mine whether the caller follows the case */
    record Watching(boolean mine, List<Watcher> watchers) {}

    record Watcher(UUID id, String name) {}

    record WatchWish(@NotNull Boolean on) {}

    @GetMapping("/api/v1/journeys/{id}/watch")
    @Operation(summary = "Who follows a case, for those who work on it")
    Watching read(@PathVariable UUID id) {
        Journey journey = journeys.get(new JourneyId(id));
        if (!marks.worksOn(journey, current.get())) {
            throw new BusinessRefusal(Kind.NOT_FOUND, "journey.refused.unknown");
        }
        List<PersonId> watchers = marks.watchers(journey.id());
        return new Watching(
                watchers.contains(current.get().id()),
                watchers.stream().map(this::named).toList());
    }

    @PutMapping("/api/v1/journeys/{id}/watch")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "The caller follows a case from now on, or no longer")
    @ApiResponse(responseCode = "204", description = "Noted")
    void watch(@PathVariable UUID id, @Valid @RequestBody WatchWish wish) {
        if (wish.on()) {
            marks.watch(new JourneyId(id));
        } else {
            marks.unwatch(new JourneyId(id));
        }
    }

    private Watcher named(PersonId person) {
        return new Watcher(
                person.value(), people.find(person).map(Person::displayName).orElse("—"));
    }
}
