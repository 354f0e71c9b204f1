package fr.acquis.evidence.reader;

import fr.acquis.evidence.ReadingState;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Set;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.pdfparser.PDFStreamParser;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.tika.exception.EncryptedDocumentException;
import org.apache.tika.exception.TikaException;
import org.apache.tika.extractor.EmbeddedDocumentExtractor;
import org.apache.tika.io.TikaInputStream;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.metadata.PagedText;
import org.apache.tika.parser.ParseContext;
import org.apache.tika.parser.pdf.PDFParser;
import org.apache.tika.parser.pdf.PDFParserConfig;
import org.xml.sax.SAXException;

/** Text of a PDF, page by page; where there is none, whether there is anything to see. */
final class PdfReading {

    private static final int TAIL = 2_048;
    private static final long IN_MEMORY = 64L << 20;

    /** Operators that leave a mark on a page. */
    private static final Set<String> MARKS =
            Set.of("f", "F", "f*", "B", "B*", "b", "b*", "S", "s", "sh", "Do", "BI", "Tj", "TJ", "'", "\"");

    private final PDFParser parser = new PDFParser();
    private final PDFParserConfig config = new PDFParserConfig();

    PdfReading() {
        config.setOcrStrategy(PDFParserConfig.OCR_STRATEGY.NO_OCR);
        config.setExtractInlineImages(false);
        config.setExtractActions(false);
        config.setExtractBookmarksText(false);
        config.setMaxMainMemoryBytes(IN_MEMORY);
    }

    ReadAnswer read(ReadRequest request) throws IOException, TikaException, SAXException {
        boolean whole = endsAsItShould(request.file());
        PageText text = new PageText(request.characters());
        Metadata metadata = new Metadata();
        try (TikaInputStream content = TikaInputStream.get(request.file())) {
            parser.parse(content, text, metadata, context());
        } catch (EncryptedDocumentException locked) {
            throw locked;
        } catch (IOException | TikaException | SAXException | RuntimeException stopped) {
            // The parser wraps our own stop in faults of its own.
            if (whole && !text.full()) {
                throw stopped;
            }
        }
        return answer(request.file(), whole, text, pages(metadata, text));
    }

    private static ReadAnswer answer(Path file, boolean whole, PageText text, int pages) throws IOException {
        if (!whole) {
            return new ReadAnswer(ReadingState.TRUNCATED, pages, text.text(), text.full());
        }
        if (!text.blank()) {
            return new ReadAnswer(ReadingState.READ, pages, text.text(), text.full());
        }
        return ReadAnswer.found(anythingToSee(file) ? ReadingState.NO_TEXT : ReadingState.EMPTY, pages);
    }

    private ParseContext context() {
        ParseContext context = new ParseContext();
        context.set(PDFParserConfig.class, config);
        context.set(EmbeddedDocumentExtractor.class, NothingEmbedded.INSTANCE);
        return context;
    }

    private static int pages(Metadata metadata, PageText text) {
        Integer counted = metadata.getInt(PagedText.N_PAGES);
        return counted != null ? counted : text.pages() > 0 ? text.pages() : -1;
    }

    /** The mark of the end may be followed by a little rubbish; where it is missing, the rest of the file is too. */
    private static boolean endsAsItShould(Path path) throws IOException {
        try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "r")) {
            byte[] tail = new byte[(int) Math.min(TAIL, file.length())];
            file.seek(file.length() - tail.length);
            file.readFully(tail);
            return new String(tail, StandardCharsets.ISO_8859_1).contains("%%EOF");
        }
    }

    private static boolean anythingToSee(Path file) throws IOException {
        try (PDDocument document = Loader.loadPDF(file.toFile(), IOUtils.createTempFileOnlyStreamCache())) {
            for (PDPage page : document.getPages()) {
                if (marked(page)) {
                    return true;
                }
            }
            return false;
        }
    }

    private static boolean marked(PDPage page) throws IOException {
        if (!page.hasContents()) {
            return !page.getAnnotations().isEmpty();
        }
        PDFStreamParser parser = new PDFStreamParser(page);
        for (Object token = parser.parseNextToken(); token != null; token = parser.parseNextToken()) {
            if (token instanceof Operator operator && MARKS.contains(operator.getName())) {
                return true;
            }
        }
        return false;
    }
}
