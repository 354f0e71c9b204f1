package fr.acquis.support.api;

import fr.acquis.identity.CurrentPerson;
import fr.acquis.identity.People;
import fr.acquis.identity.Person;
import fr.acquis.journey.Journey;
import fr.acquis.journey.Journeys;
import fr.acquis.platform.api.ApiController;
import fr.acquis.platform.api.ApiRefusal;
import fr.acquis.platform.api.Moments;
import fr.acquis.platform.api.PageOf;
import fr.acquis.shared.JourneyId;
import fr.acquis.shared.PersonId;
import fr.acquis.support.Support;
import fr.acquis.support.SupportBodies;
import fr.acquis.support.SupportSessions;
import fr.acquis.support.Supports;
import fr.acquis.support.api.SupportDetail.BodyDetail;
import fr.acquis.support.api.SupportDetail.HeldSession;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;

@ApiController
@Tag(
        name = "Support",
        description =
                "Accompagnement: chosen or not, agreed on, its sessions planned and held, its end at either's word")
class SupportApi {

    private final Supports supports;
    private final SupportSessions sessions;
    private final SupportBodies bodies;
    private final Journeys journeys;
    private final People people;
    private final CurrentPerson current;

    SupportApi(
            Supports supports,
            SupportSessions sessions,
            SupportBodies bodies,
            Journeys journeys,
            People people,
            CurrentPerson current) {
        this.supports = supports;
        this.sessions = sessions;
        this.bodies = bodies;
        this.journeys = journeys;
        this.people = people;
        this.current = current;
    }

    /** @param body the support body wanted, for the choice BODY only */
    record SupportWish(
            @NotNull Support.Choice choice, @Nullable UUID body) {}

    record SupportEnd(@Size(max = 2000) @Nullable String reason) {}

    record FollowedCase(
            UUID journey,
            String candidate,
            String caseNumber,
            String certification,
            @Nullable OffsetDateTime nextSessionAt,
            String hours) {}

    @GetMapping("/api/v1/journeys/{id}/support")
    @Operation(summary = "Support on a case: the choice, the bodies offered, the adviser, sessions held")
    SupportDetail read(@PathVariable UUID id) {
        return detail(journeys.get(new JourneyId(id)));
    }

    @PostMapping("/api/v1/journeys/{id}/support")
    @Operation(summary = "The candidate chooses a body, later, or nobody")
    SupportDetail choose(@PathVariable UUID id, @Valid @RequestBody SupportWish wish) {
        supports.choose(new JourneyId(id), wish.choice(), wish.body());
        return read(id);
    }

    @PostMapping("/api/v1/journeys/{id}/support/request")
    @Operation(summary = "\"Later\" has come: the choice is asked again")
    SupportDetail request(@PathVariable UUID id) {
        supports.want(new JourneyId(id));
        return read(id);
    }

    @PostMapping("/api/v1/journeys/{id}/support/end")
    @Operation(summary = "Ends the support; the other side is told. Only the candidate needs no reason")
    SupportDetail end(@PathVariable UUID id, @Valid @RequestBody(required = false) @Nullable SupportEnd end) {
        Journey journey = journeys.get(new JourneyId(id));
        supports.end(journey.id(), end == null ? null : end.reason());
        // Whoever ended it may no longer see the case by the next request; this answer is still theirs.
        return detail(journey);
    }

    @GetMapping("/api/v1/support")
    @Operation(summary = "The cases an adviser follows")
    PageOf<FollowedCase> followed() {
        return new PageOf<>(
                supports.followed().stream()
                        .map(row -> new FollowedCase(
                                row.journey().value(),
                                row.candidate(),
                                row.caseNumber(),
                                row.certification(),
                                Moments.of(row.nextSessionAt()),
                                row.hours()))
                        .toList(),
                null);
    }

    private SupportDetail detail(Journey journey) {
        Support support =
                supports.of(journey.id()).orElseThrow(() -> ApiRefusal.notFound("support.refused.not-offered"));
        PersonId me = current.get().id();
        boolean readsNotes = journey.candidate().equals(me) || me.equals(support.adviser());
        return new SupportDetail(
                support.choice(),
                bodies.find(support.body()).map(BodyDetail::of).orElse(null),
                support.adviser() == null
                        ? null
                        : people.find(support.adviser())
                                .map(Person::displayName)
                                .orElse("—"),
                support.place(),
                Moments.of(support.nextSessionAt()),
                Moments.of(support.endedAt()),
                support.endedBy(),
                bodies.offered(journey.certifyingBody()).stream()
                        .map(BodyDetail::of)
                        .toList(),
                sessions.of(journey.id(), me).stream()
                        .map(session -> HeldSession.of(session, readsNotes))
                        .toList());
    }
}
