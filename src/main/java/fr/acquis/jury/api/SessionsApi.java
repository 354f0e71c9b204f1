package fr.acquis.jury.api;

import fr.acquis.certification.CertificationId;
import fr.acquis.certification.JuryMode;
import fr.acquis.jury.HearingId;
import fr.acquis.jury.JuryHearings;
import fr.acquis.jury.JurySessions;
import fr.acquis.jury.NewSession;
import fr.acquis.jury.RowAnswer;
import fr.acquis.jury.SessionId;
import fr.acquis.jury.SessionPublication;
import fr.acquis.jury.api.SessionDetail.SessionSummary;
import fr.acquis.platform.api.ApiController;
import fr.acquis.platform.api.PageOf;
import fr.acquis.platform.api.Problems;
import fr.acquis.shared.JourneyId;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
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

@ApiController
@Tag(name = "Jury sessions", description = "Their day, their panel, their order of passage, their publication")
class SessionsApi {

    private final JurySessions sessions;
    private final SessionPublication publication;
    private final JuryHearings hearings;
    private final SessionDetails details;
    private final Problems problems;

    SessionsApi(
            JurySessions sessions,
            SessionPublication publication,
            JuryHearings hearings,
            SessionDetails details,
            Problems problems) {
        this.sessions = sessions;
        this.publication = publication;
        this.hearings = hearings;
        this.details = details;
        this.problems = problems;
    }

    /** @param place or a video link, unless the jury judges on the file alone */
    record SessionWish(
            @NotNull UUID certification,
            @NotNull OffsetDateTime startsAt,
            @NotNull @Min(10) @Max(240) Integer minutesEach,
            @NotNull JuryMode mode,
            @Size(max = 300) @Nullable String place,

            @Size(max = 500) @Pattern(regexp = "https://.*", message = "{jury.session.video.https}") @Nullable
            String videoLink,

            @Size(max = 1000) @Nullable String bring) {}

    record CasesToHear(@NotEmpty @Size(max = 100) List<@NotNull UUID> journeys) {}

    /** @param accepted why what is warned of is accepted; for a session with nothing to accept, nothing */
    record PublicationWish(@Size(max = 1000) @Nullable String accepted) {}

    record MoveWish(@NotBlank @Size(max = 1000) String reason) {}

    /** What became of one case among many. */
    record CaseAnswer(
            UUID journey,
            String caseNumber,
            boolean done,
            @Nullable String code,
            @Nullable String detail) {}

    @GetMapping("/api/v1/sessions")
    @Operation(summary = "The body's sessions, those to come and those held lately")
    PageOf<SessionSummary> list() {
        return new PageOf<>(sessions.all().stream().map(details::summary).toList(), null);
    }

    @PostMapping("/api/v1/sessions")
    @Operation(summary = "Opens a session")
    @ApiResponse(responseCode = "201", description = "The session")
    ResponseEntity<SessionDetail> open(@Valid @RequestBody SessionWish wish, Locale locale) {
        SessionId id = sessions.open(new NewSession(
                new CertificationId(wish.certification()),
                wish.startsAt().toInstant(),
                wish.minutesEach(),
                wish.mode(),
                text(wish.place()),
                text(wish.videoLink()),
                text(wish.bring())));
        return ResponseEntity.created(URI.create("/api/v1/sessions/" + id)).body(details.of(id.value(), locale));
    }

    private static @Nullable String text(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    @GetMapping("/api/v1/sessions/{id}")
    @Operation(summary = "One session: panel, order of passage, what stands against publishing it, who may be added")
    SessionDetail one(@PathVariable UUID id, Locale locale) {
        return details.of(id, locale);
    }

    @PostMapping("/api/v1/sessions/{id}/hearings")
    @Operation(summary = "Adds cases to the order of passage, with an answer for each; nobody is told yet")
    PageOf<CaseAnswer> add(@PathVariable UUID id, @Valid @RequestBody CasesToHear cases, Locale locale) {
        return answers(
                sessions.addHearings(
                        new SessionId(id),
                        cases.journeys().stream().map(JourneyId::new).toList()),
                locale);
    }

    @PostMapping("/api/v1/sessions/{id}/hearings/{hearing}/removal")
    @Operation(summary = "Takes a case out while nobody was told")
    SessionDetail remove(@PathVariable UUID id, @PathVariable UUID hearing, Locale locale) {
        sessions.removeHearing(new SessionId(id), new HearingId(hearing));
        return details.of(id, locale);
    }

    @PostMapping("/api/v1/sessions/{id}/hearings/{hearing}/earlier")
    @Operation(summary = "One place earlier in the order of passage")
    SessionDetail earlier(@PathVariable UUID id, @PathVariable UUID hearing, Locale locale) {
        sessions.earlier(new SessionId(id), new HearingId(hearing));
        return details.of(id, locale);
    }

    @PostMapping("/api/v1/sessions/{id}/hearings/{hearing}/move")
    @Operation(summary = "Moves a summoned hearing out, saying why: everyone is told, and another is asked for")
    SessionDetail move(
            @PathVariable UUID id, @PathVariable UUID hearing, @Valid @RequestBody MoveWish wish, Locale locale) {
        hearings.move(new SessionId(id), new HearingId(hearing), wish.reason());
        return details.of(id, locale);
    }

    @PostMapping("/api/v1/sessions/{id}/publication")
    @Operation(summary = "Announces the session: each case gets its answer; again, it goes on with those left")
    PageOf<CaseAnswer> publish(
            @PathVariable UUID id,
            @Valid @RequestBody(required = false) @Nullable PublicationWish wish,
            Locale locale) {
        return answers(publication.publish(new SessionId(id), wish == null ? null : wish.accepted()), locale);
    }

    private PageOf<CaseAnswer> answers(List<RowAnswer> answers, Locale locale) {
        return new PageOf<>(
                answers.stream()
                        .map(answer -> new CaseAnswer(
                                answer.journey().value(),
                                answer.caseNumber(),
                                answer.done(),
                                answer.refusal(),
                                answer.refusal() == null
                                        ? null
                                        : problems.words(
                                                answer.refusal(),
                                                answer.arguments().toArray(),
                                                locale)))
                        .toList(),
                null);
    }
}
