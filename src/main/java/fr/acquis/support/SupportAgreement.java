package fr.acquis.support;

import fr.acquis.shared.JourneyId;
import fr.acquis.shared.PersonId;
import fr.acquis.shared.Sha256;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Convention d'accompagnement, one version of it: what adviser and candidate agree on. Signed, it is changed by a new version
 * only.
 *
 * @param proposedBy who proposed it, and so signed for the support body, at {@code proposedAt}
 * @param answeredAt when the candidate signed or declined; null before
 * @param answerWord why it was declined
 * @param pdf the hash of the signed document; null until it is pressed
 */
public record SupportAgreement(
        JourneyId journey,
        int version,
        State state,
        Terms terms,
        PersonId proposedBy,
        Instant proposedAt,
        @Nullable Instant answeredAt,
        @Nullable String answerWord,
        @Nullable Sha256 pdf,
        List<Funding> funding) {

    public SupportAgreement {
        funding = List.copyOf(funding);
    }

    /**
     * @param object what the support is for
     * @param priceCents in cents, zero where nobody pays
     * @param changeReason why it replaces a signed version; null for the first
     * @param overMaximumReason why more hours than the règlement foresees; null within them
     */
    public record Terms(
            BigDecimal hours,
            String object,
            LocalDate startsOn,
            LocalDate endsOn,
            long priceCents,
            @Nullable String changeReason,
            @Nullable String overMaximumReason) {

        public BigDecimal price() {
            return BigDecimal.valueOf(priceCents, 2);
        }
    }

    public enum State {
        PROPOSED,
        SIGNED,
        DECLINED,
        /** A later version stands in its place. */
        REPLACED;

        public String messageKey() {
            return "support.agreement.state." + name();
        }
    }

    public boolean awaitsTheCandidate() {
        return state == State.PROPOSED;
    }

    public boolean isSigned() {
        return state == State.SIGNED;
    }

    /** Signed once, whatever came after. */
    public boolean wasSigned() {
        return state == State.SIGNED || state == State.REPLACED && answeredAt != null;
    }
}
