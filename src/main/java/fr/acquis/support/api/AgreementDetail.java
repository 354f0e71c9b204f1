package fr.acquis.support.api;

import fr.acquis.platform.api.Moments;
import fr.acquis.support.Funding;
import fr.acquis.support.SupportAgreement;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One version of a case's agreement.
 *
 * @param price in euros
 * @param answerWord why it was declined
 * @param sha256 of the signed document; null until it is pressed
 */
record AgreementDetail(
        int version,
        SupportAgreement.State state,
        BigDecimal hours,
        String object,
        LocalDate startsOn,
        LocalDate endsOn,
        BigDecimal price,
        @Nullable String changeReason,
        @Nullable String overMaximumReason,
        OffsetDateTime proposedAt,
        @Nullable OffsetDateTime answeredAt,
        @Nullable String answerWord,
        @Nullable String sha256,
        List<FundingDetail> funding) {

    /** Who is asked to pay how much, in euros, and what they answered. */
    record FundingDetail(
            int line,
            Funding.Source source,
            @Nullable String payer,
            BigDecimal amount,
            Funding.State state,
            LocalDate askedOn,
            @Nullable LocalDate answeredOn,
            @Nullable String note) {

        static FundingDetail of(Funding line) {
            return new FundingDetail(
                    line.line(),
                    line.source(),
                    line.payer(),
                    line.amount(),
                    line.state(),
                    line.askedOn(),
                    line.answeredOn(),
                    line.note());
        }
    }

    static AgreementDetail of(SupportAgreement agreement) {
        SupportAgreement.Terms terms = agreement.terms();
        return new AgreementDetail(
                agreement.version(),
                agreement.state(),
                terms.hours(),
                terms.object(),
                terms.startsOn(),
                terms.endsOn(),
                terms.price(),
                terms.changeReason(),
                terms.overMaximumReason(),
                Moments.of(agreement.proposedAt()),
                Moments.of(agreement.answeredAt()),
                agreement.answerWord(),
                agreement.pdf() == null ? null : agreement.pdf().hex(),
                agreement.funding().stream().map(FundingDetail::of).toList());
    }
}
