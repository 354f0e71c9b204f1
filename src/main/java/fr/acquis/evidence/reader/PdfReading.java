package fr.acquis.evidence.reader;

import fr.acquis.evidence.ReadingState;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Set;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.io.MemoryUsageSetting;
import org.apache.pdfbox.pdfparser.PDFStreamParser;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.xml.sax.SAXException;

/** Text of a PDF, page by page; where there is none, whether there is anything to see. */
final class PdfReading {

    private static final int TAIL = 2_048;
    private static final long IN_MEMORY = 64L << 20;

    /** Operators that leave a mark on a page. */
    private static final Set<String> MARKS =
            Set.of("f", "F", "f*", "B", "B*", "b", "b*", "S", "s", "sh", "Do", "BI", "Tj", "TJ", "'", "\"");

    private PdfReading() {}

    static ReadAnswer read(ReadRequest request) throws IOException, SAXException {
        boolean whole = endsAsItShould(request.file());
        PageText text = new PageText(request.characters());
        try (PDDocument document = open(request.file())) {
            PdfText pages = new PdfText(document, text);
            try {
                pages.read();
                FormFields.write(document, text);
            } catch (IOException | SAXException | RuntimeException stopped) {
                // The stripper wraps our own stop in a fault of its own.
                if (whole && !text.full()) {
                    throw stopped;
                }
            }
            return answer(document, whole, text, marks(pages));
        } catch (InvalidPasswordException locked) {
            return ReadAnswer.found(ReadingState.ENCRYPTED, -1);
        } catch (IOException | RuntimeException broken) {
            if (whole) {
                throw broken;
            }
            return ReadAnswer.found(ReadingState.TRUNCATED, -1);
        }
    }

    static PDDocument open(Path file) throws IOException {
        return Loader.loadPDF(file.toFile(), MemoryUsageSetting.setupMixed(IN_MEMORY).streamCache);
    }

    private static String marks(PdfText text) {
        String marks = text.marks();
        return marks.length() <= ReadAnswer.MOST_PAGES ? marks : marks.substring(0, ReadAnswer.MOST_PAGES);
    }

    private static ReadAnswer answer(PDDocument document, boolean whole, PageText text, String marks)
            throws IOException {
        int pages = document.getNumberOfPages();
        if (!whole) {
            return new ReadAnswer(ReadingState.TRUNCATED, pages, text.text(), text.full(), marks);
        }
        if (!text.blank()) {
            return new ReadAnswer(ReadingState.READ, pages, text.text(), text.full(), marks);
        }
        ReadingState state = anythingToSee(document) ? ReadingState.NO_TEXT : ReadingState.EMPTY;
        return new ReadAnswer(state, pages, "", false, marks);
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

    private static boolean anythingToSee(PDDocument document) throws IOException {
        for (PDPage page : document.getPages()) {
            if (marked(page)) {
                return true;
            }
        }
        return false;
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
