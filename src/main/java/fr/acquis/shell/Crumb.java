package fr.acquis.shell;

import org.jspecify.annotations.Nullable;

/**
 * One place of the way down to the current page; a page inside a case puts a list of them in its model as {@code crumbs}.
 *
 * @param href null for the page itself
 */
public record Crumb(String label, @Nullable String href) {

    public static Crumb here(String label) {
        return new Crumb(label, null);
    }
}
