package fr.acquis.certification.register;

/**
 * A line about a fiche in one of the files beside.
 *
 * @param position keeps lines apart; says nothing of their order
 */
public record Detail(String number, Kind kind, long position, String code, String label) {

    public enum Kind {
        BLOCK,
        CERTIFIER,
        JOB,
        CONVENTION,
        WAY,
        SUCCESSOR
    }
}
