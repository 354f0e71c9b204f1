package fr.acquis.support.api;

import fr.acquis.journey.LegalClock;
import fr.acquis.platform.api.ApiController;
import fr.acquis.platform.api.PageOf;
import fr.acquis.shared.BusinessRefusal;
import fr.acquis.shared.BusinessRefusal.Kind;
import fr.acquis.shared.JourneyId;
import fr.acquis.support.Funding;
import fr.acquis.support.SupportAccess;
import fr.acquis.support.SupportAgreement.Terms;
import fr.acquis.support.SupportAgreements;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;

/** The agreement: proposed by the adviser, signed or declined by the candidate, followed by who pays. */
@ApiController
@Tag(name = "Support")
class AgreementsApi {

    private final SupportAccess access;
    private final SupportAgreements agreements;
    private final Clock clock;

    AgreementsApi(SupportAccess access, SupportAgreements agreements, Clock clock) {
        this.access = access;
        this.agreements = agreements;
        this.clock = clock;
    }

    /**
     * @param price in euros
     * @param changeReason needed where a signed version is replaced
     * @param overMaximumReason needed beyond the hours of the règlement
     * @param funding lines that make up the price
     */
    record AgreementWish(
            @NotNull @Digits(integer = 3, fraction = 2) BigDecimal hours,
            @NotNull String object,
            @NotNull LocalDate startsOn,
            @NotNull LocalDate endsOn,

            @NotNull @PositiveOrZero @Digits(integer = 7, fraction = 2)
            BigDecimal price,

            @Nullable String changeReason,
            @Nullable String overMaximumReason,
            @Nullable List<@Valid FundingWish> funding) {}

    /** @param askedOn today unless said */
    record FundingWish(
            Funding.@NotNull Source source,
            @Nullable String payer,

            @NotNull @PositiveOrZero @Digits(integer = 7, fraction = 2)
            BigDecimal amount,

            @Nullable LocalDate askedOn) {}

    record AgreementRefusal(@NotNull String word) {}

    record PayerAnswer(
            Funding.@NotNull State state,
            @NotNull LocalDate on,
            @Nullable String note) {}

    @GetMapping("/api/v1/journeys/{id}/support/agreements")
    @Operation(summary = "All versions of the agreement, the youngest first, with who pays")
    PageOf<AgreementDetail> list(@PathVariable UUID id) {
        JourneyId journey = read(id);
        return new PageOf<>(
                agreements.of(journey).stream().map(AgreementDetail::of).toList(), null);
    }

    @PostMapping("/api/v1/journeys/{id}/support/agreements")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Proposes terms to the candidate; what is signed stays in force until they sign")
    @ApiResponse(responseCode = "201", description = "The version proposed")
    AgreementDetail propose(@PathVariable UUID id, @Valid @RequestBody AgreementWish wish) {
        return AgreementDetail.of(agreements.propose(
                new JourneyId(id),
                new Terms(
                        wish.hours(),
                        wish.object(),
                        wish.startsOn(),
                        wish.endsOn(),
                        cents(wish.price()),
                        said(wish.changeReason()),
                        said(wish.overMaximumReason())),
                wish.funding() == null
                        ? List.of()
                        : wish.funding().stream().map(this::asked).toList()));
    }

    @GetMapping(
            value = "/api/v1/journeys/{id}/support/agreements/{version}/document",
            produces = MediaType.APPLICATION_PDF_VALUE)
    @Operation(summary = "The signed agreement as PDF/A-2a; 404 until it is pressed, moments after the signature")
    @ApiResponse(
            responseCode = "200",
            description = "The document",
            content = @Content(mediaType = "application/pdf", schema = @Schema(type = "string", format = "binary")))
    byte[] document(@PathVariable UUID id, @PathVariable int version) {
        return agreements
                .document(read(id), version)
                .orElseThrow(() -> new BusinessRefusal(Kind.NOT_FOUND, "support.refused.no-document"));
    }

    @PostMapping("/api/v1/journeys/{id}/support/agreements/{version}/signature")
    @Operation(summary = "The candidate agrees: in force from now on")
    AgreementDetail sign(@PathVariable UUID id, @PathVariable int version) {
        agreements.sign(new JourneyId(id), version);
        return one(id, version);
    }

    @PostMapping("/api/v1/journeys/{id}/support/agreements/{version}/refusal")
    @Operation(summary = "The candidate does not agree and says why")
    AgreementDetail decline(
            @PathVariable UUID id, @PathVariable int version, @Valid @RequestBody AgreementRefusal word) {
        agreements.decline(new JourneyId(id), version, word.word());
        return one(id, version);
    }

    @PostMapping("/api/v1/journeys/{id}/support/agreements/{version}/funding/{line}")
    @Operation(summary = "States what a payer answered, by the caller's word")
    AgreementDetail funded(
            @PathVariable UUID id,
            @PathVariable int version,
            @PathVariable int line,
            @Valid @RequestBody PayerAnswer answer) {
        agreements.answered(new JourneyId(id), version, line, answer.state(), answer.on(), answer.note());
        return one(id, version);
    }

    private AgreementDetail one(UUID id, int version) {
        return AgreementDetail.of(agreements.get(read(id), version));
    }

    private JourneyId read(UUID id) {
        return access.read(new JourneyId(id)).journey().id();
    }

    private Funding.Asked asked(FundingWish wish) {
        return new Funding.Asked(
                wish.source(),
                said(wish.payer()),
                cents(wish.amount()),
                wish.askedOn() == null ? LocalDate.ofInstant(clock.instant(), LegalClock.ZONE) : wish.askedOn());
    }

    private static @Nullable String said(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    private static long cents(BigDecimal euros) {
        return euros.movePointRight(2).longValueExact();
    }
}
