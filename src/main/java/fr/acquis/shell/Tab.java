package fr.acquis.shell;

/**
 * One page of several about the same thing.
 *
 * @param count how much waits there; 0 shows nothing
 */
public record Tab(String label, String href, boolean current, long count) {}
