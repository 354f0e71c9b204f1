package fr.acquis.notification.web;

import fr.acquis.notification.Letterhead;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.multipart.MultipartFile;

/** A letterhead as it is typed; what does not fit a letter is said beside its field. */
public record LetterheadForm(
        String address,
        String contact,
        String town,
        String signatory,
        String function,
        @Nullable Boolean withoutLogo) {

    private static final int HEAVIEST_LOGO = 300 * 1024;

    public LetterheadForm {
        address = typed(address);
        contact = typed(contact);
        town = typed(town);
        signatory = typed(signatory);
        function = typed(function);
    }

    private static String typed(@Nullable String value) {
        return value == null ? "" : value;
    }

    static LetterheadForm of(Letterhead head) {
        return new LetterheadForm(
                String.join("\n", head.addressLines()),
                head.contact(),
                head.town(),
                head.signatoryName() == null ? "" : head.signatoryName(),
                head.signatoryFunction(),
                false);
    }

    static LetterheadForm blank() {
        return new LetterheadForm("", "", "", "", "", false);
    }

    Map<String, String> wrong() {
        Map<String, String> wrong = new LinkedHashMap<>();
        if (address.length() > 500 || address.lines().count() > 6) {
            wrong.put("address", "notification.letterhead.address.wrong");
        }
        longest(wrong, "contact", contact, 200);
        longest(wrong, "town", town, 100);
        longest(wrong, "signatory", signatory, 100);
        longest(wrong, "function", function, 100);
        if (function.isBlank()) {
            wrong.put("function", "notification.letterhead.function.wrong");
        }
        return wrong;
    }

    private static void longest(Map<String, String> wrong, String name, String value, int most) {
        if (value.length() > most) {
            wrong.put(name, "notification.letterhead.too-long");
        }
    }

    Letterhead with(Letterhead.@Nullable Logo logo) {
        List<String> lines = address.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
        return new Letterhead(
                lines,
                contact.strip(),
                town.strip(),
                signatory.isBlank() ? null : signatory.strip(),
                function.strip(),
                logo);
    }

    /**
     * The logo sent, or the one there is; its first bytes say what it is, not its name.
     *
     * @throws IllegalArgumentException for what is neither PNG nor JPEG, or too heavy for a letter
     */
    Letterhead.@Nullable Logo logo(@Nullable MultipartFile sent, @Nullable Letterhead before) throws IOException {
        if (Boolean.TRUE.equals(withoutLogo)) {
            return null;
        }
        if (sent == null || sent.isEmpty()) {
            return before == null ? null : before.logo();
        }
        byte[] content = sent.getBytes();
        if (content.length > HEAVIEST_LOGO) {
            throw new IllegalArgumentException("too heavy");
        }
        return new Letterhead.Logo(type(content), content);
    }

    private static String type(byte[] content) {
        boolean png = content.length > 8 && content[0] == (byte) 0x89 && content[1] == 'P' && content[2] == 'N';
        boolean jpeg = content.length > 3 && content[0] == (byte) 0xff && content[1] == (byte) 0xd8;
        if (!png && !jpeg) {
            throw new IllegalArgumentException("neither PNG nor JPEG");
        }
        return png ? "image/png" : "image/jpeg";
    }
}
