package fr.acquis.support.api;

import fr.acquis.forms.RefusedAnswer;
import fr.acquis.notification.Attachment;
import fr.acquis.platform.api.ApiController;
import fr.acquis.shared.JourneyId;
import fr.acquis.support.PlannedSession.Wish;
import fr.acquis.support.PlannedSessions;
import fr.acquis.support.Support.Place;
import fr.acquis.support.api.FollowUpDetail.ToCome;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;

/** Sessions planned, moved, called off; one that was held is reported by the form of its task. */
@ApiController
@Tag(name = "Support")
class PlannedSessionsApi {

    private final PlannedSessions planned;

    PlannedSessionsApi(PlannedSessions planned) {
        this.planned = planned;
    }

    /**
     * @param where a room, a link or a telephone number; needed at a distance
     * @param overrunReason needed beyond the hours agreed
     */
    record MeetingWish(
            @NotNull OffsetDateTime startsAt,
            @NotNull Integer minutes,
            @NotNull Place place,
            @Nullable String where,
            @Nullable String overrunReason) {

        Wish wish() {
            return new Wish(startsAt.toInstant(), Duration.ofMinutes(minutes), place, said(where), said(overrunReason));
        }

        private static @Nullable String said(@Nullable String text) {
            return text == null || text.isBlank() ? null : text.strip();
        }
    }

    record CallingOff(@NotNull String reason) {}

    @PostMapping("/api/v1/journeys/{id}/support/planned")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Plans a session; both are told, with the entry for their calendars")
    @ApiResponse(responseCode = "201", description = "The session")
    ToCome plan(@PathVariable UUID id, @Valid @RequestBody MeetingWish wish) {
        return ToCome.of(inOurWords(() -> planned.plan(new JourneyId(id), wish.wish())));
    }

    @PutMapping("/api/v1/journeys/{id}/support/planned/{session}")
    @Operation(summary = "Gives a session another day, length or place: the same entry in calendars, one sequence on")
    ToCome move(@PathVariable UUID id, @PathVariable UUID session, @Valid @RequestBody MeetingWish wish) {
        return ToCome.of(inOurWords(() -> planned.move(new JourneyId(id), session, wish.wish())));
    }

    @PostMapping("/api/v1/journeys/{id}/support/planned/{session}/cancellation")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Calls a session off, with a reason the other reads")
    @ApiResponse(responseCode = "204", description = "Called off")
    void callOff(@PathVariable UUID id, @PathVariable UUID session, @Valid @RequestBody CallingOff why) {
        planned.cancel(new JourneyId(id), session, why.reason());
    }

    @GetMapping("/api/v1/journeys/{id}/support/planned/{session}/calendar")
    @Operation(summary = "The entry of a session for a calendar")
    @ApiResponse(
            responseCode = "200",
            description = "An iCalendar file",
            content = @Content(mediaType = "text/calendar", schema = @Schema(type = "string")))
    ResponseEntity<byte[]> calendar(@PathVariable UUID id, @PathVariable UUID session, Locale locale) {
        Attachment file = planned.calendar(new JourneyId(id), session, locale);
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(file.mediaType()))
                .body(file.content());
    }

    /** The page asks for a day and an hour, a program for one moment. */
    private static <T> T inOurWords(Supplier<T> act) {
        try {
            return act.get();
        } catch (RefusedAnswer refused) {
            throw refused.field().equals("on")
                    ? new RefusedAnswer("startsAt", refused.key(), refused.arguments())
                    : refused;
        }
    }
}
