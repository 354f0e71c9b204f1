package fr.acquis.notification;

/**
 * What a certifying body adds to a letter: plain text, a blank line between paragraphs. The facts, the rules and the ways
 * of appeal between them are the product's and cannot be left out.
 *
 * @param opening after the salutation; empty for none
 * @param closing before the signature; empty for none
 */
public record LetterWording(String opening, String closing) {}
