package fr.acquis.evidence.reader;

import fr.acquis.evidence.PageMark;
import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.apache.pdfbox.contentstream.operator.DrawObject;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.contentstream.operator.OperatorName;
import org.apache.pdfbox.contentstream.operator.OperatorProcessor;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.graphics.optionalcontent.PDOptionalContentGroup;
import org.apache.pdfbox.pdmodel.graphics.optionalcontent.PDOptionalContentProperties;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.apache.pdfbox.util.Matrix;
import org.apache.pdfbox.util.Vector;
import org.jspecify.annotations.Nullable;

/**
 * Reads pages and notices what is on them besides their text: pictures, what is drawn over them, what does not show. What fields
 * and notes look like is read apart from the text of the page.
 */
abstract class WatchedText extends PDFTextStripper {

    /** A page with fewer letters, or with more of it covered by pictures, may show text that is none to the machine. */
    static final int FEW_LETTERS = 40;

    private static final double MUCH_PICTURE = 0.05;

    /** Signs drawn by a font that does not say which letters they are. */
    private static final int MANY_UNKNOWN = 8;

    private static final Set<String> FILLS = Set.of("f", "F", "f*", "B", "B*", "b", "b*", "sh");
    private static final Set<String> STROKES = Set.of("S", "s");
    private static final List<COSName> SAID = List.of(COSName.ACTUAL_TEXT, COSName.ALT, COSName.E);

    private final PDDocument document;
    private final boolean layersOff;
    private PlacedText over = new PlacedText();
    private StringBuilder said = new StringBuilder();
    private @Nullable TextPosition beforeOver;
    private PDRectangle crop = PDRectangle.A4;
    private long letters;
    private double pictures;
    private int unknown;
    private boolean painted;
    private boolean unseen;
    private boolean inAnnotation;

    WatchedText(PDDocument document) {
        this.document = document;
        this.layersOff = layersOff(document);
        setSortByPosition(true);
        addOperator(new Pictures());
        addOperator(new InlinePictures());
    }

    private static boolean layersOff(PDDocument document) {
        PDOptionalContentProperties layers = document.getDocumentCatalog().getOCProperties();
        if (layers == null) {
            return false;
        }
        for (PDOptionalContentGroup layer : layers.getOptionalContentGroups()) {
            if (!layers.isGroupEnabled(layer)) {
                return true;
            }
        }
        return false;
    }

    @Override
    protected void startPage(PDPage page) throws IOException {
        over = new PlacedText();
        said = new StringBuilder();
        beforeOver = null;
        crop = page.getCropBox();
        letters = 0;
        pictures = 0;
        unknown = 0;
        painted = false;
        unseen = layersOff;
    }

    /** What fields and notes show stands behind the page's own content and before its text is put in order. */
    @Override
    protected void writePage() throws IOException {
        inAnnotation = true;
        try {
            for (PDAnnotation annotation : getCurrentPage().getAnnotations()) {
                if (!annotation.isHidden() && !annotation.isNoView()) {
                    look(annotation);
                }
            }
        } finally {
            inAnnotation = false;
        }
        over.part('\n');
        super.writePage();
    }

    private void look(PDAnnotation annotation) {
        try {
            showAnnotation(annotation);
        } catch (IOException | RuntimeException odd) {
            // Whatever it shows, nobody has looked through it.
            unseen = true;
        }
    }

    @Override
    protected void processTextPosition(TextPosition sign) {
        if (!sign.getUnicode().isBlank()) {
            letters += sign.getUnicode().chars().filter(Character::isLetter).count();
            RenderingMode mode = getGraphicsState().getTextState().getRenderingMode();
            unseen |= mode == RenderingMode.NEITHER || mode == RenderingMode.NEITHER_CLIP || outside(sign);
        }
        if (inAnnotation) {
            addOver(sign);
        } else {
            super.processTextPosition(sign);
        }
    }

