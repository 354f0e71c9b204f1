package fr.acquis.identity;

/** Whose calendar a presented secret opens. */
public sealed interface CalendarReader {

    /** @param person with the roles held now */
    record Known(SignedIn person) implements CalendarReader {}

    /** Never was, withdrawn, replaced, or its person's account is closed: not told apart. */
    record Unknown() implements CalendarReader {}

    /** Read too often lately, or too many unknown ones came from that origin. */
    record TooMany() implements CalendarReader {}
}
