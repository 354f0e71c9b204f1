package fr.acquis.notification;

import fr.acquis.shared.JourneyId;
import fr.acquis.shared.Sha256;
import java.time.Instant;
import java.time.LocalDate;

/** A kept letter as lists show it. */
public record LetterSummary(
        LetterId id,
        JourneyId journey,
        LetterTemplate template,
        int templateVersion,
        int wordingVersion,
        String title,
        LocalDate date,
        Instant writtenAt,
        long size,
        Sha256 sha256) {}
