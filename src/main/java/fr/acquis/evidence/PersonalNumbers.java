package fr.acquis.evidence;

import fr.acquis.evidence.reader.SensitiveNumbers;

/** Numbers that identify a person or where they are paid, in words somebody typed. */
public final class PersonalNumbers {

    private PersonalNumbers() {}

    /** The same words with such numbers masked; what tells a tax rate stays, somebody may be writing about their trade. */
    public static String masked(String typed) {
        return SensitiveNumbers.maskIdentifiers(typed);
    }
}
