package fr.acquis.admissibility;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The pages of livret 1, in the order they are filled. */
public enum Section {
    REQUEST,
    PREREQUISITES,
    IDENTITY,
    CONTACT,
    SITUATION,
    EXPERIENCES,
    ACTIVITIES,
    PIECES,
    DISPENSATIONS,
    STATEMENT;

    /** As it stands in the address. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The part of the form that holds its answers: two pages ask for the request. */
    public String part() {
        return this == PREREQUISITES ? REQUEST.slug() : slug();
    }

    public static Optional<Section> of(String slug) {
        return Arrays.stream(values())
                .filter(section -> section.slug().equals(slug))
                .findFirst();
    }

    public Optional<Section> next() {
        return ordinal() + 1 < values().length ? Optional.of(values()[ordinal() + 1]) : Optional.empty();
    }

    public Optional<Section> before() {
        return ordinal() > 0 ? Optional.of(values()[ordinal() - 1]) : Optional.empty();
    }
}
