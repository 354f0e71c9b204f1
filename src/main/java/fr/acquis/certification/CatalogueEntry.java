package fr.acquis.certification;

/** A certification with what a candidate asks first: is VAE open today, and if not why. */
public record CatalogueEntry(Certification certification, Openness openness) {}
