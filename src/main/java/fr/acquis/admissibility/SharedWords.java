package fr.acquis.admissibility;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Whether two texts speak of the same things: they share two beginnings of long words, or the only one there is. */
final class SharedWords {

    private static final int LONG = 5;
    private static final int BEGINNING = 6;

    /** Long words that any text of the trade has. */
    private static final Set<String> COMMON = Set.of(
            "activi", "assure", "autono", "chaque", "client", "compet", "conform", "confor", "entrep", "effect",
            "equipe", "metier", "mettre", "organi", "realis", "respec", "selon", "situat", "suivre", "travai", "utilis",
            "differ", "ensemb", "lorsqu", "aupres", "partir", "toutes", "depuis");

    private SharedWords() {}

    static boolean meet(String asked, @Nullable String said) {
        if (Texts.blank(said)) {
            return false;
        }
        Set<String> wanted = beginnings(asked);
        long shared = beginnings(said).stream().filter(wanted::contains).count();
        return shared >= 2 || shared == 1 && wanted.size() == 1;
    }

    private static Set<String> beginnings(String text) {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT);
        return Arrays.stream(plain.split("[^a-z]+"))
                .filter(word -> word.length() >= LONG)
                .map(word -> word.substring(0, Math.min(BEGINNING, word.length())))
                .filter(word -> !COMMON.contains(word))
                .collect(Collectors.toSet());
    }
}
