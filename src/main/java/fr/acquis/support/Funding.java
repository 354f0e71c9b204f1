package fr.acquis.support;

import fr.acquis.shared.PersonId;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Financement: who is asked to pay how much of the support, and what they answered.
 *
 * @param payer which OPCO, employer or branch; null where the source says it
 * @param note what the person who states it knows: a file number, a reason
 * @param statedBy by whose word it stands as it does
 */
public record Funding(
        int line,
        Source source,
        @Nullable String payer,
        long cents,
        State state,
        LocalDate askedOn,
        @Nullable LocalDate answeredOn,
        @Nullable String note,
        PersonId statedBy) {

    public BigDecimal amount() {
        return BigDecimal.valueOf(cents, 2);
    }

    /** In the order of how often they are met. */
    public enum Source {
        CPF,
        OPCO,
        EMPLOYER,
        BRANCH,
        TRANSITIONS_PRO,
        FRANCE_TRAVAIL,
        REGION,
        FAF,
        SELF,
        OTHER;

        public String messageKey() {
            return "support.funding.source." + name();
        }
    }

    public enum State {
        ASKED,
        GRANTED,
        REFUSED;

        public String messageKey() {
            return "support.funding.state." + name();
        }
    }

    /** What is asked when an agreement is proposed. */
    public record Asked(Source source, @Nullable String payer, long cents, LocalDate on) {}
}
