package fr.acquis.evidence.work;

import fr.acquis.evidence.EvidenceSettings;
import fr.acquis.evidence.EvidenceSettings.Isolation;
import fr.acquis.evidence.FileType;
import fr.acquis.evidence.PageSheet;
import fr.acquis.evidence.ShownPage;
import fr.acquis.evidence.reader.ReadAnswer;
import fr.acquis.evidence.reader.ReadRequest;
import fr.acquis.evidence.reader.SensitiveNumbers;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.springframework.util.unit.DataSize;

/** The real reading process with settings for tests. */
public final class ReaderOnTrial implements AutoCloseable {

    private static final int CHARACTERS = 2_000_000;

    private final ReaderProcess process;
    private final Path folder;

    public ReaderOnTrial(Path folder) {
        EvidenceSettings settings = settings(folder.resolve("spool"), Duration.ofSeconds(60));
        this.process = new ReaderProcess(settings, new ReaderCommand(settings));
        this.folder = folder;
    }

    /** Whether letters in pictures can be recognised on this machine. */
    public static boolean recognises(Path folder) {
        return RecognitionProgram.find(settings(folder, Duration.ofSeconds(1)).recognition())
                .isPresent();
    }

    /** As the application would: masked, recognised where there is only a picture. */
    public ReadAnswer read(FileType type, byte[] content) throws IOException, InterruptedException {
        Path file = Files.write(Files.createTempFile(folder, "document", ""), content);
        ReadAnswer answer =
                process.read(ReadRequest.text(file, type, CHARACTERS)).orElseThrow();
        if (answer.state() == fr.acquis.evidence.ReadingState.NO_TEXT) {
            answer =
                    process.read(ReadRequest.picture(file, type, CHARACTERS, 1)).orElseThrow();
        }
        return new ReadAnswer(
                answer.state(),
                answer.pages(),
                SensitiveNumbers.mask(answer.text()),
                answer.cutShort(),
                answer.marks());
    }

    /** What reading keeps of the pages of a document: a letter each. */
    public String marks(FileType type, Path file) throws IOException, InterruptedException {
        return process.read(ReadRequest.text(file, type, CHARACTERS))
                .orElseThrow()
                .marks();
    }

    /** A page as people look at it. */
    public ShownPage.Drawn drawn(FileType type, Path file, int page) throws IOException, InterruptedException {
        ReadRequest request = ReadRequest.page(file, type, 400_000, page);
        try {
            PageSheet sheet = PageSheet.of(process.read(request).orElseThrow().text());
            return new ShownPage.Drawn(
                    sheet, new ByteArrayInputStream(Files.readAllBytes(request.drawing())), sheet.covered());
        } finally {
            Files.deleteIfExists(request.drawing());
            Files.deleteIfExists(request.thumbnail());
        }
    }

    static EvidenceSettings settings(Path spool, Duration perDocument) {
        return new EvidenceSettings(
                DataSize.ofMegabytes(200),
                DataSize.ofMegabytes(600),
                150_000_000,
                DataSize.ofGigabytes(2),
                400,
                spool,
                new EvidenceSettings.Reader(
                        1,
                        DataSize.ofMegabytes(256),
                        perDocument,
                        CHARACTERS,
                        3,
                        Duration.ofMinutes(2),
                        Duration.ofSeconds(10),
                        Isolation.WHERE_POSSIBLE),
                new EvidenceSettings.Recognition("tesseract", "fra", 40),
                new EvidenceSettings.Antivirus(null, 3310, Duration.ofMinutes(2), Duration.ofSeconds(30)));
    }

    @Override
    public void close() {
        process.close();
    }
}
