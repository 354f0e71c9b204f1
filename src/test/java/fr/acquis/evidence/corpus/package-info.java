/**
 * Specimens of the documents a candidate sends, made from layouts under {@code src/test/resources/corpus}, with the truth
 * beside. Everybody in them is invented, every sheet says SPÉCIMEN. Layouts under {@code heldout} were written before the
 * rules that read them; what they tell is written in docs/evidence.md.
 */
package fr.acquis.evidence.corpus;
