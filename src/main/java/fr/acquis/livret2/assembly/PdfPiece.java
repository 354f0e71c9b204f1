package fr.acquis.livret2.assembly;

import fr.acquis.evidence.ShownPage;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDPageContentStream.AppendMode;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationPopup;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAppearanceStream;
import org.apache.pdfbox.util.Matrix;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A PDF brought by a candidate: each page is drawn again on one of ours, with what its fields and notes show; one on which
 * something is to be covered, or which hides something, is put in as its drawing.
 */
final class PdfPiece {

    private static final Logger log = LoggerFactory.getLogger(PdfPiece.class);

    private final PDDocument target;

    PdfPiece(PDDocument target) {
        this.target = target;
    }

    /**
     * The piece's pages, not yet in the document.
     *
     * @throws org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException when it opens with a password only
     * @throws IOException when it is broken
     */
    List<PiecePage> pages(Path file, ShownPages shown) throws IOException {
        try (PDDocument source = Loader.loadPDF(file.toFile(), IOUtils.createTempFileOnlyStreamCache())) {
            showFields(source);
            Transplant transplant = new Transplant(target);
            List<PiecePage> pages = new ArrayList<>();
            for (PDPage page : source.getPages()) {
                pages.add(page(page, pages.size() + 1, shown, transplant));
            }
            if (pages.isEmpty()) {
                throw new IOException("a PDF without pages");
            }
            return pages;
        }
    }

    /** Asking for the form makes the appearances some programs leave to the reader. */
    private static void showFields(PDDocument source) {
        try {
            source.getDocumentCatalog().getAcroForm();
        } catch (RuntimeException odd) {
            log.info("the fields of a piece keep the look they came with: {}", odd.toString());
        }
    }

    private PiecePage page(PDPage page, int number, ShownPages shown, Transplant transplant) throws IOException {
        return switch (shown.page(number)) {
            case ShownPage.AsItIs open -> asItIs(page, number, shown, transplant);
            case ShownPage other -> PiecePage.instead(target, other, size(page));
        };
    }

    /** What its own document makes undrawable for us the viewer may still have drawn. */
    private PiecePage asItIs(PDPage page, int number, ShownPages shown, Transplant transplant) throws IOException {
        try {
            return PiecePage.asItIs(redrawn(page, transplant));
        } catch (IOException | RuntimeException odd) {
            log.info("a page is put in as a drawing: {}", odd.toString());
            return PiecePage.instead(target, shown.drawn(number), size(page));
        }
    }

    /** As it is read. */
    private static PDRectangle size(PDPage page) throws IOException {
        PDRectangle crop = page.getCropBox();
        boolean sideways = page.getRotation() == 90 || page.getRotation() == 270;
        float width = sideways ? crop.getHeight() : crop.getWidth();
        float height = sideways ? crop.getWidth() : crop.getHeight();
        if (!(width > 0) || !(height > 0)) {
            throw new IOException("a page without a size");
        }
        return new PDRectangle(width, height);
    }

    private PDPage redrawn(PDPage page, Transplant transplant) throws IOException {
        PDRectangle crop = page.getCropBox();
        int turned = page.getRotation();
        PDRectangle size = size(page);
        Frame frame = Frame.around(size.getWidth(), size.getHeight(), false);
        AffineTransform place = new AffineTransform(frame.place());
        place.concatenate(upright(crop, turned));
        try (PDPageContentStream pen = new PDPageContentStream(target, frame.page(), AppendMode.OVERWRITE, true)) {
            pen.saveGraphicsState();
            pen.transform(new Matrix(place));
            pen.drawForm(content(page, crop, transplant));
            for (PDAnnotation annotation : page.getAnnotations()) {
                draw(annotation, pen, transplant);
            }
            pen.restoreGraphicsState();
        }
        return frame.page();
    }

    private static PDFormXObject content(PDPage page, PDRectangle crop, Transplant transplant) throws IOException {
        PDFormXObject form = transplant.form(page);
        form.setBBox(new PDRectangle(crop.getLowerLeftX(), crop.getLowerLeftY(), crop.getWidth(), crop.getHeight()));
        return form;
    }

    /** What a field, a note or a stamp shows, drawn where it stood (ISO 32000, 12.5.5); what it does stays behind. */
    private void draw(PDAnnotation annotation, PDPageContentStream pen, Transplant transplant) throws IOException {
        PDAppearanceStream look = annotation.getNormalAppearanceStream();
        PDRectangle rectangle = annotation.getRectangle();
        if (look == null
                || look.getBBox() == null
                || rectangle == null
                || annotation.isHidden()
                || annotation.isNoView()
                || annotation instanceof PDAnnotationPopup) {
            return;
        }
        Rectangle2D box = look.getBBox()
                .transform(look.getMatrix() == null ? new Matrix() : look.getMatrix())
                .getBounds2D();
        if (box.getWidth() == 0 || box.getHeight() == 0) {
            return;
        }
        AffineTransform place =
                AffineTransform.getTranslateInstance(rectangle.getLowerLeftX(), rectangle.getLowerLeftY());
        place.scale(rectangle.getWidth() / box.getWidth(), rectangle.getHeight() / box.getHeight());
        place.translate(-box.getX(), -box.getY());
        pen.saveGraphicsState();
        pen.transform(new Matrix(place));
        pen.drawForm(new PDFormXObject(transplant.copy(look.getCOSObject())));
        pen.restoreGraphicsState();
    }

    /** From the page's own coordinates to those of the page as it is read, its lower left corner at 0, 0. */
    private static AffineTransform upright(PDRectangle crop, int turned) {
        float x = crop.getLowerLeftX();
        float y = crop.getLowerLeftY();
        return switch (turned) {
            case 90 -> new AffineTransform(0, -1, 1, 0, -y, crop.getWidth() + x);
            case 180 -> new AffineTransform(-1, 0, 0, -1, crop.getWidth() + x, crop.getHeight() + y);
            case 270 -> new AffineTransform(0, 1, -1, 0, crop.getHeight() + y, -x);
            default -> AffineTransform.getTranslateInstance(-x, -y);
        };
    }
}
