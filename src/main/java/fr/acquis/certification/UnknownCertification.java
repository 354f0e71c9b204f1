package fr.acquis.certification;

/** No certification has this id: stale link, or a guess. */
public class UnknownCertification extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public UnknownCertification(CertificationId id) {
        super("no certification " + id);
    }
}
