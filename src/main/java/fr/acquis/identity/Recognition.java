package fr.acquis.identity;

/** What a presented token turned out to be. */
public sealed interface Recognition {

    /** @param person with the roles held now, not those of the day the token was made */
    record Known(TokenId token, SignedIn person, boolean readOnly) implements Recognition {}

    /** Never was, expired, revoked, or its person's account is closed: not told apart. */
    record Refused() implements Recognition {}

    /** Too many unknown tokens came from that address lately. */
    record TooMany() implements Recognition {}
}
