package fr.acquis.jury.api;

import fr.acquis.certification.JuryMode;
import fr.acquis.identity.CurrentPerson;
import fr.acquis.journey.Journey;
import fr.acquis.journey.Journeys;
import fr.acquis.jury.Hearing;
import fr.acquis.jury.JuryHearings;
import fr.acquis.jury.JuryHearings.Sitting;
import fr.acquis.jury.Outcome;
import fr.acquis.jury.api.DeliberationDetail.DecidedBlock;
import fr.acquis.platform.api.ApiController;
import fr.acquis.platform.api.Moments;
import fr.acquis.platform.api.PageOf;
import fr.acquis.shared.JourneyId;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** A case before its juries, as its page shows it: to the candidate from the summons on, to the body's people from the entry. */
@ApiController
@Tag(name = "Hearings")
class CaseHearingsApi {

    private final JuryHearings hearings;
    private final Journeys journeys;
    private final CurrentPerson current;

    CaseHearingsApi(JuryHearings hearings, Journeys journeys, CurrentPerson current) {
        this.hearings = hearings;
        this.journeys = journeys;
        this.current = current;
    }

    /**
     * One hearing.
     *
     * @param live whether it is still to be held or settled
     * @param result null until the candidate was told
     */
    record CaseHearing(
            UUID id,
            int attempt,
            OffsetDateTime hour,
            int minutes,
            JuryMode mode,
            @Nullable String place,
            @Nullable String videoLink,
            @Nullable String bring,
            boolean live,
            @Nullable OffsetDateTime summonedAt,
            @Nullable String movedBecause,
            @Nullable JuryResult result) {}

    record JuryResult(Outcome outcome, List<DecidedBlock> decisions) {}

    @GetMapping("/api/v1/journeys/{id}/hearings")
    @Operation(summary = "When and where a case is heard, and what came of it, the latest first")
    PageOf<CaseHearing> list(@PathVariable UUID id) {
        Journey journey = journeys.get(new JourneyId(id));
        boolean own = journey.candidate().equals(current.get().id());
        return new PageOf<>(
                hearings.of(journey.id()).stream()
                        .filter(one -> !own || told(one.hearing()))
                        .map(CaseHearingsApi::view)
                        .toList(),
                null);
    }

    private static boolean told(Hearing hearing) {
        return hearing.live() && hearing.summonedAt() != null || hearing.notifiedAt() != null;
    }

    private static CaseHearing view(Sitting sitting) {
        Hearing hearing = sitting.hearing();
        return new CaseHearing(
                hearing.id().value(),
                hearing.attempt(),
                Moments.of(sitting.session().hour(hearing)),
                sitting.session().minutesEach(),
                sitting.session().mode(),
                sitting.session().place(),
                sitting.session().videoLink(),
                sitting.session().bring(),
                hearing.live(),
                Moments.of(hearing.summonedAt()),
                hearing.moved() == null ? null : hearing.moved().reason(),
                hearing.notifiedAt() == null || hearing.deliberation() == null
                        ? null
                        : new JuryResult(
                                hearing.deliberation().outcome(),
                                hearing.deliberation().decisions().stream()
                                        .map(DecidedBlock::of)
                                        .toList()));
    }
}
