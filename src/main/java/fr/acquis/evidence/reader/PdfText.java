package fr.acquis.evidence.reader;

import java.awt.geom.AffineTransform;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.text.TextPosition;
import org.xml.sax.SAXException;

/** Text of a PDF as it lies on the page: a line per line, a tab where a gap is wider than between words. */
final class PdfText extends WatchedText {

    /** In widths of an m: more than a space of justified text, less than the gutter of a table. */
    private static final float GUTTER = 0.8f;

    private final PageText text;
    private float lineEnd;
    private boolean inLine;
    private int pageBegins;
    private final StringBuilder marks = new StringBuilder();

    PdfText(PDDocument document, PageText text) {
        super(document);
        this.text = text;
        setSuppressDuplicateOverlappingText(true);
    }

    void read() throws IOException {
        writeText(document(), Writer.nullWriter());
    }

    /** A letter for each page read to its end. */
    String marks() {
        return marks.toString();
    }

    @Override
    protected void startPage(PDPage page) throws IOException {
        super.startPage(page);
        inLine = false;
        said(text::nextPage);
        pageBegins = text.length();
    }

    @Override
    protected void endPage(PDPage page) throws IOException {
        said(() -> text.write("\n"));
        PlacedText written = new PlacedText();
        WrittenOver.add(document(), page, new AffineTransform(), written);
        marks.append(mark(text.since(pageBegins) + written.text()).letter());
    }

    @Override
    protected void writeString(String word, List<TextPosition> letters) throws IOException {
        TextPosition first = letters.getFirst();
        TextPosition last = letters.getLast();
        if (inLine) {
            float gap = first.getXDirAdj() - lineEnd;
            said(() -> text.write(gap > GUTTER * first.getFontSizeInPt() ? "\t" : " "));
        }
        said(() -> text.write(word));
        lineEnd = last.getXDirAdj() + last.getWidthDirAdj();
        inLine = true;
    }

    /** What parts two words is known when the second comes. */
    @Override
    protected void writeWordSeparator() {}

    @Override
    protected void writeLineSeparator() throws IOException {
        inLine = false;
        said(() -> text.write("\n"));
    }

    private static void said(Writing writing) throws IOException {
        try {
            writing.write();
        } catch (SAXException full) {
            throw new IOException(full);
        }
    }

    @FunctionalInterface
    private interface Writing {
        void write() throws SAXException;
    }
}
