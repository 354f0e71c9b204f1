package fr.acquis.admissibility;

/** What an act of decision led to: taken, or proposed where the règlement wants a second person. */
public sealed interface Ruling {

    record Taken(Decision decision) implements Ruling {}

    record Proposed(ProposedDecision proposal) implements Ruling {}
}
