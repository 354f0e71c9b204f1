package fr.acquis.livret2.assembly;

import fr.acquis.livret2.Proof;
import fr.acquis.livret2.assembly.PiecePage.As;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Calendar;
import java.util.GregorianCalendar;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PageMode;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationLink;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDBorderStyleDictionary;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.destination.PDPageFitDestination;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDDocumentOutline;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;
import org.apache.pdfbox.pdmodel.interactive.viewerpreferences.PDViewerPreferences;

/** Remembers what stands where, and once every page is there numbers them, fills in references and makes the bookmarks. */
final class Binding {

    private final PDDocument document;
    private final Sheets sheets;
    private final List<Chapter> chapters = new ArrayList<>();
    private final Map<Integer, List<PDPage>> pieces = new TreeMap<>();
    private final Map<COSDictionary, As> shownAs = new IdentityHashMap<>();
    private final List<Reference> references = new ArrayList<>();
    private final List<PDPage> contents = new ArrayList<>();
    private final Map<COSDictionary, Integer> numbers = new IdentityHashMap<>();
    private PDPage cover;

    Binding(PDDocument document, Sheets sheets) {
        this.document = document;
        this.sheets = sheets;
    }

    void cover(PDPage page) {
        cover = page;
    }

    void bloc(String title, PDPage page) {
        chapters.add(new Chapter(title, 0, page));
    }

    void skill(String title, PDPage page) {
        chapters.add(new Chapter(title, 1, page));
    }

    void index(String title, PDPage page) {
        chapters.add(new Chapter(title, 0, page));
    }

    void piecePage(int number, PDPage page, As as) {
        pieces.computeIfAbsent(number, any -> new ArrayList<>()).add(page);
        shownAs.put(page.getCOSObject(), as);
    }

    void contents(PDPage page) {
        if (contents.isEmpty() || contents.getLast() != page) {
            contents.add(page);
        }
    }

    /** A line names a piece. */
    void seen(int piece, Sheets.Spot spot) {
        references.add(new Reference(spot, piece, null));
    }

    /** A line names a page. */
    void seen(PDPage page, Sheets.Spot spot) {
        references.add(new Reference(spot, 0, page));
    }

    List<Chapter> chapters() {
        return chapters;
    }

    List<PDPage> pagesOf(int piece) {
        return pieces.get(piece);
    }

    /** @return from 1 */
    int number(PDPage page) {
        return numbers.get(page.getCOSObject());
    }

    void bind(FileWords words, Dossier dossier) throws IOException {
        PDPage after = cover;
        for (PDPage page : contents) {
            document.getPages().remove(page);
            document.getPages().insertAfter(page, after);
            after = page;
        }
        int count = 0;
        for (PDPage page : document.getPages()) {
            numbers.put(page.getCOSObject(), ++count);
        }
        for (Reference reference : references) {
            PDPage target = reference.page() != null
                    ? reference.page()
                    : pieces.get(reference.piece()).getFirst();
            sheets.stamp(
                    reference.spot().page(),
                    String.valueOf(number(target)),
                    10,
                    Sheets.RIGHT,
                    reference.spot().y(),
                    true);
            link(reference.spot(), target);
        }
        stamp(words, dossier, count);
        bookmarks(words, dossier);
        describe(words, dossier);
    }

    private static void link(Sheets.Spot spot, PDPage target) throws IOException {
        PDAnnotationLink link = new PDAnnotationLink();
        link.setRectangle(new PDRectangle(Sheets.LEFT, spot.y() - 3, Sheets.WIDTH, 14));
        PDBorderStyleDictionary none = new PDBorderStyleDictionary();
        none.setWidth(0);
        link.setBorderStyle(none);
        link.setDestination(to(target));
        spot.page().getAnnotations().add(link);
    }

    private static PDPageFitDestination to(PDPage page) {
        PDPageFitDestination destination = new PDPageFitDestination();
        destination.setPage(page);
        return destination;
    }

