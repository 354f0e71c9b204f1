package fr.acquis.certification;

/** Which decisions on recevabilité a second person of the body confirms before anything is sent. */
public enum FourEyes {
    NONE,
    REFUSALS,
    EVERY_DECISION;

    public boolean asksFor(boolean refusal) {
        return this == EVERY_DECISION || this == REFUSALS && refusal;
    }
}
