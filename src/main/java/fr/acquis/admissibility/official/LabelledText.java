package fr.acquis.admissibility.official;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What has no field of its own stands at the head of one that takes text, one labelled line each, then the text itself:
 * a person reads it, and so does the import. A text that begins like a labelled line keeps its meaning by a space before it.
 */
final class LabelledText {

    private static final String KEPT_APART = "\u00a0";

    private LabelledText() {}

    record Parts(Map<String, String> labelled, String text) {}

    /** Blank values are left out; the result is empty when all is. */
    static String write(Map<String, String> labelled, Set<String> labels, @Nullable String text) {
        List<String> lines = new ArrayList<>();
        labelled.forEach((label, value) -> {
            if (value != null && !value.isBlank()) {
                lines.add(label + "\u00a0: " + value.strip().replaceAll("\\s*\\R\\s*", " "));
            }
        });
        String said = text == null ? "" : plain(text).strip();
        if (!said.isEmpty()) {
            if (!lines.isEmpty()) {
                lines.add("");
            }
            lines.add(startsLabelled(said, labels) ? KEPT_APART + said : said);
        }
        return String.join("\n", lines);
    }

    static Parts read(String all, Set<String> labels) {
        List<String> lines = new ArrayList<>(plain(all).lines().toList());
        Map<String, String> labelled = new LinkedHashMap<>();
        while (!lines.isEmpty()) {
            Matcher line = line(labels).matcher(lines.getFirst());
            if (!line.matches()) {
                break;
            }
            labelled.putIfAbsent(label(line.group(1), labels), line.group(2).strip());
            lines.removeFirst();
        }
        String text = String.join("\n", lines);
        text = text.startsWith("\n") ? text.substring(1) : text;
        if (text.startsWith(KEPT_APART) && startsLabelled(text.substring(1), labels)) {
            text = text.substring(1);
        }
        return new Parts(labelled, text.strip());
    }

    private static boolean startsLabelled(String text, Set<String> labels) {
        return text.startsWith(KEPT_APART)
                || line(labels).matcher(text.lines().findFirst().orElse("")).matches();
    }

    private static Pattern line(Set<String> labels) {
        return Pattern.compile(
                "\\s*(" + String.join("|", labels.stream().map(Pattern::quote).toList()) + ")[\\s\u00a0\u202f]*:(.*)",
                Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    private static String label(String written, Set<String> labels) {
        return labels.stream().filter(written::equalsIgnoreCase).findFirst().orElseThrow();
    }

    private static String plain(String text) {
        return text.replace("\r\n", "\n").replace('\r', '\n');
    }
}
