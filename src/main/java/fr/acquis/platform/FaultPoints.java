package fr.acquis.platform;

/**
 * The places at which a death of the application is tried out. Nothing happens here in production; a test replaces the
 * bean by one that kills, throws or waits.
 */
@FunctionalInterface
public interface FaultPoints {

    void reached(Place place);

    /** Where. */
    enum Place {
        /** A command was appended, its transaction is about to commit. */
        BEFORE_COMMIT,
        /** The transaction is committed, the engine has not heard of it. */
        AFTER_COMMIT_BEFORE_SEND,
        /** The engine has answered, the outbox has not noted it. */
        AFTER_ENGINE_ACCEPTED,
        /** A job is noted as running, nothing of it is done. */
        AFTER_JOB_CLAIMED,
        /** A worker's slow work is done, its transaction has not begun. */
        AFTER_JOB_PREPARED,
        /** A worker's transaction is committed, the engine has not heard of it. */
        AFTER_WORKER_COMMITTED,
        /** The engine knows that the job is done. */
        AFTER_JOB_COMPLETED,
        /** A part of a file has come in, the rest is on its way. */
        DURING_UPLOAD,
        /** The object store has a part of a file, its row does not say so. */
        AFTER_PART_STORED,
        /** The object store has the file, the database does not know of it. */
        AFTER_OBJECT_STORED,
        /** The database knows the file, nobody was told. */
        AFTER_FILE_ENTERED,
        /** The mail server has taken a mail, its row does not say so. */
        AFTER_MAIL_ACCEPTED
    }
}
