package fr.acquis.evidence.meaning;

import fr.acquis.evidence.Classification;
import fr.acquis.evidence.EvidenceKind;
import fr.acquis.evidence.meaning.DocumentText.Page;
import fr.acquis.evidence.meaning.DocumentText.Row;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Adds up clues per kind; the highest sum is what the document is taken for, when it is high enough. */
public final class Classifier {

    /** Below this, nothing was found that says what it is. */
    private static final int ENOUGH = 4;

    private static final int CERTAIN = 2;
    private static final int HEAD_ROWS = 16;
    private static final int MOST_CLUES = 6;
    private static final Pattern AMOUNT = Pattern.compile("(?<!\\d)\\d{1,3}(?: \\d{3})?,\\d{2}(?!\\d)");
    private static final Pattern SHIFT =
            Pattern.compile("\\b\\d{1,2} ?[h:] ?(?:\\d{2})? ?(?:-|a) ?\\d{1,2} ?[h:] ?(?:\\d{2})?");
    private static final Pattern WEEKDAY =
            Pattern.compile("\\b(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)\\b");
    private static final Pattern MACHINE_LINE = Pattern.compile("[a-z0-9<]{4,44}<{3,}[a-z0-9<]{0,40}");
    private static final int MANY_AMOUNTS = 8;
    private static final int MANY_SHIFTS = 4;
    private static final int MANY_WEEKDAYS = 5;

    private final List<Clue> clues;

    public Classifier() {
        this(Clue.all());
    }

    Classifier(List<Clue> clues) {
        this.clues = clues;
    }

    /** What a readable text is taken for. */
    public Classification classify(DocumentText text) {
        Sums sums = new Sums();
        for (Page page : text.pages()) {
            int head = headEnd(page);
            for (Clue clue : clues) {
                if (!sums.has(clue)) {
                    weigh(clue, page, head, sums);
                }
            }
        }
        shapes(text, sums);
        return sums.classification();
    }

    /** A picture in which no text was found, or none was looked for. */
    public static Classification photograph() {
        return new Classification(EvidenceKind.PHOTO, 60, List.of(new Classification.Clue("evidence.clue.picture", 1)));
    }

    private static int headEnd(Page page) {
        List<Row> rows = page.lines();
        return rows.isEmpty()
                ? 0
                : rows.get(Math.min(HEAD_ROWS, rows.size()) - 1).end();
    }

    private static void weigh(Clue clue, Page page, int head, Sums sums) {
        if (clue.head() && page.number() > 1) {
            return;
        }
        int end = clue.head() ? head : page.flow().length();
        if (!clue.words().mayStand(page.flow(), end)) {
            return;
        }
        Matcher words = clue.words().pattern().matcher(page.flow()).region(0, end);
        if (words.find()) {
            String said = DocumentText.oneLine(page.original().substring(words.start(), words.end()));
            sums.add(clue, new Classification.Clue(said, page.number()));
        }
    }

    private static void shapes(DocumentText text, Sums sums) {
        Page first = text.pages().getFirst();
        shape(first, AMOUNT, MANY_AMOUNTS, "amounts", EvidenceKind.PAYSLIP, 2, sums);
        shape(first, SHIFT, MANY_SHIFTS, "shifts", EvidenceKind.SCHEDULE, 4, sums);
        shape(first, WEEKDAY, MANY_WEEKDAYS, "weekdays", EvidenceKind.SCHEDULE, 3, sums);
        for (Page page : text.pages()) {
            if (page.flow().indexOf('<') >= 0
                    && MACHINE_LINE.matcher(page.flow().replace(" ", "")).find()) {
                sums.add(
                        EvidenceKind.IDENTITY_DOCUMENT,
                        12,
                        new Classification.Clue("evidence.clue.machine-line", page.number()));
            }
        }
    }

    private static void shape(
            Page page, Pattern pattern, int enough, String name, EvidenceKind kind, int weight, Sums sums) {
        if (pattern.matcher(page.flow()).results().limit(enough).count() == enough) {
            sums.add(kind, weight, new Classification.Clue("evidence.clue." + name, page.number()));
        }
    }

    private static final class Sums {

        private final Map<EvidenceKind, Integer> sums = new EnumMap<>(EvidenceKind.class);
        private final List<Found> found = new ArrayList<>();
        private final Set<Clue> counted = Collections.newSetFromMap(new IdentityHashMap<>());

        boolean has(Clue clue) {
            return counted.contains(clue);
        }

        void add(Clue rule, Classification.Clue clue) {
            counted.add(rule);
            add(rule.kind(), rule.weight(), clue);
        }

        void add(EvidenceKind kind, int weight, Classification.Clue clue) {
            found.add(new Found(kind, weight, clue));
            sums.merge(kind, weight, Integer::sum);
        }

        Classification classification() {
            List<Map.Entry<EvidenceKind, Integer>> ranked = sums.entrySet().stream()
                    .sorted(Map.Entry.<EvidenceKind, Integer>comparingByValue().reversed())
                    .toList();
            if (ranked.isEmpty() || ranked.getFirst().getValue() < ENOUGH) {
                return new Classification(EvidenceKind.OTHER, 0, List.of());
            }
            int best = ranked.getFirst().getValue();
            int second = ranked.size() < 2 ? 0 : Math.max(0, ranked.get(1).getValue());
            EvidenceKind kind = ranked.getFirst().getKey();
            return new Classification(kind, 100 * best / (best + second + CERTAIN), shown(kind));
        }

        private List<Classification.Clue> shown(EvidenceKind kind) {
            return found.stream()
                    .filter(one -> one.kind() == kind && one.weight() > 0)
                    .sorted(Comparator.comparingInt(Found::weight).reversed())
                    .limit(MOST_CLUES)
                    .map(Found::clue)
                    .toList();
        }

        private record Found(EvidenceKind kind, int weight, Classification.Clue clue) {}
    }
}
