package fr.acquis.evidence.passages;

import fr.acquis.evidence.Passages.Run;
import fr.acquis.evidence.passages.FrenchWords.Word;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The few lines of a page that hold most of what was looked for, in one line, cut between words. */
public final class Excerpts {

    private static final int LENGTH = 200;

    private Excerpts() {}

    public static List<Run> of(String page, SoughtTerms terms) {
        List<Word> found = FrenchWords.in(page).stream()
                .filter(word -> terms.has(word.stem()))
                .toList();
        if (found.isEmpty()) {
            return List.of();
        }
        int first = densest(found, terms);
        int from = begin(page, found.get(first).from());
        int to = end(page, Math.min(page.length(), from + LENGTH));
        return runs(page, from, to, found);
    }

    /** Where the stretch begins whose different words weigh most. */
    private static int densest(List<Word> found, SoughtTerms terms) {
        int best = 0;
        float most = -1;
        for (int at = 0; at < found.size(); at++) {
            Set<String> seen = new HashSet<>();
            float weight = 0;
            for (int next = at;
                    next < found.size() && found.get(next).to() - found.get(at).from() <= LENGTH;
                    next++) {
                if (seen.add(found.get(next).stem())) {
                    weight += terms.weight(found.get(next).stem());
                }
            }
            if (weight > most) {
                most = weight;
                best = at;
            }
        }
        return best;
    }

    private static int begin(String page, int from) {
        int begin = Math.max(0, from - LENGTH / 4);
        while (begin > 0 && begin < from && !Character.isWhitespace(page.charAt(begin - 1))) {
            begin++;
        }
        return begin;
    }

    private static int end(String page, int to) {
        int end = to;
        while (end < page.length() && !Character.isWhitespace(page.charAt(end))) {
            end++;
        }
        return end;
    }

    private static List<Run> runs(String page, int from, int to, List<Word> found) {
        List<Run> runs = new ArrayList<>();
        int at = from;
        for (Word word : found) {
            if (word.from() >= at && word.to() <= to) {
                add(runs, page.substring(at, word.from()), false);
                add(runs, page.substring(word.from(), word.to()), true);
                at = word.to();
            }
        }
        add(runs, page.substring(at, to), false);
        return List.copyOf(runs);
    }

    private static void add(List<Run> runs, String text, boolean sought) {
        String line = text.replaceAll("\\s+", " ");
        if (!line.isEmpty()) {
            runs.add(new Run(line, sought));
        }
    }
}
