package fr.acquis.evidence.work;

import static org.assertj.core.api.Assertions.assertThat;

import fr.acquis.evidence.Documents;
import fr.acquis.evidence.EvidenceSettings;
import fr.acquis.evidence.FileType;
import fr.acquis.evidence.ReadingState;
import fr.acquis.evidence.reader.ReadRequest;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("evidence")
class ReaderProcessTest {

    @TempDir
    Path folder;

    @Test
    void a_bomb_costs_its_process_and_the_next_document_is_read_by_another() throws Exception {
        EvidenceSettings settings = settings(Duration.ofSeconds(8));
        try (ReaderProcess process = new ReaderProcess(settings, new ReaderCommand(settings))) {
            Path sound = Files.write(folder.resolve("sound.pdf"), Documents.pdf("Certificat"));
            assertThat(process.read(ReadRequest.text(sound, FileType.PDF, 1_000))
                            .orElseThrow()
                            .text())
                    .contains("Certificat");
            long first = process.pid().orElseThrow();
            Path bomb = bomb();
            assertThat(Files.size(bomb)).isLessThan(3_000_000);
            assertThat(process.read(ReadRequest.text(bomb, FileType.PDF, 1_000)))
                    .isEmpty();
            assertThat(ProcessHandle.of(first)).isEmpty();
            assertThat(process.read(ReadRequest.text(sound, FileType.PDF, 1_000))
                            .orElseThrow()
                            .state())
                    .isEqualTo(ReadingState.READ);
        }
    }

    @Test
    void text_beyond_what_is_kept_is_said_to_be_cut_short_and_no_file_stays_behind() throws Exception {
        EvidenceSettings settings = settings(Duration.ofSeconds(60));
        try (ReaderProcess process = new ReaderProcess(settings, new ReaderCommand(settings))) {
            Path file = Files.write(folder.resolve("long.pdf"), Documents.pdf("Bulletin de salaire", "Suite"));
            var answer = process.read(ReadRequest.text(file, FileType.PDF, 8)).orElseThrow();
            assertThat(answer.text()).isEqualTo("Bulletin");
            assertThat(answer.cutShort()).isTrue();
        }
        assertThat(folder.resolve("spool")).isEmptyDirectory();
    }

    /** A few hundred kilobytes of drawing orders that take minutes to go through. */
    private Path bomb() throws IOException {
        byte[] lines = "0 0 m 1 1 l S\n".repeat(10_000).getBytes(StandardCharsets.US_ASCII);
        Path file = folder.resolve("bomb.pdf");
        try (PDDocument document = new PDDocument()) {
            PDPage page = new PDPage();
            document.addPage(page);
            PDStream content = new PDStream(document);
            try (OutputStream out = content.createOutputStream(COSName.FLATE_DECODE)) {
                for (int n = 0; n < 5_000; n++) {
                    out.write(lines);
                }
            }
            page.setContents(content);
            document.save(file.toFile());
        }
        return file;
    }

    private EvidenceSettings settings(Duration perDocument) {
        return ReaderOnTrial.settings(folder.resolve("spool"), perDocument);
    }
}
