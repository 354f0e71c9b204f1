package fr.acquis.jury;

import fr.acquis.certification.CertificationId;
import fr.acquis.certification.JuryMode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What a session is opened with. */
public record NewSession(
        CertificationId certification,
        Instant startsAt,
        int minutesEach,
        JuryMode mode,
        @Nullable String place,
        @Nullable String videoLink,
        @Nullable String bring) {}
