package fr.acquis.award;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Who a certificate or an attestation is for, as it was on the day of issue.
 *
 * @param givenNames all of them, in the order of the civil register
 * @param useName nom d'usage, null when the same
 * @param birthDate null when it was never declared
 */
public record Titular(
        String givenNames,
        String birthName,
        @Nullable String useName,
        @Nullable LocalDate birthDate) {

    /** Given names and birth name, what the title is made out to. */
    public String civilName() {
        return givenNames + " " + birthName;
    }

    @Override
    public String toString() {
        return "Titular[…]";
    }
}
