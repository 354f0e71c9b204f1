package fr.acquis.shell;

/** A name and its value, as in the head of a case. */
public record Fact(String label, String value) {}
