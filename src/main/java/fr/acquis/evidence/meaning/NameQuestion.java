package fr.acquis.evidence.meaning;

import fr.acquis.evidence.FactKind;
import fr.acquis.evidence.meaning.DocumentText.Page;
import java.util.Collection;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Whether a document bears one of the names of the person who attached it. People marry, and documents are misread: it is asked. */
public final class NameQuestion {

    private static final Wording TITLED = Wording.of(
            "\\b(?:madame|monsieur|mme|m\\.) ([a-z' -]{3,50}?)(?=,|\\.|;| ne\\(?e| a | est | demeurant|$| {2})");

    private static final Pattern NO_LETTERS = Pattern.compile("[^a-z]+");

    private NameQuestion() {}

    /** Empty when a name is found, or when none is known to look for. */
    public static Optional<Proposal> of(DocumentText text, Collection<String> names) {
        if (names.isEmpty() || text.pages().stream().anyMatch(page -> bears(page, names))) {
            return Optional.empty();
        }
        for (Page page : text.pages()) {
            Matcher titled = TITLED.in(page.flow());
            if (titled.find()) {
                String name = DocumentText.oneLine(page.original().substring(titled.start(1), titled.end(1)));
                return Optional.of(new Proposal(
                        1, FactKind.NAME, name, page.number(), page.around(titled.start(1), titled.end(1))));
            }
        }
        return Optional.of(new Proposal(1, FactKind.NAME, "", 1, ""));
    }

    private static boolean bears(Page page, Collection<String> names) {
        String letters = lettersOnly(page.flow());
        return names.stream()
                .map(name -> lettersOnly(Folded.of(name)).strip())
                .anyMatch(name -> letters.contains(" " + name + " "));
    }

    private static String lettersOnly(String folded) {
        return " " + NO_LETTERS.matcher(folded).replaceAll(" ") + " ";
    }
}
