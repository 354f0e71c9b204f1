/**
 * An index over the texts of pieces, by case and page, on this instance's disk. It holds stems and no text, and nothing that
 * cannot be made again from the database: what it lacks is added when somebody looks, what was withdrawn is taken out.
 */
package fr.acquis.evidence.passages;
