package fr.acquis.certification;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * How long the cases of a certification took here, told before one begins. The room that owns the cases counts; a median of
 * few cases would say something of somebody, so under {@link #FEWEST} nothing is said but that there are too few.
 */
public interface LocalFigures {

    int FEWEST = 5;

    /** Cases whose decision or certificate came in the two years before that day. */
    Figures of(CertificationId certification, LocalDate day);

    /**
     * @param decision from the request to the first decision that stands, by a person or by silence
     * @param certificate from the request to the end as certified
     */
    record Figures(Median decision, Median certificate) {}

    /** @param days null when there are too few cases to say */
    record Median(@Nullable Integer days) {

        public static Median of(int cases, @Nullable Integer days) {
            return new Median(cases < FEWEST ? null : days);
        }
    }
}
