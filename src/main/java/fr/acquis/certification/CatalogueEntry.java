package fr.acquis.certification;

/**
 * A certification with what a candidate asks first: is VAE open today, and if not why.
 *
 * @param blocks how many blocs its standard has; 0 where only the register's line is here
 */
public record CatalogueEntry(Certification certification, Openness openness, int blocks) {}
