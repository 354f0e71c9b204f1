package fr.acquis.evidence.reader;

import fr.acquis.evidence.PageSheet;
import fr.acquis.evidence.ReadingState;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.tika.exception.EncryptedDocumentException;

/**
 * Draws one page for people to look at. Numbers that identify or pay a person are blackened on the drawing itself, so that no
 * reader and no browser ever holds them.
 */
final class PageDrawing {

    private static final int DOTS_PER_INCH = 160;
    private static final double MOST_PIXELS = 4_000_000;
    private static final int THUMBNAIL = 160;

    private final OfficeConversion office = new OfficeConversion();

    ReadAnswer draw(ReadRequest request) throws IOException, EncryptedDocumentException {
        return switch (request.type()) {
            case PDF -> pdf(request, request.file());
            case JPEG, PNG -> photograph(request);
            case DOCX, ODT, XLSX, ODS -> pdf(request, office.pdf(request.file(), request.type()));
            case HEIC, MP4 -> ReadAnswer.found(ReadingState.UNREADABLE, -1);
        };
    }

    private static ReadAnswer pdf(ReadRequest request, Path file) throws IOException, EncryptedDocumentException {
        try (PDDocument document = PdfReading.open(file)) {
            int number = request.page() - 1;
            PDPage page = document.getPage(number);
            float dots = dots(page.getCropBox());
            PDFRenderer renderer = new PDFRenderer(document);
            renderer.setSubsamplingAllowed(true);
            BufferedImage drawing = renderer.renderImage(number, dots, ImageType.RGB);
            PdfPlaces places = PdfPlaces.of(document, number, dots);
            WrittenOver.add(document, page, PdfPlaces.drawing(page, dots), places.text());
            boolean covered = places.over().covers();
            places.over().coverOn(drawing);
            Found found = new Found(places.text(), places.looksFurther(), places.hidesSomething(), covered);
            return finished(request, drawing, found, document.getNumberOfPages());
        } catch (InvalidPasswordException locked) {
            throw new EncryptedDocumentException(locked);
        }
    }

    /** Dots per point, so that a poster costs no more than a sheet. */
    private static float dots(PDRectangle size) {
        double finest = Math.sqrt(MOST_PIXELS / ((double) size.getWidth() * size.getHeight()));
        return (float) Math.min(DOTS_PER_INCH / 72.0, finest);
    }

    private static ReadAnswer photograph(ReadRequest request) throws IOException {
        BufferedImage picture = Pictures.upright(Pictures.decoded(request.file(), MOST_PIXELS), request.file());
        return finished(request, picture, new Found(new PlacedText(), true, false, false), 1);
    }

    /**
     * What the document itself says of a page.
     *
     * @param looksFurther whether letters may stand there that are none to the machine
     * @param hides whether some of the written ones do not show
     */
    private record Found(PlacedText written, boolean looksFurther, boolean hides, boolean covered) {}

    /** Covers what either reading of the page found, and writes the drawing twice. */
    private static ReadAnswer finished(ReadRequest request, BufferedImage drawing, Found found, int pages)
            throws IOException {
        PlacedText written = found.written();
        PlacedText shown = written;
        boolean checked = !found.looksFurther();
        boolean covered = found.covered() || written.covers();
        if (found.looksFurther() && Tesseract.program().isPresent()) {
            PlacedText recognised = RecognisedPlaces.of(drawing);
            recognised.coverOn(drawing);
            covered |= recognised.covers();
            boolean asSeen = found.hides() || written.letters() < WatchedText.FEW_LETTERS;
            shown = asSeen ? recognised : written;
            checked = true;
        }
        written.coverOn(drawing);
        Pictures.write(drawing, request.drawing());
        Pictures.write(Pictures.scaled(drawing, THUMBNAIL), request.thumbnail());
        PageSheet sheet = new PageSheet(
                drawing.getWidth(), drawing.getHeight(), checked, covered, shown.words(request.characters() / 8));
        return new ReadAnswer(ReadingState.READ, pages, sheet.written(), false);
    }
}
