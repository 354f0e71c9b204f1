package fr.acquis.evidence;

import fr.acquis.evidence.PageSheet.Word;
import fr.acquis.evidence.StatedLine.Stated;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Where on a drawn page the words stand from which facts were read. */
final class SnippetPlaces {

    /** Shorter ones stand anywhere. */
    private static final int SHORTEST = 6;

    private SnippetPlaces() {}

    static List<Word> of(List<StatedLine> lines, int page, PageSheet sheet) {
        StringBuilder signs = new StringBuilder();
        List<Word> owners = new ArrayList<>();
        for (Word word : sheet.words()) {
            String folded = folded(word.text());
            signs.append(folded);
            folded.chars().forEach(sign -> owners.add(word));
        }
        String text = signs.toString();
        return lines.stream()
                .flatMap(line -> line.facts().stream())
                .filter(fact -> fact.page() != null && fact.page() == page && fact.snippet() != null)
                .map(Stated::snippet)
                .distinct()
                .flatMap(snippet -> words(folded(longest(snippet)), text, owners).stream())
                .toList();
    }

    private static List<Word> words(String wanted, String text, List<Word> owners) {
        int at = wanted.length() < SHORTEST ? -1 : text.indexOf(wanted);
        return at < 0 ? List.of() : rows(owners.subList(at, at + wanted.length()));
    }

    /** One frame for words that stand in a row. */
    private static List<Word> rows(List<Word> words) {
        List<Word> rows = new ArrayList<>();
        for (Word word : words) {
            Word last = rows.isEmpty() ? null : rows.getLast();
            if (last != null && sameRow(last, word)) {
                rows.set(rows.size() - 1, around(last, word));
            } else if (word.width() > 0) {
                rows.add(word);
            }
        }
        return rows;
    }

    private static boolean sameRow(Word row, Word next) {
        boolean level = Math.abs(row.y() + row.height() / 2 - next.y() - next.height() / 2) < row.height() / 2;
        return level && next.width() > 0 && next.x() - row.x() - row.width() < 2 * row.height();
    }

    private static Word around(Word row, Word next) {
        int left = Math.min(row.x(), next.x());
        int top = Math.min(row.y(), next.y());
        int right = Math.max(row.x() + row.width(), next.x() + next.width());
        int bottom = Math.max(row.y() + row.height(), next.y() + next.height());
        return new Word(row.text(), next.after(), left, top, right - left, bottom - top);
    }

    /** A snippet may be cut at its ends, and says so. */
    private static String longest(String snippet) {
        String longest = "";
        for (String part : snippet.split("…|█+")) {
            longest = part.length() > longest.length() ? part : longest;
        }
        return longest;
    }

    private static String folded(String text) {
        StringBuilder folded = new StringBuilder();
        text.toLowerCase(Locale.FRENCH)
                .chars()
                .filter(Character::isLetterOrDigit)
                .forEach(sign -> folded.append((char) sign));
        return folded.toString();
    }
}
