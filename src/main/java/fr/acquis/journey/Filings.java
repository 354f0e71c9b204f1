package fr.acquis.journey;

/**
 * Applications of a candidate in one calendar year, the given one included; withdrawn and refused ones are not counted.
 *
 * @param sameCertification for the certification aimed at
 * @param all for any certification
 */
public record Filings(int sameCertification, int all) {}
