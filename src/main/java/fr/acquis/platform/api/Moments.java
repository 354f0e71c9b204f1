package fr.acquis.platform.api;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** Instants as the API writes them: with the offset of Paris, so that the legal day can be read off. */
public final class Moments {

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    private Moments() {}

    public static @Nullable OffsetDateTime of(@Nullable Instant instant) {
        return instant == null ? null : instant.atZone(PARIS).toOffsetDateTime();
    }
}
