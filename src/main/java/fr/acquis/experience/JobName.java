package fr.acquis.experience;

import java.text.Normalizer;
import java.util.Locale;

/** The name of an employer as far as it tells two of them apart: no accents, capitals, legal form or punctuation. */
final class JobName {

    private JobName() {}

    static String of(String employer) {
        return Normalizer.normalize(employer, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("\\b(?:sarl|sas|sasu|sa|eurl|scop|mme|madame|monsieur|m)\\b", " ")
                .replaceAll("[^a-z0-9]+", " ")
                .strip();
    }
}
