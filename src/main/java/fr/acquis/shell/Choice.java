package fr.acquis.shell;

import org.jspecify.annotations.Nullable;

/** One answer of a list or of a group of radio buttons or boxes. */
public record Choice(String value, String label, @Nullable String hint) {

    public static Choice of(String value, String label) {
        return new Choice(value, label, null);
    }
}
