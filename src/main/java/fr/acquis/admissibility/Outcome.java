package fr.acquis.admissibility;

/** The decision on recevabilité. Names are the models'. */
public enum Outcome {
    RECEVABLE,
    NON_RECEVABLE,
    /** Silence kept until the legal date: accepted. */
    TACITE;

    public boolean admits() {
        return this != NON_RECEVABLE;
    }
}
