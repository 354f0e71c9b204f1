package fr.acquis.devservices;

/** The services cannot start, and the message says why and what to do in one line. */
public class Refused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public Refused(String message) {
        super(message);
    }
}
