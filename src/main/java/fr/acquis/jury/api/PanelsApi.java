package fr.acquis.jury.api;

import fr.acquis.jury.Panels;
import fr.acquis.jury.Seat;
import fr.acquis.jury.SeatId;
import fr.acquis.jury.SessionId;
import fr.acquis.platform.api.ApiController;
import fr.acquis.shared.PersonId;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.Locale;
import java.util.UUID;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;

@ApiController
@Tag(name = "Jury sessions")
class PanelsApi {

    private final Panels panels;
    private final SessionDetails details;

    PanelsApi(Panels panels, SessionDetails details) {
        this.panels = panels;
        this.details = details;
    }

    /** @param qualified whether the person is a qualified representative of the trade */
    record SeatWish(
            @NotNull UUID person,
            @NotNull Seat.SeatRole role,
            @NotNull Boolean qualified,
            @NotNull Seat.College college,
            @NotNull Seat.Gender gender) {}

    /** The seat keeps its role. */
    record ReplacementWish(
            @NotNull UUID person,
            @NotNull Boolean qualified,
            @NotNull Seat.College college,
            @NotNull Seat.Gender gender) {}

    @PostMapping("/api/v1/sessions/{id}/seats")
    @Operation(summary = "Seats a juror, before the session is published")
    SessionDetail seat(@PathVariable UUID id, @Valid @RequestBody SeatWish wish, Locale locale) {
        panels.seat(
                new SessionId(id),
                new Seat.Member(
                        new PersonId(wish.person()), wish.role(), wish.qualified(), wish.college(), wish.gender()));
        return details.of(id, locale);
    }

    @PostMapping("/api/v1/sessions/{id}/seats/{seat}/removal")
    @Operation(summary = "Takes a seat away, before the session is published")
    SessionDetail remove(@PathVariable UUID id, @PathVariable UUID seat, Locale locale) {
        panels.remove(new SessionId(id), new SeatId(seat));
        return details.of(id, locale);
    }

    @PostMapping("/api/v1/sessions/{id}/seats/{seat}/replacement")
    @Operation(summary = "Somebody else in the seat: open tasks and the sight of the cases go to them")
    SessionDetail replace(
            @PathVariable UUID id, @PathVariable UUID seat, @Valid @RequestBody ReplacementWish wish, Locale locale) {
        panels.replace(
                new SessionId(id),
                new SeatId(seat),
                new Seat.Member(
                        new PersonId(wish.person()),
                        Seat.SeatRole.MEMBER,
                        wish.qualified(),
                        wish.college(),
                        wish.gender()));
        return details.of(id, locale);
    }

    @PostMapping("/api/v1/sessions/{id}/seats/{seat}/presidency")
    @Operation(summary = "This seat presides")
    SessionDetail preside(@PathVariable UUID id, @PathVariable UUID seat, Locale locale) {
        panels.preside(new SessionId(id), new SeatId(seat));
        return details.of(id, locale);
    }
}
