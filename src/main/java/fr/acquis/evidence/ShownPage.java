package fr.acquis.evidence;

import java.io.InputStream;

/** A page as those see it who may not read every number on it. */
public sealed interface ShownPage {

    /** Nothing on it is to be covered: it may be taken from the file itself. */
    record AsItIs() implements ShownPage {}

    /**
     * Its drawing, on which numbers are black and of which nothing is hidden.
     *
     * @param picture a JPEG, closed by whoever asked for the page
     * @param covered whether a number is black on it; else it is drawn because it holds what does not show
     */
    record Drawn(PageSheet sheet, InputStream picture, boolean covered) implements ShownPage {}

    /** Nothing could look through it, or a number read on it could not be found on its drawing. */
    record Withheld() implements ShownPage {}
}
