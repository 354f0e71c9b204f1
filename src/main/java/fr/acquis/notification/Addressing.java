package fr.acquis.notification;

import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What stands around a letter's text.
 *
 * @param to null to take the address the candidate declared; the letter bears the name alone where there is none
 * @param date the letter's own date
 * @param signatory null for the certifying body's usual one
 * @param language French or English; a letter that decides is written in French
 */
public record Addressing(
        CaseReference about,
        @Nullable PostalAddress to,
        LocalDate date,
        @Nullable Signatory signatory,
        Locale language) {

    /** In French, signed as usual. */
    public static Addressing of(CaseReference about, @Nullable PostalAddress to, LocalDate date) {
        return new Addressing(about, to, date, null, Locale.FRENCH);
    }

    /** Who signs, and as what. */
    public record Signatory(String name, String function) {}
}
