package fr.acquis.notification;

/** Where a mail stands. */
public enum MailStatus {
    /** Waiting for its first or next try. */
    QUEUED,
    /** Accepted by the mail server. */
    SENT,
    /** Refused for good, or tried for three days: someone must look. */
    FAILED
}
