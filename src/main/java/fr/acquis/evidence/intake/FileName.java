package fr.acquis.evidence.intake;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** A file's name as its owner gave it, made harmless: no folder, no control or direction mark, a bounded length. */
public record FileName(String text) {

    private static final int LONGEST = 200;

    /** Cc: control, Cf: marks that turn the reading direction and hide an extension, Cs: half characters. */
    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Cs}]");

    private static final Pattern UNUSABLE = Pattern.compile("[\"<>|*?:]");

    public static FileName of(String given) {
        String name = given.replace('\\', '/');
        name = name.substring(name.lastIndexOf('/') + 1);
        name = UNSEEN.matcher(Normalizer.normalize(name, Normalizer.Form.NFC)).replaceAll("");
        name = UNUSABLE.matcher(name).replaceAll("_").strip();
        if (name.isEmpty() || name.chars().allMatch(c -> c == '.')) {
            return new FileName("document");
        }
        return new FileName(shortened(name));
    }

    private static String shortened(String name) {
        if (name.codePointCount(0, name.length()) <= LONGEST) {
            return name;
        }
        int dot = name.lastIndexOf('.');
        String tail = dot > 0 && name.length() - dot <= 8 ? name.substring(dot) : "";
        String head = name.substring(0, name.length() - tail.length());
        return head.substring(0, head.offsetByCodePoints(0, LONGEST - tail.length())) + tail;
    }

    /** In lower case, without its dot; empty when there is none. */
    public String extension() {
        int dot = text.lastIndexOf('.');
        return dot < 0 ? "" : text.substring(dot + 1).toLowerCase(Locale.ROOT);
    }

    @Override
    public String toString() {
        return text;
    }
}
