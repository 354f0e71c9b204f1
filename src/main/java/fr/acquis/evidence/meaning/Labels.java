package fr.acquis.evidence.meaning;

import fr.acquis.evidence.meaning.DocumentText.Cell;
import fr.acquis.evidence.meaning.DocumentText.Page;
import fr.acquis.evidence.meaning.DocumentText.Row;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Values that stand behind their name: after a colon, in the next cell, or in the cell below. */
final class Labels {

    private static final Pattern PARTING = Pattern.compile("^[\\s:;.-]+");

    private final DocumentText text;

    Labels(DocumentText text) {
        this.text = text;
    }

    record Found(String value, Row row) {}

    /**
     * The first value under any of the labels, the most telling label first.
     *
     * @param labels patterns over folded text that match a label from the beginning of its cell
     */
    Optional<Found> value(List<Wording> labels) {
        for (Wording label : labels) {
            for (Page page : text.pages()) {
                if (!label.mayStand(page.flow())) {
                    continue;
                }
                for (Row row : page.lines()) {
                    Optional<Found> found = inRow(label.pattern(), row);
                    if (found.isPresent()) {
                        return found;
                    }
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<Found> inRow(Pattern label, Row row) {
        for (Cell cell : row.cells()) {
            Matcher name = label.matcher(cell.folded());
            if (!name.lookingAt()) {
                continue;
            }
            String rest = cell.text().substring(name.end());
            String value = PARTING.matcher(rest).replaceFirst("").strip();
            boolean parted = rest.isEmpty() || !Character.isLetterOrDigit(rest.charAt(0));
            if (!parted) {
                continue;
            }
            if (!value.isEmpty()
                    && (rest.stripLeading().startsWith(":") || row.cells().size() == 1 && rest.contains(":"))) {
                return Optional.of(new Found(value, row));
            }
            if (value.isEmpty()) {
                Optional<Found> beside = beside(cell).or(() -> below(cell));
                if (beside.isPresent()) {
                    return beside;
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<Found> beside(Cell cell) {
        List<Cell> cells = cell.row().cells();
        if (cell.column() + 1 >= cells.size()) {
            return Optional.empty();
        }
        Cell next = cells.get(cell.column() + 1);
        boolean title = next.text().equals(next.text().toUpperCase(Locale.FRENCH))
                && cell.text().equals(cell.text().toUpperCase(Locale.FRENCH))
                && cells.size() > 1
                && below(cell).isPresent();
        return title ? Optional.empty() : Optional.of(new Found(next.text(), cell.row()));
    }

    private static Optional<Found> below(Cell cell) {
        List<Row> rows = cell.row().page().lines();
        int next = cell.row().index() + 1;
        if (next >= rows.size() || rows.get(next).cells().size() <= cell.column()) {
            return Optional.empty();
        }
        return Optional.of(new Found(rows.get(next).cells().get(cell.column()).text(), rows.get(next)));
    }
}
