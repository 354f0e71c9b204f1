package fr.acquis.notification;

/**
 * The letters that exist. A letter keeps its template's key and version, so that a later wording never rewrites what was
 * sent; whoever changes a template's text raises its version.
 */
public enum LetterTemplate {
    RECEIPT("receipt", 1),
    COMPLETION_REQUEST("completion-request", 1),
    ADMISSIBLE("admissible", 1),
    NOT_ADMISSIBLE("not-admissible", 1),
    TACIT_DECISION("tacit-decision", 1),
    ABANDONMENT("abandonment", 1),
    CLOSING("closing", 1);

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
