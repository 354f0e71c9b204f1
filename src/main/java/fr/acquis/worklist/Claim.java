package fr.acquis.worklist;

/** What became of the wish to take a task: one winner, and the others learn who. */
public sealed interface Claim {

    record Taken() implements Claim {}

    /** @param holder the winner's name */
    record HeldBy(String holder) implements Claim {}

    /** It was answered or cancelled meanwhile. */
    record NoLongerOpen() implements Claim {}
}
