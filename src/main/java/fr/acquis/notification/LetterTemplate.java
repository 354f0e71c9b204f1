package fr.acquis.notification;

/**
 * The letters that exist. A letter keeps its template's key and version, so that a later wording never rewrites what was
 * sent; whoever changes a template's text raises its version.
 */
public enum LetterTemplate {
    RECEIPT("receipt", 2),
    COMPLETION_REQUEST("completion-request", 2),
    ADMISSIBLE("admissible", 2),
    NOT_ADMISSIBLE("not-admissible", 2),
    TACIT_DECISION("tacit-decision", 2),
    EMPLOYER_ATTESTATION("employer-attestation", 1),
    /** The candidate's own letter to the employer: written with them, kept by nobody here. */
    LEAVE_REQUEST("leave-request", 1),
    ABANDONMENT("abandonment", 2),
    LIVRET2_RECEIPT("livret2-receipt", 4),
    CLOSING("closing", 3),
    STOPPED("stopped", 2),
    APPEAL_DECISION("appeal-decision", 2),
    SUMMONS("summons", 2),
    JURY_RESULT("jury-result", 2);

    private final String key;
    private final int version;

    LetterTemplate(String key, int version) {
        this.key = key;
        this.version = version;
    }

    public String key() {
        return key;
    }

    public int version() {
        return version;
    }
}
