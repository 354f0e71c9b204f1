package fr.acquis.journey.api;

import fr.acquis.certification.CertificationId;
import fr.acquis.identity.CurrentPerson;
import fr.acquis.journey.CaseHistory;
import fr.acquis.journey.JourneyLine;
import fr.acquis.journey.Journeys;
import fr.acquis.journey.VisibleJourneys;
import fr.acquis.platform.api.ApiController;
import fr.acquis.platform.api.Cursor;
import fr.acquis.platform.api.Moments;
import fr.acquis.platform.api.PageOf;
import fr.acquis.shared.JourneyId;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;

@ApiController
@Tag(name = "Journeys", description = "Cases: a candidate's own, or those filed with the certifying body")
class JourneysApi {

    private final Journeys journeys;
    private final VisibleJourneys visible;
    private final JourneyDetails details;
    private final CaseHistory history;
    private final CurrentPerson current;

    JourneysApi(
            Journeys journeys,
            VisibleJourneys visible,
            JourneyDetails details,
            CaseHistory history,
            CurrentPerson current) {
        this.journeys = journeys;
        this.visible = visible;
        this.details = details;
        this.history = history;
        this.current = current;
    }

    @GetMapping("/api/v1/journeys")
    @Operation(summary = "Lists the cases one may see, the latest first")
    ResponseEntity<PageOf<JourneySummary>> list(
            @RequestParam(required = false) @Nullable String after, @RequestParam(defaultValue = "50") int limit) {
        Cursor cursor = Cursor.read(after);
        List<JourneyLine> lines = visible.after(
                cursor == null ? null : cursor.at(), cursor == null ? null : cursor.id(), PageOf.limit(limit) + 1);
        return PageOf.answer(
                lines, limit, line -> new Cursor(visible.order(line), line.id().value()), JourneySummary::of);
    }

    /** A second wish for the same certification finds the draft that waits, as on the page. */
    @PostMapping("/api/v1/journeys")
    @Operation(summary = "Begins a draft, or answers the one already begun for that certification")
    @ApiResponse(responseCode = "201", description = "The draft")
    ResponseEntity<JourneyDetail> begin(@Valid @RequestBody NewJourney wish, Locale locale) {
        JourneyId id = journeys.begin(new CertificationId(wish.certification()));
        return ResponseEntity.created(URI.create("/api/v1/journeys/" + id)).body(details.of(journeys.get(id), locale));
    }

    record NewJourney(@NotNull UUID certification) {}

    @GetMapping("/api/v1/journeys/{id}")
    @Operation(summary = "One case: where it stands, what is asked, its legal dates")
    JourneyDetail one(@PathVariable UUID id, Locale locale) {
        return details.of(journeys.get(new JourneyId(id)), locale);
    }

    @PostMapping("/api/v1/journeys/{id}/abandon")
    @Operation(summary = "Gives the request up; final for this request")
    JourneyDetail abandon(@PathVariable UUID id, Locale locale) {
        journeys.abandon(new JourneyId(id));
        return details.of(journeys.get(new JourneyId(id)), locale);
    }

    @PostMapping("/api/v1/journeys/{id}/pause")
    @Operation(summary = "Pauses: reminders rest, deadlines of the law do not")
    JourneyDetail pause(@PathVariable UUID id, Locale locale) {
        journeys.pause(new JourneyId(id));
        return details.of(journeys.get(new JourneyId(id)), locale);
    }

    @PostMapping("/api/v1/journeys/{id}/resume")
    @Operation(summary = "Goes on after a pause")
    JourneyDetail resume(@PathVariable UUID id, Locale locale) {
        journeys.resume(new JourneyId(id));
        return details.of(journeys.get(new JourneyId(id)), locale);
    }

    @GetMapping("/api/v1/journeys/{id}/history")
    @Operation(summary = "What became of a case, the newest first; candidates are told what was done, not by whom")
    PageOf<HistoryLine> history(@PathVariable UUID id, Locale locale) {
        return new PageOf<>(
                history.of(journeys.get(new JourneyId(id)), current.get(), locale).stream()
                        .map(moment -> new HistoryLine(Moments.of(moment.at()), moment.what(), moment.who()))
                        .toList(),
                null);
    }

    record HistoryLine(
            OffsetDateTime at, String what, @Nullable String who) {}
}
