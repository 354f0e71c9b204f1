package fr.acquis.certification.register;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A heading and lines with {@code ;} between the columns, as the open data of the State come: quotes, doubled quotes, cells
 * over several lines, BOM. Read one line at a time, never whole.
 */
public final class SemicolonFile {

    /** A quote that is never closed would swallow the rest of the file. */
    static final int LONGEST_CELL = 1_000_000;

    private static final int MOST_CELLS = 500;
    private static final int NOTHING = -2;

    private final Reader text;
    private final Map<String, Integer> heading = new HashMap<>();
    private long endsOfLine;
    private int pushedBack = NOTHING;
    private boolean ended;

    private SemicolonFile(Reader text) {
        this.text = text;
    }

    /**
     * @throws MissingColumn when a column asked for is not in the heading
     * @throws UnreadableLine when the heading is not one
     */
    public static SemicolonFile open(Reader text, String... columns) throws IOException {
        SemicolonFile file = new SemicolonFile(text instanceof BufferedReader ? text : new BufferedReader(text));
        List<String> first = file.cells();
        for (int n = 0; n < first.size(); n++) {
            String name = first.get(n).strip();
            file.heading.put(n == 0 && name.startsWith("\uFEFF") ? name.substring(1) : name, n);
        }
        for (String column : columns) {
            if (!file.heading.containsKey(column)) {
                throw new MissingColumn(column);
            }
        }
        return file;
    }

    /** The next line that is not empty. */
    public Optional<Line> next() throws IOException {
        while (!ended) {
            long number = endsOfLine + 1;
            List<String> cells = cells();
            if (cells.size() > 1 || !cells.getFirst().isBlank()) {
                return Optional.of(new Line(number, cells));
            }
        }
        return Optional.empty();
    }

    private List<String> cells() throws IOException {
        List<String> cells = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        while (true) {
            int sign = sign();
            switch (sign) {
                case '"' -> quoted(cell);
                case ';' -> keep(cells, cell);
                case '\r' -> {}
                case '\n', -1 -> {
                    keep(cells, cell);
                    ended = sign == -1;
                    return cells;
                }
                default -> cell.append((char) sign);
            }
            if (cell.length() > LONGEST_CELL) {
                throw new UnreadableLine(endsOfLine + 1);
            }
        }
    }

    private void quoted(StringBuilder cell) throws IOException {
        long begun = endsOfLine + 1;
        while (true) {
            int sign = sign();
            if (sign == -1 || cell.length() > LONGEST_CELL) {
                throw new UnreadableLine(begun);
            }
            if (sign != '"') {
                cell.append((char) sign);
                continue;
            }
            int after = sign();
            if (after != '"') {
                pushedBack = after;
                endsOfLine -= after == '\n' ? 1 : 0;
                return;
            }
            cell.append('"');
        }
    }

    private int sign() throws IOException {
        int sign = pushedBack == NOTHING ? text.read() : pushedBack;
        pushedBack = NOTHING;
        endsOfLine += sign == '\n' ? 1 : 0;
        return sign;
    }

    private void keep(List<String> cells, StringBuilder cell) {
        if (cells.size() >= MOST_CELLS) {
            throw new UnreadableLine(endsOfLine + 1);
        }
        cells.add(cell.toString());
        cell.setLength(0);
    }

    public final class Line {

        private final long number;
        private final List<String> cells;

        private Line(long number, List<String> cells) {
            this.number = number;
            this.cells = cells;
        }

        /** Where it begins, counted from 1, the heading included. */
        public long number() {
            return number;
        }

        /** Empty when the line ends before. */
        public String get(String column) {
            int place = heading.get(column);
            return place < cells.size() ? cells.get(place).strip() : "";
        }
    }

    /** The heading lacks a column. */
    public static final class MissingColumn extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final String column;

        MissingColumn(String column) {
            super("the file has no column " + column);
            this.column = column;
        }

        public String column() {
            return column;
        }
    }

    /** From this line on nothing can be told apart: a quote is never closed, or this is no such file. */
    public static final class UnreadableLine extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final long line;

        UnreadableLine(long line) {
            super("line " + line + " cannot be read");
            this.line = line;
        }

        public long line() {
            return line;
        }
    }
}
