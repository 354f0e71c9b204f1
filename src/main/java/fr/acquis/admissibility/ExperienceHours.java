package fr.acquis.admissibility;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** Hours declared in livret 1: for each experience its calendar weeks times its weekly hours; parallel ones are added. */
public final class ExperienceHours {

    /** Weeks worked in a year of 1 607 hours at 35 hours, holidays taken off: what turns calendar weeks into worked ones. */
    private static final BigDecimal WORKED_SHARE = BigDecimal.valueOf(1607)
            .divide(
                    BigDecimal.valueOf(35L * 365).divide(BigDecimal.valueOf(7), 10, RoundingMode.HALF_UP),
                    10,
                    RoundingMode.HALF_UP);

    private ExperienceHours() {}

    public static int declared(List<Livret1.Experience> experiences, LocalDate today) {
        return experiences.stream()
                .map(experience -> hours(experience, today))
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .setScale(0, RoundingMode.HALF_UP)
                .intValue();
    }

    private static BigDecimal hours(Livret1.Experience experience, LocalDate today) {
        if (experience.start() == null || experience.weeklyHours() == null) {
            return BigDecimal.ZERO;
        }
        LocalDate end = experience.end() == null ? today : experience.end();
        long days = ChronoUnit.DAYS.between(experience.start(), end) + 1;
        if (days <= 0) {
            return BigDecimal.ZERO;
        }
        return BigDecimal.valueOf(days)
                .divide(BigDecimal.valueOf(7), 10, RoundingMode.HALF_UP)
                .multiply(experience.weeklyHours())
                .multiply(WORKED_SHARE);
    }
}
