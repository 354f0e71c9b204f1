package fr.acquis.evidence;

import fr.acquis.evidence.ShownPage.AsItIs;
import fr.acquis.evidence.ShownPage.Drawn;
import fr.acquis.evidence.ShownPage.Withheld;
import fr.acquis.evidence.store.EvidenceRows;
import fr.acquis.evidence.store.ObjectStore;
import fr.acquis.evidence.store.PageMarkRows;
import fr.acquis.evidence.store.PageRows;
import fr.acquis.evidence.store.PageRows.Place;
import fr.acquis.evidence.store.PageRows.State;
import fr.acquis.evidence.work.PageSignal;
import fr.acquis.evidence.work.SettledPages;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;

/**
 * Decides by what reading and drawing have kept. Both readings of a page count: what either found is covered, and a page on
 * which one found a number that the drawing does not cover is shown to nobody.
 */
@Component
class PageCovering implements CoveredPages {

    /** A page waits its turn behind those people look at, and may cost its process three times. */
    private static final Duration PATIENCE = Duration.ofMinutes(8);

    /** How long another instance may have drawn it before this one looks again. */
    private static final Duration GLANCE = Duration.ofSeconds(1);

    private final PageMarkRows marks;
    private final PageRows pages;
    private final EvidenceRows pieces;
    private final ObjectStore store;
    private final PageSignal signal;
    private final SettledPages settled;

    PageCovering(
            PageMarkRows marks,
            PageRows pages,
            EvidenceRows pieces,
            ObjectStore store,
            PageSignal signal,
            SettledPages settled) {
        this.marks = marks;
        this.pages = pages;
        this.pieces = pieces;
        this.store = store;
        this.signal = signal;
        this.settled = settled;
    }

    @Override
    public Covering of(Collection<Evidence> some) {
        List<Evidence> drawable = some.stream().filter(PageCovering::drawable).toList();
        Known known = new Known(
                drawable.stream().collect(Collectors.toMap(Evidence::id, Function.identity())),
                marks.of(drawable),
                marks.coveredOnes(drawable));
        drawable.forEach(piece -> ask(piece, known));
        return known;
    }

    private static boolean drawable(Evidence piece) {
        return piece.opens()
                && !piece.kind().identityDocument()
                && switch (piece.current().type()) {
                    case PDF, JPEG, PNG -> true;
                    case HEIC, DOCX, ODT, XLSX, ODS, MP4 -> false;
                };
    }

    private void ask(Evidence piece, Known known) {
        Integer counted = piece.current().type() == FileType.PDF
                ? piece.current().reading().pages()
                : Integer.valueOf(1);
        if (counted == null) {
            return;
        }
        List<Integer> wanted = IntStream.rangeClosed(1, counted)
                .filter(page -> known.needsDrawing(piece, page))
                .boxed()
                .toList();
        if (!wanted.isEmpty()) {
            pages.ask(piece.id(), piece.current().number(), wanted);
            signal.wake();
        }
    }

    private final class Known implements Covering {

        private final Map<EvidenceId, Evidence> byId;
        private final Map<EvidenceId, String> marked;
        private final Map<EvidenceId, Set<Integer>> covered;

        Known(Map<EvidenceId, Evidence> byId, Map<EvidenceId, String> marked, Map<EvidenceId, Set<Integer>> covered) {
            this.byId = byId;
            this.marked = marked;
            this.covered = covered;
        }

        private PageMark mark(Evidence piece, int page) {
            String letters = marked.getOrDefault(piece.id(), "");
            if (page <= letters.length()) {
                return PageMark.of(letters.charAt(page - 1));
            }
            // Nobody looked: a picture shows what it is, a document may hide something.
            return piece.current().type() == FileType.PDF ? PageMark.HIDES : PageMark.PICTURE;
        }

        boolean needsDrawing(Evidence piece, int page) {
            return mark(piece, page) != PageMark.CLEAN
                    || covered.getOrDefault(piece.id(), Set.of()).contains(page);
        }

        @Override
        public ShownPage page(EvidenceId id, int page) {
            Evidence piece = known(id);
            if (!needsDrawing(piece, page)) {
                return new AsItIs();
            }
            return shown(piece, page, mark(piece, page));
        }

        @Override
        public ShownPage drawn(EvidenceId id, int page) {
            Evidence piece = known(id);
            PageMark mark = mark(piece, page);
            return shown(piece, page, mark == PageMark.NUMBERS ? mark : PageMark.HIDES);
        }

        private Evidence known(EvidenceId id) {
            return Optional.ofNullable(byId.get(id)).orElseThrow(() -> new UnknownEvidence(id));
        }
    }

    private ShownPage shown(Evidence piece, int page, PageMark mark) {
        Place place = new Place(piece.id(), piece.current().number(), page);
        long until = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            long soFar = settled.soFar();
            Optional<PageRows.Drawn> drawn = pages.find(place.evidence(), place.number(), page);
            if (drawn.filter(row -> row.state() == State.FAILED).isPresent()) {
                return new Withheld();
            }
            if (drawn.filter(row -> row.state() == State.DRAWN).isPresent()) {
                Optional<ShownPage> shown = shown(place, drawn.get(), mark);
                if (shown.isPresent()) {
                    return shown.get();
                }
            }
            want(piece, page, drawn.isPresent());
            if (System.nanoTime() > until) {
                throw new StoreUnavailable("draw a page in time", new IOException("no drawer answered"));
            }
            listen(soFar);
        }
    }

    /** Empty when it has to be drawn again: it does not tell what is covered, or the store lost it. */
    private Optional<ShownPage> shown(Place place, PageRows.Drawn drawn, PageMark mark) {
        PageSheet sheet = drawn.sheet();
        if (drawn.covered() == null) {
            again(place);
            return Optional.empty();
        }
        boolean covers = drawn.covered();
        if (!sheet.checked() || mark == PageMark.NUMBERS && !covers) {
            return Optional.of(new Withheld());
        }
        if (!covers && mark != PageMark.HIDES) {
            return Optional.of(new AsItIs());
        }
        Optional<InputStream> picture = store.open(place.drawing());
        if (picture.isEmpty()) {
            again(place);
        }
        return picture.map(content -> new Drawn(sheet, content, covers));
    }

    private void again(Place place) {
        pages.drawAgain(place);
        signal.wake();
    }

    private void want(Evidence piece, int page, boolean asked) {
        if (!asked) {
            if (pieces.any(piece.id()).filter(Evidence::opens).isEmpty()) {
                throw new UnknownEvidence(piece.id());
            }
            pages.ask(piece.id(), piece.current().number(), List.of(page));
            signal.wake();
        }
    }

    private void listen(long soFar) {
        try {
            settled.await(soFar, GLANCE);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new StoreUnavailable("wait for a page", new IOException(stop));
        }
    }
}
