package fr.acquis.support.api;

import fr.acquis.platform.api.ApiController;
import fr.acquis.shared.JourneyId;
import fr.acquis.support.Attendances;
import fr.acquis.support.CheckIn;
import fr.acquis.support.CheckIns;
import fr.acquis.support.HoursBudgets;
import fr.acquis.support.PlannedSessions;
import fr.acquis.support.SupportAccess;
import fr.acquis.support.SupportAccess.View;
import fr.acquis.support.SupportAnswers;
import fr.acquis.support.SupportSession.Attendance;
import fr.acquis.support.SupportSessions;
import fr.acquis.support.api.FollowUpDetail.Asked;
import fr.acquis.support.api.FollowUpDetail.Balance;
import fr.acquis.support.api.FollowUpDetail.ToCome;
import fr.acquis.support.api.SupportDetail.HeldSession;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;

/** A support under way: its hours, its sessions with who signed them, the question how it goes. */
@ApiController
@Tag(name = "Support")
class FollowUpApi {

    private final SupportAccess access;
    private final HoursBudgets budgets;
    private final PlannedSessions planned;
    private final SupportSessions sessions;
    private final Attendances attendances;
    private final CheckIns checkIns;
    private final SupportAnswers answers;

    FollowUpApi(
            SupportAccess access,
            HoursBudgets budgets,
            PlannedSessions planned,
            SupportSessions sessions,
            Attendances attendances,
            CheckIns checkIns,
            SupportAnswers answers) {
        this.access = access;
        this.budgets = budgets;
        this.planned = planned;
        this.sessions = sessions;
        this.attendances = attendances;
        this.checkIns = checkIns;
        this.answers = answers;
    }

    record DisputeWord(@NotNull String word) {}

    record AttendanceCorrection(
            @NotNull BigDecimal hours,
            @NotNull Attendance attendance,
            @NotNull String why) {}

    record CheckInAnswer(
            CheckIn.@NotNull Answer answer, @Nullable String word) {}

    @GetMapping("/api/v1/journeys/{id}/support/follow-up")
    @Operation(summary = "The hours of a support, sessions to come and held, and each check-in; agreements apart")
    FollowUpDetail read(@PathVariable UUID id) {
        JourneyId journey = new JourneyId(id);
        View view = access.read(journey);
        return new FollowUpDetail(
                view.underWay(),
                Balance.of(budgets.of(view.journey())),
                planned.of(journey).stream().map(ToCome::of).toList(),
                sessions.of(journey, view.reader().id()).stream()
                        .map(session -> HeldSession.of(session, view.readsNotes()))
                        .toList(),
                checkIns.of(journey).stream()
                        .map(one -> Asked.of(one, view.readsNotes()))
                        .toList());
    }

    @PostMapping("/api/v1/journeys/{id}/support/sessions/{number}/signature")
    @Operation(summary = "The candidate signs that a session was held as reported")
    FollowUpDetail sign(@PathVariable UUID id, @PathVariable int number) {
        attendances.sign(new JourneyId(id), number);
        return read(id);
    }

    @PostMapping("/api/v1/journeys/{id}/support/sessions/{number}/dispute")
    @Operation(summary = "The candidate says what is not right of a session reported")
    FollowUpDetail dispute(@PathVariable UUID id, @PathVariable int number, @Valid @RequestBody DisputeWord word) {
        attendances.dispute(new JourneyId(id), number, word.word());
        return read(id);
    }

    @PostMapping("/api/v1/journeys/{id}/support/sessions/{number}/correction")
    @Operation(summary = "Puts right what was reported, with a reason; the candidate is asked to sign again")
    FollowUpDetail correct(
            @PathVariable UUID id, @PathVariable int number, @Valid @RequestBody AttendanceCorrection correction) {
        attendances.correct(new JourneyId(id), number, correction.hours(), correction.attendance(), correction.why());
        return read(id);
    }

    @PostMapping("/api/v1/journeys/{id}/support/check-in")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @ApiResponse(responseCode = "204", description = "Answered")
    @Operation(summary = "The candidate answers the open check-in: a pause pauses the journey, a stop ends the support")
    void answer(@PathVariable UUID id, @Valid @RequestBody CheckInAnswer answer) {
        answers.answer(new JourneyId(id), answer.answer(), answer.word());
    }
}
