package fr.acquis.notification;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where post goes, in the order of an envelope.
 *
 * @param complement flat, stairs, building; null when none
 * @param country null in France
 */
public record PostalAddress(
        @Nullable String complement,
        String street,
        String postalCode,
        String town,
        @Nullable String country) {

    /** The lines under the name. */
    public List<String> lines() {
        return Stream.of(complement, street, postalCode + " " + town, country)
                .filter(line -> line != null && !line.isBlank())
                .toList();
    }

    @Override
    public String toString() {
        return "PostalAddress[…]";
    }
}
