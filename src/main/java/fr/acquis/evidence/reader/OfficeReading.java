package fr.acquis.evidence.reader;

import fr.acquis.evidence.FileType;
import fr.acquis.evidence.ReadingState;
import java.io.IOException;
import java.util.Enumeration;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.apache.tika.exception.TikaException;
import org.apache.tika.extractor.EmbeddedDocumentExtractor;
import org.apache.tika.io.TikaInputStream;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.metadata.PagedText;
import org.apache.tika.parser.EmptyParser;
import org.apache.tika.parser.ParseContext;
import org.apache.tika.parser.Parser;
import org.apache.tika.parser.microsoft.OfficeParserConfig;
import org.apache.tika.parser.microsoft.ooxml.OOXMLParser;
import org.apache.tika.parser.odf.OpenDocumentParser;
import org.xml.sax.SAXException;

/** Text of an office document; tables keep a tab between cells. */
final class OfficeReading {

    private final Parser microsoft = new OOXMLParser();
    private final Parser openDocument = new OpenDocumentParser();
    private final OfficeParserConfig streaming = new OfficeParserConfig();

    OfficeReading() {
        // Event by event instead of whole in memory: a long table then costs time, which is limited, not heap.
        streaming.setUseSAXDocxExtractor(true);
        streaming.setIncludeDeletedContent(false);
        streaming.setIncludeMoveFromContent(false);
    }

    ReadAnswer read(ReadRequest request) throws IOException, TikaException, SAXException {
        PageText text = new PageText(request.characters());
        Metadata metadata = new Metadata();
        metadata.set(Metadata.CONTENT_TYPE, request.type().mediaType());
        try (TikaInputStream content = TikaInputStream.get(request.file())) {
            parser(request.type()).parse(content, text, metadata, context());
        } catch (IOException | TikaException | SAXException | RuntimeException stopped) {
            // The parser wraps our own stop in faults of its own.
            if (!text.full()) {
                throw stopped;
            }
        }
        if (!text.blank()) {
            return new ReadAnswer(ReadingState.READ, pages(metadata), text.text(), text.full());
        }
        return ReadAnswer.found(holdsPictures(request) ? ReadingState.NO_TEXT : ReadingState.EMPTY, pages(metadata));
    }

    private Parser parser(FileType type) {
        return type == FileType.DOCX || type == FileType.XLSX ? microsoft : openDocument;
    }

    private ParseContext context() {
        ParseContext context = new ParseContext();
        context.set(Parser.class, EmptyParser.INSTANCE);
        context.set(OfficeParserConfig.class, streaming);
        context.set(EmbeddedDocumentExtractor.class, NothingEmbedded.INSTANCE);
        return context;
    }

    private static int pages(Metadata metadata) {
        Integer counted = metadata.getInt(PagedText.N_PAGES);
        return counted == null ? -1 : counted;
    }

    private static boolean holdsPictures(ReadRequest request) throws IOException {
        try (ZipFile archive = new ZipFile(request.file().toFile())) {
            Enumeration<? extends ZipEntry> entries = archive.entries();
            while (entries.hasMoreElements()) {
                String name = entries.nextElement().getName();
                if (name.contains("media/") || name.startsWith("Pictures/")) {
                    return true;
                }
            }
            return false;
        }
    }
}
