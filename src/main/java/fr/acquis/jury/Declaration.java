package fr.acquis.jury;

/** What a juror declared about a candidate. */
public enum Declaration {
    NONE_YET,
    NO_LINK,
    LINKED
}
