package fr.acquis.support;

import fr.acquis.journey.LegalClock;
import java.time.Instant;
import java.time.LocalDate;

/** Days as people live them here. */
final class LegalDays {

    private LegalDays() {}

    static LocalDate of(Instant at) {
        return LocalDate.ofInstant(at, LegalClock.ZONE);
    }

    static boolean sameDay(Instant one, Instant other) {
        return of(one).equals(of(other));
    }
}
