package fr.acquis.evidence.corpus;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Random;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.image.JPEGFactory;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;

/** Makes of a clean sheet what a telephone or a tired scanner makes of it: turned a little, grey paper, grain. */
final class Scanner {

    private static final int DOTS_PER_INCH = 170;

    private Scanner() {}

    static byte[] picture(byte[] pdf, long seed) {
        try {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            ImageIO.write(worn(pdf, seed), "jpeg", out);
            return out.toByteArray();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    static byte[] pdf(byte[] pdf, long seed) {
        try (PDDocument document = new PDDocument()) {
            PDPage page = new PDPage(PDRectangle.A4);
            document.addPage(page);
            try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                content.drawImage(
                        JPEGFactory.createFromImage(document, worn(pdf, seed), 0.7f),
                        0,
                        0,
                        PDRectangle.A4.getWidth(),
                        PDRectangle.A4.getHeight());
            }
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            document.save(out);
            return out.toByteArray();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static BufferedImage worn(byte[] pdf, long seed) throws IOException {
        Random random = new Random(seed);
        BufferedImage clean;
        try (PDDocument document = Loader.loadPDF(pdf)) {
            clean = new PDFRenderer(document).renderImageWithDPI(0, DOTS_PER_INCH, ImageType.GRAY);
        }
        BufferedImage worn = new BufferedImage(clean.getWidth(), clean.getHeight(), BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D pen = worn.createGraphics();
        pen.setColor(new Color(236, 236, 236));
        pen.fillRect(0, 0, worn.getWidth(), worn.getHeight());
        pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        pen.rotate(Math.toRadians(random.nextDouble() * 2 - 1), clean.getWidth() / 2.0, clean.getHeight() / 2.0);
        pen.drawImage(clean, 0, 0, null);
        pen.dispose();
        grain(worn, random);
        return worn;
    }

    private static void grain(BufferedImage picture, Random random) {
        int[] row = new int[picture.getWidth()];
        for (int y = 0; y < picture.getHeight(); y++) {
            picture.getRaster().getSamples(0, y, row.length, 1, 0, row);
            for (int x = 0; x < row.length; x++) {
                int grey = row[x] - 10 + (int) (random.nextGaussian() * 9);
                row[x] = Math.clamp(grey, 0, 255);
            }
            picture.getRaster().setSamples(0, y, row.length, 1, 0, row);
        }
    }
}
