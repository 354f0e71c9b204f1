package fr.acquis.evidence.reader;

import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import org.apache.pdfbox.contentstream.operator.DrawObject;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.contentstream.operator.OperatorName;
import org.apache.pdfbox.contentstream.operator.OperatorProcessor;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.apache.pdfbox.util.Matrix;

/** Where each sign of a page stands on its drawing, and how much of the page is pictures. */
final class PdfPlaces extends PDFTextStripper {

    private static final float GUTTER = 0.8f;

    private final PlacedText text = new PlacedText();
    private final AffineTransform drawn;
    private double pictures;
    private float lineEnd;
    private boolean inLine;

    private PdfPlaces(AffineTransform drawn) {
        this.drawn = drawn;
        setSortByPosition(true);
        addOperator(new Pictures());
        addOperator(new InlinePictures());
    }

    /** @param page from 0; dots: of the drawing per point of the page */
    static PdfPlaces of(PDDocument document, int page, float dots) throws IOException {
        PdfPlaces places = new PdfPlaces(drawing(document.getPage(page), dots));
        places.setStartPage(page + 1);
        places.setEndPage(page + 1);
        places.writeText(document, Writer.nullWriter());
        PDRectangle crop = document.getPage(page).getCropBox();
        places.pictures /= (double) crop.getWidth() * crop.getHeight();
        places.text.part('\n');
        return places;
    }

    PlacedText text() {
        return text;
    }

    /** The part of the page that pictures cover, one picture counted on top of another. */
    double pictures() {
        return pictures;
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
    protected void startPage(PDPage page) {
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

    private Rectangle2D place(TextPosition letter) {
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

    /** What a picture covers is the unit square as the page bends it. */
    private void countPicture() {
        Matrix place = getGraphicsState().getCurrentTransformationMatrix();
        pictures += Math.abs(place.getScaleX() * place.getScaleY() - place.getShearX() * place.getShearY());
    }

    private final class Pictures extends OperatorProcessor {

        private final DrawObject forms = new DrawObject(PdfPlaces.this);

        Pictures() {
            super(PdfPlaces.this);
        }

        @Override
        public void process(Operator operator, List<COSBase> operands) throws IOException {
            if (!operands.isEmpty()
                    && operands.getFirst() instanceof COSName name
                    && getResources().isImageXObject(name)) {
                countPicture();
            }
            forms.process(operator, operands);
        }

        @Override
        public String getName() {
            return OperatorName.DRAW_OBJECT;
        }
    }

    private final class InlinePictures extends OperatorProcessor {

        InlinePictures() {
            super(PdfPlaces.this);
        }

        @Override
        public void process(Operator operator, List<COSBase> operands) {
            countPicture();
        }

        @Override
        public String getName() {
            return OperatorName.BEGIN_INLINE_IMAGE;
        }
    }
}
