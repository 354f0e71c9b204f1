package fr.acquis.certification;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A heading and lines with {@code ;} between the columns, as the open data of the State come: quotes, doubled quotes, BOM. */
final class SemicolonFile {

    private final Map<String, Integer> heading = new HashMap<>();
    private final List<Line> lines = new ArrayList<>();

    private SemicolonFile() {}

    /** @throws IllegalArgumentException when a column asked for is not in the heading */
    static SemicolonFile read(String text, String... columns) {
        SemicolonFile file = new SemicolonFile();
        List<List<String>> rows = rows(text.startsWith("\uFEFF") ? text.substring(1) : text);
        List<String> first = rows.isEmpty() ? List.of() : rows.getFirst();
        for (int n = 0; n < first.size(); n++) {
            file.heading.put(first.get(n).strip(), n);
        }
        for (String column : columns) {
            if (!file.heading.containsKey(column)) {
                throw new IllegalArgumentException("the file has no column " + column);
            }
        }
        for (int n = 1; n < rows.size(); n++) {
            if (rows.get(n).size() > 1 || !rows.get(n).getFirst().isBlank()) {
                file.lines.add(file.new Line(n + 1, rows.get(n)));
            }
        }
        return file;
    }

    List<Line> lines() {
        return lines;
    }

    private static List<List<String>> rows(String text) {
        List<List<String>> rows = new ArrayList<>();
        List<String> row = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (int n = 0; n < text.length(); n++) {
            char sign = text.charAt(n);
            if (quoted) {
                if (sign != '"') {
                    cell.append(sign);
                } else if (n + 1 < text.length() && text.charAt(n + 1) == '"') {
                    cell.append('"');
                    n++;
                } else {
                    quoted = false;
                }
                continue;
            }
            switch (sign) {
                case '"' -> quoted = true;
                case ';' -> row.add(taken(cell));
                case '\r' -> {}
                case '\n' -> {
                    row.add(taken(cell));
                    rows.add(row);
                    row = new ArrayList<>();
                }
                default -> cell.append(sign);
            }
        }
        if (!cell.isEmpty() || !row.isEmpty()) {
            row.add(taken(cell));
            rows.add(row);
        }
        return rows;
    }

    private static String taken(StringBuilder cell) {
        String text = cell.toString();
        cell.setLength(0);
        return text;
    }

    final class Line {

        private final int number;
        private final List<String> cells;

        private Line(int number, List<String> cells) {
            this.number = number;
            this.cells = cells;
        }

        /** Counted from 1, the heading included. */
        int number() {
            return number;
        }

        /** Empty when the line ends before. */
        String get(String column) {
            int place = heading.get(column);
            return place < cells.size() ? cells.get(place).strip() : "";
        }
    }
}
