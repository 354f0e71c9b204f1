package fr.acquis.admissibility.official;

import fr.acquis.admissibility.Livret1.Practised;
import fr.acquis.admissibility.Livret1.Setting;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The words of the forms themselves: they are French whatever the reader's language, and read back. */
final class Labels {

    static final String ROLE = "Fonction";
    static final String ORGANISATION = "Employeur ou cadre";
    static final String SETTING = "Nature";
    static final Set<String> EXPERIENCE = Set.of(ROLE, ORGANISATION, SETTING);

    static final String PRACTISED = "Activité";
    static final String DISPENSATION = "Dispense demandée";
    static final Set<String> BLOCK = Set.of(PRACTISED, DISPENSATION);

    static final String ACCOMPANIMENT = "Accompagnement";
    static final String LATER = "je déciderai plus tard";
    static final Set<String> STATEMENT = Set.of(ACCOMPANIMENT);

    private Labels() {}

    static String practised(Practised practised) {
        return switch (practised) {
            case YES -> "OUI";
            case PARTLY -> "PARTIELLEMENT";
            case NO -> "NON";
        };
    }

    /** « oui », « Partiel. », « n »: by how the word begins. */
    static Optional<Practised> practised(String written) {
        String word = folded(written);
        return word.startsWith("part")
                ? Optional.of(Practised.PARTLY)
                : word.startsWith("o") || word.equals("x")
                        ? Optional.of(Practised.YES)
                        : word.startsWith("n") ? Optional.of(Practised.NO) : Optional.empty();
    }

    static Optional<Boolean> yesOrNo(String written) {
        String word = folded(written);
        return word.startsWith("o") ? Optional.of(true) : word.startsWith("n") ? Optional.of(false) : Optional.empty();
    }

    static String setting(Setting setting) {
        return switch (setting) {
            case SALARIED -> "activité salariée";
            case SELF_EMPLOYED -> "activité indépendante";
            case VOLUNTEER -> "bénévolat";
            case CARER -> "aide à un proche";
            case INTERNSHIP -> "stage ou immersion";
            case OTHER -> "autre";
        };
    }

    static Optional<Setting> setting(String written) {
        String word = folded(written);
        return Arrays.stream(Setting.values())
                .filter(setting -> folded(setting(setting)).equals(word))
                .findFirst();
    }

    static String folded(String text) {
        return Normalizer.normalize(text.strip(), Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT);
    }
}
