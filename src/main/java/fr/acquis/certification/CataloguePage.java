package fr.acquis.certification;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of the catalogue, by title.
 *
 * @param next what to ask the next page {@code after}; null on the last
 */
public record CataloguePage(
        List<CatalogueEntry> entries, @Nullable CertificationId next) {}
