package fr.acquis.livret2;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** What changed from one text to another, word by word. */
public final class WordDiff {

    private static final Pattern WORD = Pattern.compile("\\S+\\s*|\\s+");

    /** Pairs of words compared; two longer texts that share little are said to be replaced. */
    private static final int MOST = 4_000_000;

    private WordDiff() {}

    public enum Fate {
        KEPT,
        ADDED,
        REMOVED
    }

    public record Run(Fate fate, String text) {}

    public static List<Run> between(String before, String after) {
        List<String> old = words(before);
        List<String> now = words(after);
        int head = 0;
        while (head < old.size() && head < now.size() && same(old.get(head), now.get(head))) {
            head++;
        }
        int tail = 0;
        while (tail < old.size() - head
                && tail < now.size() - head
                && same(old.get(old.size() - 1 - tail), now.get(now.size() - 1 - tail))) {
            tail++;
        }
        Runs runs = new Runs();
        runs.add(Fate.KEPT, now.subList(0, head));
        middle(old.subList(head, old.size() - tail), now.subList(head, now.size() - tail), runs);
        runs.add(Fate.KEPT, now.subList(now.size() - tail, now.size()));
        return runs.made();
    }

    private static void middle(List<String> old, List<String> now, Runs runs) {
        if ((long) old.size() * now.size() > MOST) {
            runs.add(Fate.REMOVED, old);
            runs.add(Fate.ADDED, now);
            return;
        }
        int[][] common = common(old, now);
        int at = 0;
        int to = 0;
        while (at < old.size() || to < now.size()) {
            if (at < old.size() && to < now.size() && same(old.get(at), now.get(to))) {
                runs.add(Fate.KEPT, List.of(now.get(to++)));
                at++;
            } else if (at < old.size() && (to == now.size() || common[at + 1][to] >= common[at][to + 1])) {
                runs.add(Fate.REMOVED, List.of(old.get(at++)));
            } else {
                runs.add(Fate.ADDED, List.of(now.get(to++)));
            }
        }
    }

    /** Length of the longest common run of words from each pair of places on. */
    private static int[][] common(List<String> old, List<String> now) {
        int[][] common = new int[old.size() + 1][now.size() + 1];
        for (int at = old.size() - 1; at >= 0; at--) {
            for (int to = now.size() - 1; to >= 0; to--) {
                common[at][to] = same(old.get(at), now.get(to))
                        ? common[at + 1][to + 1] + 1
                        : Math.max(common[at + 1][to], common[at][to + 1]);
            }
        }
        return common;
    }

    private static boolean same(String one, String other) {
        return one.strip().equals(other.strip());
    }

    private static List<String> words(String text) {
        return WORD.matcher(text).results().map(MatchResult::group).toList();
    }

    /** Joins neighbours of one fate. */
    private static final class Runs {

        private final List<Run> runs = new ArrayList<>();

        void add(Fate fate, List<String> words) {
            if (words.isEmpty()) {
                return;
            }
            String text = String.join("", words);
            if (!runs.isEmpty() && runs.getLast().fate() == fate) {
                runs.set(runs.size() - 1, new Run(fate, runs.getLast().text() + text));
            } else {
                runs.add(new Run(fate, text));
            }
        }

        List<Run> made() {
            return List.copyOf(runs);
        }
    }
}
