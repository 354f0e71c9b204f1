package fr.acquis.audit;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One line of a subject's log. */
public record AuditEntry(
        UUID subject,
        long number,
        Instant at,
        @Nullable UUID actor,
        String actorRole,
        @Nullable String origin,
        String action,
        Map<String, String> facts) {}
