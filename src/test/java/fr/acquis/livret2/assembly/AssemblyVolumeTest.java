package fr.acquis.livret2.assembly;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import javax.imageio.ImageIO;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.pdmodel.graphics.image.JPEGFactory;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.core.io.ClassPathResource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A file of more than 600 pages, scans, photographs and written documents, in a quarter of the heap the product may have. */
@Tag("heavy")
class AssemblyVolumeTest {

    private static final int SCANS = 20;
    private static final int WRITTEN = 20;
    private static final int PHOTOGRAPHS = 60;

    @Test
    void six_hundred_pages_are_assembled_within_a_minute_in_a_small_heap(@TempDir Path folder) throws Exception {
        Path pieces = Files.createDirectories(folder.resolve("pieces"));
        made(pieces);
        Path report = Path.of("target/bench/livret2-assembly.json");
        Files.createDirectories(report.getParent());
        JsonNode figures = JsonMapper.shared().readTree(assembled(pieces, report.resolveSibling("livret2.pdf")));
        Files.writeString(report, figures.toPrettyString());
        assertThat(figures.get("pages").asInt()).isGreaterThanOrEqualTo(600);
        assertThat(figures.get("pagesCovered").asInt()).isEqualTo(WRITTEN / 2 * 3);
        assertThat(figures.get("told").asInt()).isEqualTo(SCANS + WRITTEN + PHOTOGRAPHS);
        assertThat(figures.get("heapPeakMegabytes").asInt()).isLessThanOrEqualTo(512);
        assertThat(figures.get("seconds").asDouble()).isLessThanOrEqualTo(60);
    }

    private static String assembled(Path pieces, Path file) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(List.of(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-Xmx512m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        AssemblyUnderHeap.class.getName(),
                        pieces.toString(),
                        file.toString()))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        return said.lines().filter(line -> line.startsWith("{")).findFirst().orElseThrow();
    }

    private static void made(Path folder) throws IOException {
        byte[] sheet = grain(1240, 1754);
        byte[] photograph = grain(4000, 3000);
        for (int n = 0; n < PHOTOGRAPHS; n++) {
            Files.write(folder.resolve("photo-%02d.jpg".formatted(n)), photograph);
        }
        for (int n = 0; n < SCANS; n++) {
            scan(folder.resolve("scan-%02d.pdf".formatted(n)), sheet);
        }
        for (int n = 0; n < WRITTEN; n++) {
            written(folder.resolve("texte-%02d.pdf".formatted(n)), n % 2 == 0);
        }
    }

    /** Ten pages, each a picture of its own. */
    private static void scan(Path file, byte[] sheet) throws IOException {
        try (PDDocument document = new PDDocument()) {
            for (int n = 0; n < 10; n++) {
                PDPage page = new PDPage(PDRectangle.A4);
                document.addPage(page);
                try (PDPageContentStream pen = new PDPageContentStream(document, page)) {
                    pen.drawImage(JPEGFactory.createFromByteArray(document, sheet), 0, 0, 595, 842);
                }
            }
            document.save(file.toFile());
        }
    }

    /** Fifteen pages of text in an embedded font. */
    private static void written(Path file, boolean payslip) throws IOException {
        try (PDDocument document = new PDDocument();
                var resource = new ClassPathResource("fonts/Inter-Regular.ttf").getInputStream()) {
            PDFont font = PDType0Font.load(document, resource);
            for (int n = 1; n <= 15; n++) {
                PDPage page = new PDPage(PDRectangle.A4);
                document.addPage(page);
                try (PDPageContentStream pen = new PDPageContentStream(document, page)) {
                    pen.beginText();
                    pen.setFont(font, 10);
                    pen.newLineAtOffset(60, 780);
                    for (int line = 0; line < 50; line++) {
                        pen.showText(
                                "Page %d, ligne %d : compte rendu d’une visite conduite seule.".formatted(n, line));
                        pen.newLineAtOffset(0, -14);
                    }
                    // A payslip in half of these documents, on three pages of each.
                    if (payslip && n % 5 == 0) {
                        pen.showText("Numéro de sécurité sociale : 2 85 05 78 006 084 36");
                    }
                    pen.endText();
                }
            }
            document.save(file.toFile());
        }
    }

    /** As heavy as a camera's: every pixel differs from its neighbours. */
    private static byte[] grain(int width, int height) throws IOException {
        Random chance = new Random(1);
        BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int x = 0; x < width; x++) {
            for (int y = 0; y < height; y++) {
                int light = 200 + chance.nextInt(40);
                picture.setRGB(x, y, light << 16 | light << 8 | light);
            }
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(picture, "jpeg", bytes);
        return bytes.toByteArray();
    }
}
