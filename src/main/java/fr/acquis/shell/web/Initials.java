package fr.acquis.shell.web;

import java.util.Locale;

/** The two letters that stand for a person beside their name. */
final class Initials {

    private Initials() {}

    static String of(String displayName) {
        String[] words = displayName.strip().split("\\s+");
        String letters = first(words[0]) + (words.length > 1 ? first(words[words.length - 1]) : "");
        return letters.toUpperCase(Locale.FRENCH);
    }

    private static String first(String word) {
        return word.isEmpty() ? "" : word.substring(0, word.offsetByCodePoints(0, 1));
    }
}
