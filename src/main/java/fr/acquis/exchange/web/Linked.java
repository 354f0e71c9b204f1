package fr.acquis.exchange.web;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Plain text cut where an address of the web stands in it; nothing else of what people type becomes a link. */
final class Linked {

    private static final Pattern ADDRESS = Pattern.compile("https?://[^\\s<>\"«»]+");
    private static final String ENDS_A_SENTENCE = ".,;:!?)]}’'…";

    private Linked() {}

    /** @param href null for plain text */
    record Part(String text, @Nullable String href) {}

    static List<Part> parts(String text) {
        List<Part> parts = new ArrayList<>();
        Matcher found = ADDRESS.matcher(text);
        int done = 0;
        while (found.find()) {
            String address = trimmed(found.group());
            if (found.start() > done) {
                parts.add(new Part(text.substring(done, found.start()), null));
            }
            parts.add(new Part(address, address));
            done = found.start() + address.length();
        }
        if (done < text.length()) {
            parts.add(new Part(text.substring(done), null));
        }
        return List.copyOf(parts);
    }

    private static String trimmed(String address) {
        int end = address.length();
        while (end > 0 && ENDS_A_SENTENCE.indexOf(address.charAt(end - 1)) >= 0) {
            end--;
        }
        return address.substring(0, end);
    }
}
