package fr.acquis.evidence;

import fr.acquis.evidence.passages.Excerpts;
import fr.acquis.evidence.passages.IndexUpkeep;
import fr.acquis.evidence.passages.PassageIndex;
import fr.acquis.evidence.passages.PassageIndex.Hit;
import fr.acquis.evidence.passages.SoughtTerms;
import fr.acquis.evidence.store.EvidenceRows;
import fr.acquis.evidence.store.TextRows;
import fr.acquis.shared.JourneyId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * Where in the pieces of a case something is spoken of: found by the words they share, never a judgement of what a piece is
 * worth. Only pieces the signed-in person may see are looked into.
 */
@Service
public class Passages {

    private final EvidenceRows rows;
    private final TextRows texts;
    private final PassageIndex index;
    private final IndexUpkeep upkeep;

    Passages(EvidenceRows rows, TextRows texts, PassageIndex index, IndexUpkeep upkeep) {
        this.rows = rows;
        this.texts = texts;
        this.index = index;
        this.upkeep = upkeep;
    }

    /**
     * The pages that speak most of each wish, the nearest first, one page a piece.
     *
     * @param most pieces for each wish
     */
    public <K> Places<K> places(JourneyId journey, Map<K, Sought> wishes, int most) {
        List<Evidence> pieces = rows.visible(journey);
        int waiting = waiting(journey, pieces);
        Map<EvidenceId, Evidence> readable = readable(pieces);
        Map<K, List<Place>> found = new LinkedHashMap<>();
        wishes.forEach((wish, sought) -> found.put(
                wish,
                hits(journey, SoughtTerms.of(sought), readable.keySet(), most).stream()
                        .map(hit -> new Place(readable.get(hit.evidence()), hit.page(), List.of()))
                        .toList()));
        return new Places<>(found, waiting);
    }

    /** The same for one wish, with the words around. */
    public Places<Sought> near(JourneyId journey, Sought sought, int most) {
        List<Evidence> pieces = rows.visible(journey);
        int waiting = waiting(journey, pieces);
        Map<EvidenceId, Evidence> readable = readable(pieces);
        SoughtTerms terms = SoughtTerms.of(sought);
        List<Place> places = hits(journey, terms, readable.keySet(), most).stream()
                .map(hit -> place(readable.get(hit.evidence()), hit, terms))
                .toList();
        return new Places<>(Map.of(sought, places), waiting);
    }

    private List<Hit> hits(JourneyId journey, SoughtTerms terms, Set<EvidenceId> readable, int most) {
        return index.search(journey, terms).stream()
                .filter(hit -> readable.contains(hit.evidence()))
                .limit(most)
                .toList();
    }

    private Place place(Evidence piece, Hit hit, SoughtTerms terms) {
        String text = texts.page(piece.id(), piece.current().number(), hit.page());
        return new Place(piece, hit.page(), Excerpts.of(text, terms));
    }

    private static Map<EvidenceId, Evidence> readable(List<Evidence> pieces) {
        return pieces.stream()
                .filter(IndexUpkeep::readable)
                .collect(Collectors.toMap(Evidence::id, Function.identity()));
    }

    /** What is not in the index yet goes in now: to be asked before anything is looked for. */
    private int waiting(JourneyId journey, List<Evidence> pieces) {
        long underWay = pieces.stream().filter(Evidence::underWay).count();
        return (int) underWay + upkeep.behind(journey, pieces);
    }

    /**
     * What is looked for.
     *
     * @param words that matter most
     * @param more words that help to tell near from far
     */
    public record Sought(String words, String more) {}

    /** @param waiting pieces whose text is not at hand yet */
    public record Places<K>(Map<K, List<Place>> found, int waiting) {}

    /**
     * @param page from 1; 0 where the document has no pages
     * @param excerpt the words around, in order; empty when they were not asked for
     */
    public record Place(Evidence piece, int page, List<Run> excerpt) {

        /** The page as a link between a skill and a piece names it. */
        public @Nullable String pages() {
            return page == 0 || piece.current().reading().pages() == null ? null : Integer.toString(page);
        }
    }

    /** @param sought whether these words are why the passage was found */
    public record Run(String text, boolean sought) {}
}
