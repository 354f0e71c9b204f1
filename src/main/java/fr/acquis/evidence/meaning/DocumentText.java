package fr.acquis.evidence.meaning;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The text of a document as pages of rows of cells: a form feed parts pages, a line feed rows, a tab cells. */
public final class DocumentText {

    /** Documents that prove something say so early; what follows costs time only. */
    private static final int MOST_CHARACTERS = 120_000;

    private static final int MOST_PAGES = 60;

    private static final Pattern CELLS = Pattern.compile("\\s*\\t\\s*");
    private static final Pattern SPACES = Pattern.compile("\\s+");
    private static final Pattern OUTER = Pattern.compile("^· | ·$");

    private final List<Page> pages;

    private DocumentText(List<Page> pages) {
        this.pages = List.copyOf(pages);
    }

    public static DocumentText of(String text) {
        String begun = text.length() > MOST_CHARACTERS ? text.substring(0, MOST_CHARACTERS) : text;
        List<Page> pages = new ArrayList<>();
        for (String page : begun.split("\f", -1)) {
            if (pages.size() < MOST_PAGES) {
                pages.add(new Page(pages.size() + 1, page));
            }
        }
        return new DocumentText(pages);
    }

    List<Page> pages() {
        return pages;
    }

    boolean blank() {
        return pages.stream().allMatch(page -> page.original.isBlank());
    }

    /** One page: the original, and the same folded, with lines and cells run together for what wraps. */
    static final class Page {

        private final int number;
        private final String original;
        private final String folded;
        private final String flow;
        private @Nullable List<Row> rows;

        Page(int number, String original) {
            this.number = number;
            this.original = original;
            this.folded = Folded.of(original);
            this.flow = folded.replace('\n', ' ').replace('\t', ' ');
        }

        private List<Row> rows() {
            List<Row> found = new ArrayList<>();
            int start = 0;
            for (String line : original.split("\n", -1)) {
                if (!line.isBlank()) {
                    found.add(new Row(this, found.size(), start, line, folded.substring(start, start + line.length())));
                }
                start += line.length() + 1;
            }
            return List.copyOf(found);
        }

        int number() {
            return number;
        }

        String original() {
            return original;
        }

        /** Same length as the original; rows and cells are parted by spaces. */
        String flow() {
            return flow;
        }

        List<Row> lines() {
            if (rows == null) {
                rows = rows();
            }
            return rows;
        }

        /** What stands around a place, in one line, whole words. */
        String around(int from, int to) {
            int begin = from;
            int wished = Math.max(0, from - 60);
            while (begin > wished && original.charAt(begin - 1) != '\n') {
                begin--;
            }
            int end = to;
            int most = Math.min(original.length(), to + 60);
            while (end < most && original.charAt(end) != '\n') {
                end++;
            }
            while (begin > 0 && begin < from && !Character.isWhitespace(original.charAt(begin - 1))) {
                begin++;
            }
            while (end < original.length() && end > to && !Character.isWhitespace(original.charAt(end))) {
                end--;
            }
            return oneLine(original.substring(begin, end));
        }
    }

    static String oneLine(String text) {
        String cells = text.indexOf('\t') < 0 ? text : CELLS.matcher(text).replaceAll(" · ");
        String line = SPACES.matcher(cells).replaceAll(" ").strip();
        return line.indexOf('·') < 0 ? line : OUTER.matcher(line).replaceAll("");
    }

    /** A line of a page. */
    static final class Row {

        private final Page page;
        private final int index;
        private final int start;
        private final String original;
        private final String folded;
        private @Nullable List<Cell> cells;

        Row(Page page, int index, int start, String line, String folded) {
            this.page = page;
            this.index = index;
            this.start = start;
            this.original = line;
            this.folded = folded;
        }

        private List<Cell> parted() {
            List<Cell> found = new ArrayList<>();
            int from = 0;
            for (String cell : original.split("\t", -1)) {
                String bare = cell.strip();
                if (!bare.isEmpty()) {
                    int begins = from + cell.length() - cell.stripLeading().length();
                    found.add(new Cell(this, found.size(), bare, folded.substring(begins, begins + bare.length())));
                }
                from += cell.length() + 1;
            }
            return List.copyOf(found);
        }

        Page page() {
            return page;
        }

        int index() {
            return index;
        }

        int start() {
            return start;
        }

        int end() {
            return start + original.length();
        }

        String folded() {
            return folded;
        }

        List<Cell> cells() {
            if (cells == null) {
                cells = parted();
            }
            return cells;
        }

        String snippet() {
            return oneLine(original);
        }
    }

    record Cell(Row row, int column, String text, String folded) {}
}
