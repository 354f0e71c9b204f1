package fr.acquis.livret2.assembly;

import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDPageContentStream.AppendMode;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationPopup;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAppearanceStream;
import org.apache.pdfbox.util.Matrix;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A PDF brought by a candidate: each page is drawn again on one of ours, with what its fields and notes show. */
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
    List<PDPage> pages(Path file) throws IOException {
        try (PDDocument source = Loader.loadPDF(file.toFile(), IOUtils.createTempFileOnlyStreamCache())) {
            showFields(source);
            Transplant transplant = new Transplant(target);
            List<PDPage> pages = new ArrayList<>();
            for (PDPage page : source.getPages()) {
                pages.add(redrawn(page, transplant));
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

    private PDPage redrawn(PDPage page, Transplant transplant) throws IOException {
        PDRectangle crop = page.getCropBox();
        int turned = page.getRotation();
        boolean sideways = turned == 90 || turned == 270;
        float width = sideways ? crop.getHeight() : crop.getWidth();
        float height = sideways ? crop.getWidth() : crop.getHeight();
        if (!(width > 0) || !(height > 0)) {
            throw new IOException("a page without a size");
        }
        Frame frame = Frame.around(width, height, false);
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

    private PDFormXObject content(PDPage page, PDRectangle crop, Transplant transplant) throws IOException {
        PDFormXObject form;
        try (InputStream drawing = page.getContents()) {
            form = new PDFormXObject(new PDStream(target, drawing, COSName.FLATE_DECODE));
        }
        PDResources resources = page.getResources();
        form.setResources(
                resources == null ? new PDResources() : new PDResources(transplant.copy(resources.getCOSObject())));
        form.setBBox(new PDRectangle(crop.getLowerLeftX(), crop.getLowerLeftY(), crop.getWidth(), crop.getHeight()));
        if (page.getCOSObject().getCOSDictionary(COSName.GROUP) != null) {
            form.getCOSObject()
                    .setItem(COSName.GROUP, transplant.copy(page.getCOSObject().getCOSDictionary(COSName.GROUP)));
        }
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