    private void stamp(FileWords words, Dossier dossier, int count) throws IOException {
        String foot = words.say("livret2.file.foot", dossier.caseNumber(), dossier.candidate());
        for (PDPage page : document.getPages()) {
            float right = page.getMediaBox().getWidth() - 30;
            sheets.stamp(page, foot, 7.5f, 30, 16, false);
            sheets.stamp(page, words.say("livret2.file.page", number(page), count), 8.5f, right, 16, true);
        }
        List<Proof> proofs = dossier.deposit().content().pieces();
        for (Map.Entry<Integer, List<PDPage>> piece : pieces.entrySet()) {
            Proof proof = proofs.get(piece.getKey() - 1);
            String name = words.piece(piece.getKey(), proof, dossier.pieces().get(proof.evidence()));
            int own = 0;
            for (PDPage page : piece.getValue()) {
                own++;
                float top = page.getMediaBox().getHeight() - 20;
                sheets.stamp(page, shortened(name), 7.5f, 30, top, false);
                sheets.stamp(
                        page,
                        words.page(own, piece.getValue().size(), shownAs.get(page.getCOSObject())),
                        7.5f,
                        page.getMediaBox().getWidth() - 30,
                        top,
                        true);
            }
        }
    }

    private static String shortened(String name) {
        return name.length() <= 90 ? name : name.substring(0, 89).stripTrailing() + "…";
    }

    private void bookmarks(FileWords words, Dossier dossier) {
        PDDocumentOutline outline = new PDDocumentOutline();
        document.getDocumentCatalog().setDocumentOutline(outline);
        outline.addLast(item(words.say("livret2.file.contents"), contents.getFirst()));
        PDOutlineItem bloc = null;
        Chapter index = chapters.getLast();
        for (Chapter chapter : chapters.subList(0, chapters.size() - 1)) {
            PDOutlineItem item = item(chapter.title(), chapter.page());
            if (chapter.level() == 0) {
                outline.addLast(item);
                bloc = item;
            } else {
                bloc.addLast(item);
                bloc.openNode();
            }
        }
        if (!pieces.isEmpty()) {
            PDOutlineItem all = item(
                    words.say("livret2.file.pieces"),
                    pieces.values().iterator().next().getFirst());
            outline.addLast(all);
            List<Proof> proofs = dossier.deposit().content().pieces();
            pieces.forEach((number, pages) -> {
                Proof proof = proofs.get(number - 1);
                all.addLast(item(words.piece(number, proof, dossier.pieces().get(proof.evidence())), pages.getFirst()));
            });
        }
        outline.addLast(item(index.title(), index.page()));
        document.getDocumentCatalog().setPageMode(PageMode.USE_OUTLINES);
    }

    private static PDOutlineItem item(String title, PDPage page) {
        PDOutlineItem item = new PDOutlineItem();
        item.setTitle(title);
        item.setDestination(to(page));
        return item;
    }

    private void describe(FileWords words, Dossier dossier) {
        PDDocumentInformation facts = document.getDocumentInformation();
        facts.setTitle(words.say("livret2.file.document", dossier.caseNumber(), dossier.certification()));
        facts.setAuthor(dossier.candidate());
        facts.setCreator("Acquis");
        facts.setProducer("Acquis");
        Calendar at = GregorianCalendar.from(dossier.deposit().depositedAt().atZone(fr.acquis.shell.Dates.PARIS));
        facts.setCreationDate(at);
        document.getDocumentCatalog().setLanguage("fr-FR");
        PDViewerPreferences wishes = new PDViewerPreferences(new COSDictionary());
        wishes.setDisplayDocTitle(true);
        document.getDocumentCatalog().setViewerPreferences(wishes);
    }

    /** @param level 0 for a bloc, 1 for a skill */
    record Chapter(String title, int level, PDPage page) {}

    /** @param page null when a piece is meant */
    private record Reference(Sheets.Spot spot, int piece, PDPage page) {}
}
