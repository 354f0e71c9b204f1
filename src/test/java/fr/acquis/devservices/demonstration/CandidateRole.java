package fr.acquis.devservices.demonstration;

import fr.acquis.admissibility.Livret1;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A candidate of the demonstration, plainly invented.
 *
 * @param account an e-mail of the sign-in page; null for one made of the name
 */
record CandidateRole(
        String givenName,
        String name,
        Livret1.Gender gender,
        LocalDate born,
        Livret1.Status status,
        String city,
        String postalCode,
        @Nullable String account) {

    CandidateRole(
            String givenName,
            String name,
            Livret1.Gender gender,
            LocalDate born,
            Livret1.Status status,
            String city,
            String postalCode) {
        this(givenName, name, gender, born, status, city, postalCode, null);
    }

    String email() {
        if (account != null) {
            return account;
        }
        String plain = Normalizer.normalize(givenName + "." + name, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .replace(' ', '-')
                .toLowerCase(Locale.ROOT);
        return plain + "@acquis.example";
    }
}
