package fr.acquis.insight;

import fr.acquis.certification.CertificationId;
import org.jspecify.annotations.Nullable;

/**
 * What a reader wants to see of their body.
 *
 * @param certification null for all
 * @param filedIn the calendar year the request was filed in; null for all
 * @param over what delays are read over; the numbers themselves are of now
 */
public record Selection(
        @Nullable CertificationId certification, @Nullable Integer filedIn, Span over) {

    public static final Selection ALL = new Selection(null, null, Span.YEAR);
}
