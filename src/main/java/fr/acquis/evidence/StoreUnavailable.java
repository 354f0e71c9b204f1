package fr.acquis.evidence;

/** The object store does not answer. Nothing was kept; the same act may succeed later. */
public class StoreUnavailable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public StoreUnavailable(String what, Throwable cause) {
        super(what, cause);
    }

    public String messageKey() {
        return "evidence.store-unavailable";
    }
}
