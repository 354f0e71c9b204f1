package fr.acquis.certification;

/**
 * A line of a file that says nothing usable.
 *
 * @param line where it begins, counted from 1, the heading included
 * @param number what stands for the fiche's number there, usable or not
 */
public record RefusedLine(String file, long line, String number, Reason reason) {

    public enum Reason {
        NUMBER,
        TITLE,
        TITLE_LONG,
        DATE,
        DATES_ORDER,
        TWICE,
        CODE
    }
}
