package fr.acquis.evidence.reader;

import fr.acquis.evidence.ReadingState;
import java.io.IOException;
import org.apache.tika.exception.EncryptedDocumentException;
import org.apache.tika.exception.TikaException;
import org.xml.sax.SAXException;

/** Reads a document by its type and says in one word what came of it. */
final class DocumentReading {

    private final OfficeReading office = new OfficeReading();
    private final Recognition recognition = new Recognition();
    private final PageDrawing drawing = new PageDrawing();

    ReadAnswer read(ReadRequest request) {
        try {
            if (request.wanted() == ReadRequest.Wanted.PICTURE) {
                return recognition.read(request);
            }
            if (request.wanted() == ReadRequest.Wanted.PAGE) {
                return drawing.draw(request);
            }
            return switch (request.type()) {
                case PDF ->
                    request.wanted() == ReadRequest.Wanted.FORM ? FormReading.read(request) : PdfReading.read(request);
                case DOCX, XLSX, ODT, ODS -> office.read(request);
                case JPEG, PNG -> PictureReading.read(request.file());
                case HEIC, MP4 -> BoxReading.read(request.file());
            };
        } catch (EncryptedDocumentException locked) {
            return ReadAnswer.found(ReadingState.ENCRYPTED, -1);
        } catch (StackOverflowError deep) {
            return ReadAnswer.found(ReadingState.TOO_HEAVY, -1);
        } catch (IOException | TikaException | SAXException | RuntimeException broken) {
            return ReadAnswer.found(ReadingState.UNREADABLE, -1);
        }
    }
}
