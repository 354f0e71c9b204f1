package fr.acquis.certification;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of the catalogue, by title.
 *
 * @param previous what to ask the page {@code before}; null on the first
 * @param next what to ask the next page {@code after}; null on the last
 */
public record CataloguePage(
        List<CatalogueEntry> entries,
        @Nullable CertificationId previous,
        @Nullable CertificationId next) {

    /** @param more whether there are others beyond, in the direction of the search */
    static CataloguePage of(CatalogueSearch search, List<CatalogueEntry> entries, boolean more) {
        if (entries.isEmpty()) {
            return new CataloguePage(entries, null, null);
        }
        CertificationId first = entries.getFirst().certification().id();
        CertificationId last = entries.getLast().certification().id();
        return search.backwards()
                ? new CataloguePage(entries, more ? first : null, last)
                : new CataloguePage(entries, search.after() != null ? first : null, more ? last : null);
    }
}
