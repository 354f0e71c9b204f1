package fr.acquis.support;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Hours of a support: agreed, done, planned, left.
 *
 * @param agreed by the signed agreement; null before there is one
 * @param disputed of the hours done, those whose attendance the candidate disputes
 * @param remote of the hours done, those at a distance
 * @param warningPercent from which share of the hours agreed the balance is pointed out, by the règlement
 * @param remotePercent which share may be at a distance, by the règlement
 */
public record HoursBudget(
        @Nullable BigDecimal agreed,
        BigDecimal done,
        BigDecimal planned,
        BigDecimal disputed,
        BigDecimal remote,
        int warningPercent,
        int remotePercent) {

    public BigDecimal used() {
        return done.add(planned);
    }

    /** Negative when more is done or planned than agreed; null without an agreement. */
    public @Nullable BigDecimal left() {
        return agreed == null ? null : agreed.subtract(used());
    }

    public boolean wouldExceed(BigDecimal hours) {
        return agreed != null && hours.signum() > 0 && used().add(hours).compareTo(agreed) > 0;
    }

    public Standing standing() {
        if (agreed == null) {
            return Standing.NO_AGREEMENT;
        }
        int used = used().compareTo(agreed);
        if (used > 0) {
            return Standing.OVER;
        }
        if (used == 0) {
            return Standing.ALL_USED;
        }
        return share(used(), agreed) >= warningPercent ? Standing.NEAR : Standing.WITHIN;
    }

    /** More at a distance than the règlement lets. */
    public boolean tooRemote() {
        return remotePercent < 100 && done.signum() > 0 && share(remote, done) > remotePercent;
    }

    private static int share(BigDecimal part, BigDecimal whole) {
        return part.multiply(BigDecimal.valueOf(100))
                .divideToIntegralValue(whole)
                .intValue();
    }

    /** Said in words beside the numbers. */
    public enum Standing {
        NO_AGREEMENT,
        WITHIN,
        NEAR,
        ALL_USED,
        OVER;

        public String messageKey() {
            return "support.hours.standing." + name();
        }

        public boolean warns() {
            return this == NEAR || this == ALL_USED || this == OVER;
        }
    }
}
