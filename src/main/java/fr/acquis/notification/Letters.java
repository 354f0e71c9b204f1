package fr.acquis.notification;

import fr.acquis.shared.JourneyId;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;

/** Writes, keeps and gives back letters: PDF/A-2a for the archive, PDF/UA-1 for every reader. */
public interface Letters {

    /** Renders without keeping; touches no transaction and may take some tenths of a second. */
    RenderedLetter render(Addressing addressing, Letter letter);

    /** The same, marked as a draft on every page: what an agent sees before deciding. */
    RenderedLetter preview(Addressing addressing, Letter letter);

    /**
     * Keeps a rendered letter, in the caller's transaction: decision and letter stand or fall together.
     *
     * @return false when a letter with this id is kept already; it is left as it is
     * @throws org.springframework.transaction.IllegalTransactionStateException outside a transaction
     */
    boolean keep(LetterId id, RenderedLetter letter);

    /** Renders and keeps; nothing is rendered when the id is kept already. */
    default boolean write(LetterId id, Addressing addressing, Letter letter) {
        return find(id).isEmpty() && keep(id, render(addressing, letter));
    }

    Optional<LetterSummary> find(LetterId id);

    /** The letters of a journey, oldest first. The caller has checked that the reader may see the journey. */
    List<LetterSummary> of(JourneyId journey);

    /**
     * The PDF, as it was kept.
     *
     * @throws LetterDamaged when the content no longer has its hash
     * @throws java.util.NoSuchElementException when there is no such letter
     */
    InputStream open(LetterId id);

    /** The kept content does not have the hash it was kept with. */
    class LetterDamaged extends RuntimeException {

        private static final long serialVersionUID = 1L;

        public LetterDamaged(LetterId id) {
            super("letter " + id + " no longer has the content it was kept with");
        }
    }
}
