package fr.acquis.shell;

import java.util.Optional;

/** Long work of the whole installation that every page shows while it goes on. Without such a bean no page shows any. */
public interface WorkUnderWay {

    /** How far it is; empty when there is none. */
    Optional<Progress> now();

    /**
     * @param messageKey what is being done
     * @param href answers the same again, for a page that stands open
     */
    record Progress(String messageKey, int done, int total, String href) {}
}
