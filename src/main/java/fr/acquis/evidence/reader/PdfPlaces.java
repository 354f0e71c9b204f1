package fr.acquis.evidence.reader;

import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.text.TextPosition;
import org.apache.pdfbox.util.Matrix;

/** Where each sign of a page stands on its drawing. */
final class PdfPlaces extends WatchedText {

    private static final float GUTTER = 0.8f;

    private final PlacedText text = new PlacedText();
    private final AffineTransform drawn;
    private float lineEnd;
    private boolean inLine;

    private PdfPlaces(PDDocument document, AffineTransform drawn) {
        super(document);
        this.drawn = drawn;
    }

    /** @param page from 0; dots: of the drawing per point of the page */
    static PdfPlaces of(PDDocument document, int page, float dots) throws IOException {
        PdfPlaces places = new PdfPlaces(document, drawing(document.getPage(page), dots));
        places.setStartPage(page + 1);
        places.setEndPage(page + 1);
        places.writeText(document, Writer.nullWriter());
        places.text.part('\n');
        return places;
    }

    PlacedText text() {
        return text;
    }

    /** From the crop box, its corner at 0, 0 and pointing upwards, to the dots of the drawing, turned as the page is. */
    static AffineTransform drawing(PDPage page, float dots) {
        PDRectangle crop = page.getCropBox();
        int turned = page.getRotation();
        AffineTransform drawn = AffineTransform.getScaleInstance(dots, dots);
        switch (turned) {
            case 90 -> drawn.translate(crop.getHeight(), 0);
            case 180 -> drawn.translate(crop.getWidth(), crop.getHeight());
            case 270 -> drawn.translate(0, crop.getWidth());
            default -> {}
        }
        drawn.rotate(Math.toRadians(turned));
        drawn.translate(0, crop.getHeight());
        drawn.scale(1, -1);
        return drawn;
    }

    @Override
    protected void startPage(PDPage page) throws IOException {
        super.startPage(page);
        inLine = false;
    }

    @Override
    protected void writeString(String word, List<TextPosition> letters) {
        TextPosition first = letters.getFirst();
        TextPosition last = letters.getLast();
        if (inLine) {
            boolean cell = first.getXDirAdj() - lineEnd > GUTTER * first.getFontSizeInPt();
            text.part(cell ? '\t' : ' ');
        }
        letters.forEach(letter -> text.add(letter.getUnicode(), place(letter)));
        lineEnd = last.getXDirAdj() + last.getWidthDirAdj();
        inLine = true;
    }

    @Override
    protected Rectangle2D place(TextPosition letter) {
        Matrix matrix = letter.getTextMatrix();
        float height = Math.max(letter.getHeightDir(), letter.getFontSizeInPt() * 0.6f);
        Shape glyph = matrix.createAffineTransform()
                .createTransformedShape(new Rectangle2D.Float(
                        0,
                        0,
                        letter.getWidthDirAdj() / matrix.getScalingFactorX(),
                        height / matrix.getScalingFactorY()));
        return drawn.createTransformedShape(glyph).getBounds2D();
    }

    @Override
    protected void writeWordSeparator() {}

    @Override
    protected void writeLineSeparator() {
        inLine = false;
        text.part('\n');
    }
}
