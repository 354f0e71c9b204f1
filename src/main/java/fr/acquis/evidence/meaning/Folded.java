package fr.acquis.evidence.meaning;

import java.text.Normalizer;
import java.util.Locale;

/** Text without accents, capitals and typographer's signs, character for character: places found in it hold in the original. */
final class Folded {

    private Folded() {}

    static String of(String text) {
        StringBuilder folded = new StringBuilder(text.length());
        for (int at = 0; at < text.length(); at++) {
            folded.append(fold(text.charAt(at)));
        }
        return folded.toString();
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
