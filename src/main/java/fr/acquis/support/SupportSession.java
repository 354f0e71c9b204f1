package fr.acquis.support;

import fr.acquis.shared.PersonId;
import fr.acquis.support.Support.Place;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Séance: what was done, counted in the financed hours. The adviser signs by reporting it, the candidate by an answer of
 * their own.
 *
 * @param place null for sessions reported before it was kept
 * @param recordedAt when the adviser signed
 * @param notes read by the candidate too
 * @param ownNotes the adviser's, read by nobody else
 * @param overrunReason why it goes over the hours agreed; null within them
 * @param answer what the candidate said of it; null before, and when nobody came there is nothing to sign
 * @param correction null unless what was reported first was wrong
 */
public record SupportSession(
        int number,
        PersonId adviser,
        Instant heldAt,
        BigDecimal hours,
        Attendance attendance,
        @Nullable Place place,
        Instant recordedAt,
        @Nullable String notes,
        @Nullable String ownNotes,
        @Nullable String nextStep,
        @Nullable String overrunReason,
        @Nullable Answer answer,
        @Nullable Correction correction) {

    /** Whether the candidate came. */
    public enum Attendance {
        PRESENT,
        EXCUSED,
        ABSENT;

        public String messageKey() {
            return "support.attendance." + name();
        }
    }

    /**
     * What an adviser reports of a session.
     *
     * @param overrunReason null within the hours agreed
     */
    public record Report(
            Instant heldAt,
            BigDecimal hours,
            Attendance attendance,
            @Nullable String notes,
            @Nullable String ownNotes,
            @Nullable String nextStep,
            @Nullable String overrunReason) {}

    /**
     * The candidate signed, or disputes what was reported.
     *
     * @param word what is not right; null for a signature
     */
    public record Answer(boolean signed, @Nullable String word, Instant at) {}

    /** What was reported was put right; the candidate signs again. */
    public record Correction(String why, Instant at) {}

    public SupportSession withoutOwnNotes() {
        return new SupportSession(
                number,
                adviser,
                heldAt,
                hours,
                attendance,
                place,
                recordedAt,
                notes,
                null,
                nextStep,
                overrunReason,
                answer,
                correction);
    }

    public boolean isSigned() {
        return answer != null && answer.signed();
    }

    public boolean isDisputed() {
        return answer != null && !answer.signed();
    }

    /** The candidate came and has not said anything of it yet. */
    public boolean awaitsSignature() {
        return attendance == Attendance.PRESENT && answer == null;
    }
}
