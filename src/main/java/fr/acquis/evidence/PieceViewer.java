package fr.acquis.evidence;

import fr.acquis.evidence.PageView.Show;
import fr.acquis.evidence.PieceSights.Seen;
import fr.acquis.evidence.store.FactRows;
import fr.acquis.evidence.store.Findings;
import fr.acquis.evidence.store.ObjectStore;
import fr.acquis.evidence.store.PageRows;
import fr.acquis.evidence.store.PageRows.Drawn;
import fr.acquis.evidence.store.PageRows.Place;
import fr.acquis.evidence.store.PageRows.State;
import fr.acquis.evidence.store.ReadingRows;
import fr.acquis.evidence.work.OfficeProgram;
import fr.acquis.evidence.work.PageSignal;
import fr.acquis.identity.CurrentPerson;
import fr.acquis.shared.PersonId;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Pieces looked at page by page by whoever may: their owner, the certifying body, and those to whom they were handed. What is
 * shown are drawings of the server with numbers covered, never the file; who looked is written down.
 */
@Service
@Transactional
public class PieceViewer {

    /** More pages than this no document is believed to have before they are counted. */
    private static final int MOST_PAGES = 5_000;

    private static final int NEIGHBOURS = 6;

    private final PieceSights sights;
    private final PageRows pages;
    private final ReadingRows readings;
    private final Findings findings;
    private final FactRows facts;
    private final ObjectStore store;
    private final OfficeProgram office;
    private final PageSignal signal;
    private final ViewerSettings settings;
    private final CurrentPerson current;

    PieceViewer(
            PieceSights sights,
            PageRows pages,
            ReadingRows readings,
            Findings findings,
            FactRows facts,
            ObjectStore store,
            OfficeProgram office,
            PageSignal signal,
            ViewerSettings settings,
            CurrentPerson current) {
        this.sights = sights;
        this.pages = pages;
        this.readings = readings;
        this.findings = findings;
        this.facts = facts;
        this.store = store;
        this.office = office;
        this.signal = signal;
        this.settings = settings;
        this.current = current;
    }

    /**
     * Looks at a page; one that is not drawn yet is asked for, with those behind it.
     *
     * @throws UnknownEvidence when the person may not look at the piece
     */
    public PageView look(EvidenceId id, int page) {
        Seen seen = sights.of(id);
        return switch (way(seen.piece())) {
            case DRAWN -> drawn(seen, page);
            case TEXT -> text(seen, page);
            case NONE -> view(seen, page, 1, Show.NONE, null, "");
        };
    }

    private enum Way {
        DRAWN,
        TEXT,
        NONE
    }

    private Way way(Evidence piece) {
        if (piece.kind().identityDocument()) {
            return Way.NONE;
        }
        return switch (piece.current().type()) {
            case PDF, JPEG, PNG -> Way.DRAWN;
            case DOCX, ODT, XLSX, ODS -> office.installed() ? Way.DRAWN : Way.TEXT;
            case HEIC, MP4 -> Way.NONE;
        };
    }

    private PageView drawn(Seen seen, int wanted) {
        Evidence piece = seen.piece();
        int number = piece.current().number();
        int last = pages.pages(piece.id(), number)
                .or(() -> Optional.ofNullable(piece.current().reading().pages()))
                .orElse(Math.min(wanted, MOST_PAGES));
        int page = within(piece, wanted, last);
        Optional<Drawn> found = pages.find(piece.id(), number, page);
        if (found.filter(drawn -> drawn.state() != State.WAITING).isEmpty()) {
            want(piece, page, last);
            return view(seen, page, last, Show.WAITING, null, "");
        }
        if (found.get().sheet() == null) {
            return view(seen, page, last, Show.FAILED, null, "");
        }
        PageSheet sheet = found.get().sheet();
        if (!sheet.checked() && !seen.sight().opensOriginal()) {
            return view(seen, page, last, Show.WITHHELD, null, "");
        }
        pages.seen(piece.id(), number, page);
        want(piece, page, last);
        recordUnlessOwner(seen, page);
        return view(seen, page, last, Show.DRAWN, sheet, sheet.text());
    }

    private void want(Evidence piece, int page, int last) {
        pages.want(piece.id(), piece.current().number(), page, Math.min(last, page + settings.ahead()));
        signal.wake();
    }

    private PageView text(Seen seen, int wanted) {
        Evidence piece = seen.piece();
        if (piece.underWay()) {
            return view(seen, wanted, wanted, Show.WAITING, null, "");
        }
        List<String> sheets = TextSheets.of(
                findings.text(piece.id(), piece.current().number()).orElse(""));
        if (sheets.isEmpty()) {
            return view(seen, 1, 1, Show.NONE, null, "");
        }
        int page = within(piece, wanted, sheets.size());
        recordUnlessOwner(seen, page);
        return view(seen, page, sheets.size(), Show.TEXT, null, sheets.get(page - 1));
    }

    /** Who links to a page counts wrongly at times: behind the last one is the last one. */
    private static int within(Evidence piece, int page, int last) {
        if (page < 1) {
            throw new UnknownEvidence(piece.id());
        }
        return Math.min(page, Math.max(1, last));
    }

    private void recordUnlessOwner(Seen seen, int page) {
        if (seen.sight() != Sight.OWNER) {
            readings.record(seen.piece(), page, me(), seen.sight());
        }
    }

    private PageView view(Seen seen, int page, int last, Show show, PageSheet sheet, String text) {
        Evidence piece = seen.piece();
        int number = piece.current().number();
        boolean answers = sheet != null && seen.sight().opensOriginal();
        return new PageView(
                piece,
                seen.sight(),
                page,
                last,
                show,
                sheet,
                sheet == null ? 0 : readings.turned(piece, page, me()),
                answers ? SnippetPlaces.of(facts.of(piece), page, sheet) : List.of(),
                text,
                sheet == null ? Set.of() : pages.drawn(piece.id(), number, page - NEIGHBOURS, page + NEIGHBOURS));
    }

    /**
     * Opens the drawing of a page, to be closed by the caller; empty when the store lost it, and it is drawn again.
     *
     * @throws UnknownEvidence when the person may not see it, or it is not drawn
     */
    public Optional<InputStream> drawing(EvidenceId id, int page, boolean small) {
        Seen seen = sights.of(id);
        int number = seen.piece().current().number();
        boolean shown = way(seen.piece()) == Way.DRAWN
                && pages.find(id, number, page)
                        .map(Drawn::sheet)
                        .filter(sheet -> sheet.checked() || seen.sight().opensOriginal())
                        .isPresent();
        if (!shown) {
            throw new UnknownEvidence(id);
        }
        if (!small) {
            recordUnlessOwner(seen, page);
        }
        Place place = new Place(id, number, page);
        Optional<InputStream> drawing = store.open(small ? place.thumbnail() : place.drawing());
        if (drawing.isEmpty()) {
            pages.drawAgain(place);
            signal.wake();
        }
        return drawing;
    }

    /** Turns a page a quarter, for this reader. */
    public void turn(EvidenceId id, int page) {
        readings.turn(sights.of(id).piece(), page, me());
    }

    /** Who else looked at the piece: told to its owner and to the certifying body, to nobody else. */
    @Transactional(readOnly = true)
    public List<PageReading> readings(EvidenceId id) {
        Seen seen = sights.of(id);
        return seen.sight().opensOriginal() ? readings.of(seen.piece()) : List.of();
    }

    private PersonId me() {
        return current.get().id();
    }
}
