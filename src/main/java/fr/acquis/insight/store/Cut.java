package fr.acquis.insight.store;

import fr.acquis.certification.CertificationId;
import fr.acquis.shared.CertifyingBodyId;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Whose cases, and which of them.
 *
 * @param filedFrom with {@code filedUntil}: filed between the two; both null for all
 * @param now when a date is over
 * @param soon until when a date counts as near
 * @param kinds kinds of task that are steps
 */
public record Cut(
        CertifyingBodyId body,
        @Nullable CertificationId certification,
        @Nullable Instant filedFrom,
        @Nullable Instant filedUntil,
        Instant now,
        Instant soon,
        List<String> kinds) {

    boolean narrows() {
        return certification != null || filedFrom != null;
    }

    String condition() {
        return (certification == null ? "" : " and j.certification_id = :certification")
                + (filedFrom == null ? "" : " and j.submitted_at >= :filedFrom and j.submitted_at < :filedUntil");
    }

    Map<String, Object> parameters() {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("body", body.value());
        parameters.put("certification", certification == null ? null : certification.value());
        parameters.put("filedFrom", filedFrom);
        parameters.put("filedUntil", filedUntil);
        parameters.put("now", now);
        parameters.put("soon", soon);
        parameters.put("kinds", kinds);
        return parameters;
    }
}
