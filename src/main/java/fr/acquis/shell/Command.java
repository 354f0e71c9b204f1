package fr.acquis.shell;

/** A line of the command palette: words and where they lead. */
public record Command(String label, String href) {}
