package fr.acquis.experience;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** A year of full-time work: 1 607 hours for 35 a week, holidays taken off (article L3121-41 of the code du travail). */
public final class FullYear {

    public static final BigDecimal HOURS = BigDecimal.valueOf(1607);

    private static final BigDecimal WEEKLY = BigDecimal.valueOf(35);
    private static final BigDecimal DAYS = BigDecimal.valueOf(365);
    private static final BigDecimal MONTHS = BigDecimal.valueOf(12);
    private static final BigDecimal WEEKS = BigDecimal.valueOf(52);
    private static final BigDecimal PERCENT = BigDecimal.valueOf(100);

    private FullYear() {}

    /** Hours really worked in so many calendar days at so many hours a week: a year at 35 is 1 607. */
    static BigDecimal worked(BigDecimal weekly, long days) {
        return weekly.multiply(HOURS)
                .multiply(BigDecimal.valueOf(days))
                .divide(WEEKLY.multiply(DAYS), 2, RoundingMode.HALF_UP);
    }

    /** 151.67 a month are 35 a week. */
    static BigDecimal weekly(BigDecimal monthly) {
        return monthly.multiply(MONTHS).divide(WEEKS, 4, RoundingMode.HALF_UP);
    }

    /** Hours as years of full-time work, to one decimal. */
    public static BigDecimal years(BigDecimal hours) {
        return hours.divide(HOURS, 1, RoundingMode.HALF_UP);
    }

    /** So many hours in so many days, in percent of full time. */
    static int share(BigDecimal hours, long days) {
        return hours.multiply(PERCENT)
                .divide(worked(WEEKLY, days).max(BigDecimal.ONE), 0, RoundingMode.HALF_UP)
                .intValue();
    }
}
