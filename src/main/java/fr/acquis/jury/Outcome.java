package fr.acquis.jury;

import java.util.Set;

/** What a hearing ends with. */
public enum Outcome {
    /** Every bloc of the certification is held now: this jury, held before, dispensations. */
    WHOLE_CERTIFICATION,
    /** Every bloc this jury looked at; the certification has others. */
    ALL_TARGETED_BLOCKS,
    SOME_BLOCKS,
    NO_BLOCK,
    /** The candidate did not come and said why. */
    EXCUSED,
    ABSENT,
    /** The jury could not decide; it will meet again. */
    ADJOURNED;

    /** Said by the president without examining the blocs: another hearing follows. */
    public boolean undecided() {
        return this == EXCUSED || this == ABSENT || this == ADJOURNED;
    }

    /** From the decisions, never by hand. */
    public static Outcome of(int examined, int obtained, boolean wholeHeld) {
        if (wholeHeld) {
            return WHOLE_CERTIFICATION;
        }
        if (obtained == 0) {
            return NO_BLOCK;
        }
        return obtained == examined ? ALL_TARGETED_BLOCKS : SOME_BLOCKS;
    }

    public static Set<Outcome> withoutDecision() {
        return Set.of(EXCUSED, ABSENT, ADJOURNED);
    }
}
