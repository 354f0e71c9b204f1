package fr.acquis.evidence.meaning;

import fr.acquis.evidence.Classification;
import fr.acquis.evidence.EvidenceKind;
import fr.acquis.evidence.FactKind;
import fr.acquis.evidence.Span;
import fr.acquis.evidence.WorkedHours;
import fr.acquis.evidence.corpus.Specimen;
import fr.acquis.evidence.corpus.Truth;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** How often the machine was right about specimens, with the table of what it took for what. */
final class Scores {

    private final Map<EvidenceKind, Map<EvidenceKind, Integer>> taken = new EnumMap<>(EvidenceKind.class);
    private final Map<String, int[]> counts = new LinkedHashMap<>();
    private final List<String> mistakes = new ArrayList<>();

    void add(Specimen specimen, Classification found, List<Proposal> proposals) {
        taken.computeIfAbsent(specimen.kind(), kind -> new EnumMap<>(EvidenceKind.class))
                .merge(found.kind(), 1, Integer::sum);
        count("kind", specimen, found.kind() == specimen.kind(), "%s for %s".formatted(found.kind(), specimen.kind()));
        for (int n = 0; n < specimen.truth().size(); n++) {
            compare(specimen, n + 1, specimen.truth().get(n), proposals);
        }
    }

    private void compare(Specimen specimen, int line, Truth truth, List<Proposal> proposals) {
        if (truth.hasPeriod()) {
            String period = value(proposals, line, FactKind.PERIOD);
            count(
                    "period",
                    specimen,
                    new Span(truth.start(), truth.end()).text().equals(period),
                    period);
        }
        if (truth.employer() != null) {
            String employer = value(proposals, line, FactKind.EMPLOYER);
            count("employer", specimen, similar(truth.employer(), employer), employer);
        }
        if (truth.siret() != null) {
            String siret = value(proposals, line, FactKind.SIRET);
            count("siret", specimen, Objects.equals(truth.siret(), siret), siret);
        }
        if (truth.role() != null) {
            String role = value(proposals, line, FactKind.ROLE);
            count("role", specimen, similar(truth.role(), role), role);
        }
        if (truth.hours() != null) {
            String hours = value(proposals, line, FactKind.HOURS);
            boolean right = hours != null
                    && WorkedHours.of(hours)
                            .filter(found -> found.amount().compareTo(truth.hours()) == 0)
                            .isPresent();
            count("hours", specimen, right, hours);
        }
    }

    private static String value(List<Proposal> proposals, int line, FactKind kind) {
        return proposals.stream()
                .filter(one -> one.line() == line && one.kind() == kind)
                .map(Proposal::value)
                .findFirst()
                .orElse(null);
    }

    /** Capitals, accents and a legal form behind the name make no difference to a reader. */
    private static boolean similar(String truth, String found) {
        return found != null && plain(found).startsWith(plain(truth)) && found.length() <= truth.length() + 8;
    }

    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .replaceAll("[^A-Za-z]", "")
                .toLowerCase(Locale.ROOT);
    }

    private void count(String what, Specimen specimen, boolean right, String found) {
        int[] count = counts.computeIfAbsent(what, name -> new int[2]);
        count[1]++;
        if (right) {
            count[0]++;
        } else {
            mistakes.add("%s of %s (%s): %s".formatted(what, specimen.layout(), specimen.form(), found));
        }
    }

    double percent(String what) {
        int[] count = counts.get(what);
        return 100.0 * count[0] / count[1];
    }

    void print(String title) {
        Set<EvidenceKind> columns = EnumSet.noneOf(EvidenceKind.class);
        taken.values().forEach(row -> columns.addAll(row.keySet()));
        List<EvidenceKind> named = List.copyOf(columns);
        System.out.printf("%n%s%n%-27s", title, "taken for →");
        for (int n = 0; n < named.size(); n++) {
            System.out.printf("%4s", (char) ('A' + n));
        }
        System.out.println();
        taken.forEach((truth, row) -> {
            int at = named.indexOf(truth);
            System.out.printf("%s %-25s", at < 0 ? "-" : (char) ('A' + at), truth);
            named.forEach(kind -> System.out.printf("%4s", row.getOrDefault(kind, 0) == 0 ? "·" : row.get(kind)));
            System.out.println();
        });
        counts.forEach((what, count) ->
                System.out.printf("%-9s %d of %d right (%.1f %%)%n", what, count[0], count[1], percent(what)));
        mistakes.forEach(mistake -> System.out.println("  " + mistake));
    }
}
