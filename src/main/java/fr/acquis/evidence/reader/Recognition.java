package fr.acquis.evidence.reader;

import fr.acquis.evidence.FileType;
import fr.acquis.evidence.ReadingState;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;

/** Recognises the letters on the picture of one page by the installed Tesseract, at the lowest priority of the system. */
final class Recognition {

    /** Path of the program, set by the parent; absent where there is none. */
    static final String PROGRAM = "acquis.recognition";

    private static final int DOTS_PER_INCH = 220;
    private static final double MOST_PIXELS = 9_000_000;

    /** One column of text of any size: keeps the rows of a form together. */
    private static final String ROWS = "4";

    /** Looks for the orientation first: for sheets photographed on their side. */
    private static final String TURNED = "1";

    private static final int FEW_LETTERS = 40;
    private static final long SECONDS = 25;

    ReadAnswer read(ReadRequest request) throws IOException {
        String program = System.getProperty(PROGRAM);
        if (program == null) {
            throw new IOException("no program recognises letters here");
        }
        Path picture = Files.createTempFile("page-", ".png");
        try {
            int pages = draw(request, picture);
            String text = recognised(program, picture, ROWS);
            if (letters(text) < FEW_LETTERS) {
                String turned = recognised(program, picture, TURNED);
                text = letters(turned) > letters(text) ? turned : text;
            }
            boolean cut = text.length() > request.characters();
            String kept = cut ? text.substring(0, request.characters()) : text;
            return new ReadAnswer(letters(kept) == 0 ? ReadingState.NO_TEXT : ReadingState.READ, pages, kept, cut);
        } finally {
            Files.deleteIfExists(picture);
        }
    }

    /** @return how many pages the document has */
    private static int draw(ReadRequest request, Path picture) throws IOException {
        if (request.type() != FileType.PDF) {
            ImageIO.write(decoded(request.file()), "png", picture.toFile());
            return 1;
        }
        try (PDDocument document = PdfReading.open(request.file())) {
            int page = request.page() - 1;
            PDRectangle size = document.getPage(page).getCropBox();
            double squareInches = size.getWidth() / 72.0 * size.getHeight() / 72.0;
            double finest = Math.sqrt(MOST_PIXELS / squareInches);
            BufferedImage image = new PDFRenderer(document)
                    .renderImageWithDPI(page, (float) Math.min(DOTS_PER_INCH, finest), ImageType.GRAY);
            ImageIO.write(image, "png", picture.toFile());
            return document.getNumberOfPages();
        }
    }

    private static BufferedImage decoded(Path file) throws IOException {
        try (ImageInputStream content = ImageIO.createImageInputStream(file.toFile())) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(content);
            if (!readers.hasNext()) {
                throw new IOException("a picture of an unknown kind");
            }
            ImageReader reader = readers.next();
            try {
                reader.setInput(content, true, true);
                ImageReadParam coarse = reader.getDefaultReadParam();
                double pixels = (double) reader.getWidth(0) * reader.getHeight(0);
                int step = Math.max(1, (int) Math.ceil(Math.sqrt(pixels / MOST_PIXELS)));
                coarse.setSourceSubsampling(step, step, 0, 0);
                return reader.read(0, coarse);
            } finally {
                reader.dispose();
            }
        }
    }

    private static String recognised(String program, Path picture, String layout) throws IOException {
        List<String> command = new ArrayList<>();
        if (Files.isExecutable(Path.of("/usr/bin/nice"))) {
            command.addAll(List.of("/usr/bin/nice", "-n", "19"));
        }
        command.addAll(List.of(
                program,
                picture.toString(),
                "stdout",
                "-l",
                "fra",
                "--psm",
                layout,
                "-c",
                "preserve_interword_spaces=1"));
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().put("OMP_THREAD_LIMIT", "1");
        Process process = builder.start();
        try {
            process.getOutputStream().close();
            Thread.ofVirtual().start(() -> killWhenLate(process));
            String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return cells(text);
        } finally {
            process.destroyForcibly();
        }
    }

    private static void killWhenLate(Process process) {
        try {
            if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException never) {
            Thread.currentThread().interrupt();
        }
    }

    /** Wide gaps part cells, as they do in a text that was never a picture. */
    private static String cells(String text) {
        return text.replace('\f', '\n').replaceAll(" {3,}", "\t").replaceAll("\\n{2,}", "\n");
    }

    private static long letters(String text) {
        return text.chars().filter(Character::isLetter).count();
    }
}
