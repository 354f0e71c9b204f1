package fr.acquis.evidence.reader;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.xml.sax.SAXException;

/** Text of a PDF as it lies on the page: a line per line, a tab where a gap is wider than between words. */
final class PdfText extends PDFTextStripper {

    /** In widths of an m: more than a space of justified text, less than the gutter of a table. */
    private static final float GUTTER = 0.8f;

    private final PageText text;
    private float lineEnd;
    private boolean inLine;

    PdfText(PageText text) {
        this.text = text;
        setSortByPosition(true);
        setSuppressDuplicateOverlappingText(true);
    }

    void read(PDDocument document) throws IOException {
        writeText(document, Writer.nullWriter());
    }

    @Override
    protected void startPage(PDPage page) throws IOException {
        inLine = false;
        said(text::nextPage);
    }

    @Override
    protected void endPage(PDPage page) throws IOException {
        said(() -> text.write("\n"));
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
