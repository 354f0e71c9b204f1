package fr.acquis.journey;

import fr.acquis.shared.BusinessRefusal;

/** A verb the case cannot take, and the fact that stands in its way. */
public class IllegalTransition extends BusinessRefusal {

    private static final long serialVersionUID = 1L;

    /** @param fact a message key under {@code journey.fact}, for instance {@code already-submitted} */
    public IllegalTransition(String verb, String fact) {
        super(Kind.CONFLICT, "journey.refused." + fact, verb);
    }
}
