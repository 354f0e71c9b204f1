package fr.acquis.award;

/** What the candidate wants after a result that leaves blocs to obtain. Names are the model's. */
public enum NextStep {
    /** A complementary plan, then the jury again on the missing blocs. */
    CONTINUE,
    /** Stops here and keeps the blocs obtained. */
    STOP
}
