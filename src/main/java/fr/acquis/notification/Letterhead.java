package fr.acquis.notification;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a certifying body's letters bear besides its name.
 *
 * @param addressLines under the name; may be empty
 * @param contact telephone, e-mail; empty when none
 * @param town where letters are dated from: "Paris"; empty when only the date is written
 * @param signatoryName null when letters are signed by function only
 * @param logo null when there is none
 */
public record Letterhead(
        List<String> addressLines,
        String contact,
        String town,
        @Nullable String signatoryName,
        String signatoryFunction,
        @Nullable Logo logo) {

    public Letterhead {
        addressLines = List.copyOf(addressLines);
    }

    /**
     * @param mediaType image/png or image/jpeg
     */
    public record Logo(String mediaType, byte[] content) {

        public Logo {
            if (!mediaType.equals("image/png") && !mediaType.equals("image/jpeg")) {
                throw new IllegalArgumentException("a logo is a PNG or a JPEG image");
            }
        }

        @Override
        public String toString() {
            return "Logo[%s, %d bytes]".formatted(mediaType, content.length);
        }
    }
}