    private boolean outside(TextPosition sign) {
        float x = sign.getTextMatrix().getTranslateX();
        float y = sign.getTextMatrix().getTranslateY();
        float room = sign.getFontSizeInPt();
        return x < -room || y < -room || x > crop.getWidth() + room || y > crop.getHeight() + room;
    }

    private void addOver(TextPosition sign) {
        if (beforeOver != null) {
            float size = Math.max(1, sign.getFontSizeInPt());
            float gap = sign.getXDirAdj() - (beforeOver.getXDirAdj() + beforeOver.getWidthDirAdj());
            if (Math.abs(sign.getYDirAdj() - beforeOver.getYDirAdj()) > size / 2) {
                over.part('\n');
            } else if (gap > size / 5) {
                over.part(' ');
            }
        }
        over.add(sign.getUnicode(), place(sign));
        beforeOver = sign;
    }

    /** Where a sign stands, for who wants to cover it. */
    protected @Nullable Rectangle2D place(TextPosition sign) {
        return null;
    }

    @Override
    protected void showGlyph(Matrix matrix, PDFont font, int code, Vector displacement) throws IOException {
        String letter = font.toUnicode(code);
        if (letter == null || letter.equals("\uFFFD")) {
            unknown++;
        }
        super.showGlyph(matrix, font, code, displacement);
    }

    @Override
    public void beginMarkedContentSequence(COSName tag, @Nullable COSDictionary properties) {
        if (properties != null) {
            for (COSName name : SAID) {
                String words = properties.getString(name);
                if (words != null) {
                    said.append(words).append('\n');
                }
            }
        }
        super.beginMarkedContentSequence(tag, properties);
    }

    /** Drawing is not the stripper's business, except that something is drawn, and over what. */
    @Override
    protected void unsupportedOperator(Operator operator, List<COSBase> operands) throws IOException {
        boolean fills = FILLS.contains(operator.getName());
        painted |= fills || STROKES.contains(operator.getName());
        unseen |= fills && muchPicture();
        super.unsupportedOperator(operator, operands);
    }

    /** What fields and notes show on the page. */
    PlacedText over() {
        return over;
    }

    /** Whether the page may show text that is none to the machine. */
    boolean looksFurther() {
        return letters < FEW_LETTERS && (painted || pictures > 0 || unknown > 0)
                || muchPicture()
                || unknown > MANY_UNKNOWN
                || unseen;
    }

    /** Whether the page holds what does not show: letters drawn invisibly or beside it, layers, a picture with parts covered. */
    boolean hidesSomething() {
        return unseen;
    }

    /** @param text of the page, values of fields and notes with it */
    PageMark mark(String text) {
        if (SensitiveNumbers.found(text) || over.covers() || SensitiveNumbers.found(said.toString())) {
            return PageMark.NUMBERS;
        }
        if (unseen) {
            return PageMark.HIDES;
        }
        return looksFurther() ? PageMark.PICTURE : PageMark.CLEAN;
    }

    PDDocument document() {
        return document;
    }

    private boolean muchPicture() {
        return pictures > MUCH_PICTURE * crop.getWidth() * crop.getHeight();
    }

    /** What a picture covers is the unit square as the page bends it; one is counted on top of another. */
    private void countPicture() {
        Matrix place = getGraphicsState().getCurrentTransformationMatrix();
        boolean atop = muchPicture();
        double area = Math.abs(place.getScaleX() * place.getScaleY() - place.getShearX() * place.getShearY());
        pictures += area;
        // A picture on top of another, or larger than its page, is not seen whole.
        double sheet = (double) crop.getWidth() * crop.getHeight();
        unseen |= atop && pictures > 1.02 * sheet || area > 1.1 * sheet;
    }

    private final class Pictures extends OperatorProcessor {

        private final DrawObject forms = new DrawObject(WatchedText.this);

        Pictures() {
            super(WatchedText.this);
        }

        @Override
        public void process(Operator operator, List<COSBase> operands) throws IOException {
            if (!operands.isEmpty()
                    && operands.getFirst() instanceof COSName name
                    && getResources() != null
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
            super(WatchedText.this);
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
