package fr.acquis.evidence.reader;

import fr.acquis.evidence.FileType;
import fr.acquis.evidence.ReadingState;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;

/** Recognises the letters on the picture of one page by the installed Tesseract. */
final class Recognition {

    private static final int DOTS_PER_INCH = 220;
    private static final double MOST_PIXELS = 9_000_000;

    /** One column of text of any size: keeps the rows of a form together. */
    private static final String ROWS = "4";

    /** Looks for the orientation first: for sheets photographed on their side. */
    private static final String TURNED = "1";

    private static final int FEW_LETTERS = 40;

    ReadAnswer read(ReadRequest request) throws IOException {
        Path picture = Files.createTempFile("page-", ".png");
        try {
            int pages = draw(request, picture);
            String text = recognised(picture, ROWS);
            if (letters(text) < FEW_LETTERS) {
                String turned = recognised(picture, TURNED);
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
            BufferedImage held = Pictures.decoded(request.file(), MOST_PIXELS);
            ImageIO.write(Pictures.upright(held, request.file()), "png", picture.toFile());
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

    private static String recognised(Path picture, String layout) throws IOException {
        return cells(Tesseract.run(picture, "--psm", layout, "-c", "preserve_interword_spaces=1"));
    }

    /** Wide gaps part cells, as they do in a text that was never a picture. */
    private static String cells(String text) {
        return text.replace('\f', '\n').replaceAll(" {3,}", "\t").replaceAll("\\n{2,}", "\n");
    }

    private static long letters(String text) {
        return text.chars().filter(Character::isLetter).count();
    }
}
