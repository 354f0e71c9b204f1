package fr.acquis.support.api;

import fr.acquis.identity.CurrentPerson;
import fr.acquis.journey.Journey;
import fr.acquis.journey.Journeys;
import fr.acquis.platform.api.ApiController;
import fr.acquis.platform.api.ApiRefusal;
import fr.acquis.platform.api.Moments;
import fr.acquis.platform.api.PageOf;
import fr.acquis.shared.BusinessRefusal;
import fr.acquis.shared.BusinessRefusal.Kind;
import fr.acquis.shared.JourneyId;
import fr.acquis.shared.PersonId;
import fr.acquis.support.SupportTransfers;
import fr.acquis.support.Transfer;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;

/** A change of adviser: asked for by either of the two, done or declined by the certifying body. */
@ApiController
@Tag(name = "Support")
class TransfersApi {

    private final SupportTransfers transfers;
    private final Journeys journeys;
    private final CurrentPerson current;

    TransfersApi(SupportTransfers transfers, Journeys journeys, CurrentPerson current) {
        this.transfers = transfers;
        this.journeys = journeys;
        this.current = current;
    }

    record TransferRequest(@NotNull String reason) {}

    record Handover(@NotNull UUID adviser, @NotNull String reason) {}

    record TransferRefusal(@NotNull String answer) {}

    /**
     * The latest change asked for or made.
     *
     * @param adviser who accompanies the case from then on; null while it is open, and when it was declined
     * @param answer why it was declined
     */
    record TransferDetail(
            UUID id,
            OffsetDateTime askedAt,
            String reason,
            @Nullable OffsetDateTime settledAt,
            @Nullable UUID adviser,
            @Nullable String answer) {

        static TransferDetail of(Transfer transfer) {
            return new TransferDetail(
                    transfer.id(),
                    Moments.of(transfer.askedAt()),
                    transfer.reason(),
                    Moments.of(transfer.settledAt()),
                    transfer.adviser() == null ? null : transfer.adviser().value(),
                    transfer.answer());
        }
    }

    /** @param load cases they accompany already */
    record ReceiverDetail(UUID adviser, String name, UUID body, String bodyName, int load) {}

    @GetMapping("/api/v1/journeys/{id}/support/transfer")
    @Operation(summary = "The latest change of adviser, for who asked for it and the certifying body; 404 for others")
    TransferDetail read(@PathVariable UUID id) {
        Journey journey = journeys.get(new JourneyId(id));
        return transfers
                .latest(journey.id())
                .filter(transfer -> transfer.readBy(current.get(), journey))
                .map(TransferDetail::of)
                .orElseThrow(() -> ApiRefusal.notFound("support.refused.no-transfer"));
    }

    @GetMapping("/api/v1/journeys/{id}/support/transfer/receivers")
    @Operation(summary = "Advisers the case could be handed to, by support body, the least loaded first")
    PageOf<ReceiverDetail> receivers(@PathVariable UUID id) {
        Journey journey = journeys.get(new JourneyId(id));
        if (!journey.handledBy(current.get())) {
            throw new BusinessRefusal(Kind.FORBIDDEN, "support.refused.not-yours");
        }
        return new PageOf<>(
                transfers.receivers(journey).stream()
                        .map(one -> new ReceiverDetail(
                                one.adviser().adviser().id().value(),
                                one.adviser().adviser().displayName(),
                                one.body().id(),
                                one.body().name(),
                                one.adviser().load()))
                        .toList(),
                null);
    }

    @PostMapping("/api/v1/journeys/{id}/support/transfer/request")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "The candidate or the adviser asks for another adviser")
    @ApiResponse(responseCode = "204", description = "Asked: the certifying body is told")
    void ask(@PathVariable UUID id, @Valid @RequestBody TransferRequest why) {
        transfers.ask(new JourneyId(id), why.reason());
    }

    @PostMapping("/api/v1/journeys/{id}/support/transfer")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Hands the case to another adviser; the right to see it and what is asked move with it")
    @ApiResponse(responseCode = "204", description = "Done; all three are told")
    void transfer(@PathVariable UUID id, @Valid @RequestBody Handover handover) {
        transfers.transfer(new JourneyId(id), new PersonId(handover.adviser()), handover.reason());
    }

    @PostMapping("/api/v1/journeys/{id}/support/transfer/refusal")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "It stays as it is, and why; who asked is told")
    @ApiResponse(responseCode = "204", description = "Declined")
    void decline(@PathVariable UUID id, @Valid @RequestBody TransferRefusal no) {
        transfers.decline(new JourneyId(id), no.answer());
    }
}
