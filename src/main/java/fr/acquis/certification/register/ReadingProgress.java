package fr.acquis.certification.register;

/** Told how far the work is; throws when it is to stop. */
interface ReadingProgress {

    /** The work was asked to stop, or another process has called it stopped. */
    final class Stopped extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Stopped() {
            super("stopped", null, false, false);
        }
    }

    void at(long done, long lines, long fichesRead, int fichesKept);
}
