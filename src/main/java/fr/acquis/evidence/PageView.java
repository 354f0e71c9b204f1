package fr.acquis.evidence;

import fr.acquis.evidence.PageSheet.Word;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One page of a piece as one reader sees it.
 *
 * @param pages of the piece as far as it is known
 * @param sheet of a drawn page, null otherwise
 * @param turned by this reader, in quarters, clockwise
 * @param marked places of what the machine read there, for those who answer to it
 * @param text of the page, numbers that identify or pay a person covered; empty where there is none
 * @param drawn neighbours whose drawing is at hand
 */
public record PageView(
        Evidence piece,
        Sight sight,
        int page,
        int pages,
        Show show,
        @Nullable PageSheet sheet,
        int turned,
        List<Word> marked,
        String text,
        Set<Integer> drawn) {

    public enum Show {
        /** Being drawn. */
        WAITING,
        DRAWN,
        /** Without pages to draw: its text, cut into sheets. */
        TEXT,
        /** Could not be drawn. */
        FAILED,
        /** A picture of text that nothing could look through for numbers: only those who may open the file see it. */
        WITHHELD,
        /** Neither pages nor text: a film, a picture of another kind, an identity document. */
        NONE
    }

    /** Whether the file itself is open to this reader, and not only its pages. */
    public boolean opensFile() {
        return new PieceSights.Seen(piece, sight).opensFile();
    }

    public boolean hasBefore() {
        return page > 1;
    }

    public boolean hasAfter() {
        return page < pages;
    }
}
