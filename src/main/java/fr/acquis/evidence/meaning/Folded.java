package fr.acquis.evidence.meaning;

import java.text.Normalizer;
import java.util.Locale;

/** Text without accents, capitals and typographer's signs, character for character: places found in it hold in the original. */
final class Folded {

    /** European letters, typographer's signs and the mask of numbers; what is beyond is rare. */
    private static final char[] TABLE = new char[0x2600];

    static {
        for (char c = 0; c < TABLE.length; c++) {
            TABLE[c] = fold(c);
        }
    }

    private Folded() {}

    static String of(String text) {
        char[] folded = text.toCharArray();
        for (int at = 0; at < folded.length; at++) {
            char c = folded[at];
            folded[at] = c < TABLE.length ? TABLE[c] : fold(c);
        }
        return new String(folded);
    }

    private static char fold(char c) {
        if (c < 0x80) {
            return c >= 'A' && c <= 'Z' ? (char) (c + 32) : c;
        }
        return switch (c) {
            case '’', '‘', '´', '`' -> '\'';
            case '–', '—', '‑', '−' -> '-';
            case '\u00A0', '\u202F', '\u2009' -> ' ';
            case 'œ', 'Œ' -> 'o';
            case 'æ', 'Æ' -> 'a';
            case '«', '»', '“', '”' -> '"';
            default ->
                Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFD)
                        .toLowerCase(Locale.ROOT)
                        .charAt(0);
        };
    }
}
