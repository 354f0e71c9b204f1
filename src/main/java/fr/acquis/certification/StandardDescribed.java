package fr.acquis.certification;

/** The standard of a certification is written once: journeys stand on it. A new standard is a new certification. */
public class StandardDescribed extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public StandardDescribed(CertificationId id) {
        super("the standard of certification %s is described already".formatted(id));
    }
}
