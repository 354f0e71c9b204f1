package fr.acquis.devservices.demonstration;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Random;
import javax.imageio.ImageIO;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;
import org.apache.pdfbox.util.Matrix;

/** Pieces that look like what a candidate attaches, and say across the page that they are specimens. */
final class Specimens {

    private static final String WORD = "SPÉCIMEN";

    /** Five by seven dots each: a picture is drawn without a font, which a server may not have. */
    private static final List<String[]> DOTS = List.of(
            new String[] {" ####", "#    ", "#    ", " ### ", "    #", "    #", "#### "},
            new String[] {"#### ", "#   #", "#   #", "#### ", "#    ", "#    ", "#    "},
            new String[] {"#####", "#    ", "#    ", "#### ", "#    ", "#    ", "#####"},
            new String[] {" ####", "#    ", "#    ", "#    ", "#    ", "#    ", " ####"},
            new String[] {" ### ", "  #  ", "  #  ", "  #  ", "  #  ", "  #  ", " ### "},
            new String[] {"#   #", "## ##", "# # #", "#   #", "#   #", "#   #", "#   #"},
            new String[] {"#####", "#    ", "#    ", "#### ", "#    ", "#    ", "#####"},
            new String[] {"#   #", "##  #", "# # #", "#  ##", "#   #", "#   #", "#   #"});

    private Specimens() {}

    /** @param pages lines of each page, the first of a page its title */
    static byte[] pdf(List<List<String>> pages) {
        try (PDDocument document = new PDDocument();
                ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            document.getDocumentInformation().setTitle(pages.getFirst().getFirst());
            for (List<String> lines : pages) {
                page(document, lines);
            }
            document.save(bytes);
            return bytes.toByteArray();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static void page(PDDocument document, List<String> lines) throws IOException {
        PDFont plain = new PDType1Font(FontName.HELVETICA);
        PDFont bold = new PDType1Font(FontName.HELVETICA_BOLD);
        PDPage page = new PDPage(PDRectangle.A4);
        document.addPage(page);
        try (PDPageContentStream drawn = new PDPageContentStream(document, page)) {
            drawn.setNonStrokingColor(0.86f, 0.88f, 0.92f);
            drawn.beginText();
            drawn.setFont(bold, 84);
            drawn.setTextMatrix(Matrix.getRotateInstance(Math.toRadians(52), 150, 190));
            drawn.showText(WORD);
            drawn.endText();
            drawn.setNonStrokingColor(0.08f, 0.13f, 0.24f);
            float y = 770;
            for (int n = 0; n < lines.size(); n++) {
                drawn.beginText();
                drawn.setFont(n == 0 ? bold : plain, n == 0 ? 17 : 11);
                drawn.newLineAtOffset(64, y);
                drawn.showText(lines.get(n));
                drawn.endText();
                y -= n == 0 ? 40 : 20;
            }
        }
    }

    /** A photo of a place of work, as far as shapes can show one. */
    static byte[] photo(String seed) {
        Random chance = new Random(seed.hashCode());
        BufferedImage image = new BufferedImage(960, 640, BufferedImage.TYPE_INT_RGB);
        Graphics2D drawn = image.createGraphics();
        drawn.setPaint(new GradientPaint(0, 0, new Color(0xdfe8f1), 0, 640, new Color(0xb9c6d4)));
        drawn.fillRect(0, 0, 960, 640);
        drawn.setColor(new Color(0x8a6d4f));
        drawn.fillRect(0, 470, 960, 170);
        for (int n = 0; n < 9; n++) {
            drawn.setColor(new Color(60 + chance.nextInt(120), 70 + chance.nextInt(110), 90 + chance.nextInt(110)));
            int width = 60 + chance.nextInt(130);
            int height = 90 + chance.nextInt(250);
            int x = chance.nextInt(880);
            if (n % 3 == 0) {
                drawn.fill(new Ellipse2D.Double(x, 470 - width, width, width));
            } else {
                drawn.fillRect(x, 480 - height, width, height);
            }
        }
        drawn.setColor(new Color(255, 255, 255, 190));
        for (int letter = 0; letter < DOTS.size(); letter++) {
            dots(drawn, DOTS.get(letter), 60 + letter * 106);
        }
        drawn.dispose();
        try (ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            ImageIO.write(image, "jpg", bytes);
            return bytes.toByteArray();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static void dots(Graphics2D drawn, String[] rows, int left) {
        for (int row = 0; row < rows.length; row++) {
            for (int column = 0; column < rows[row].length(); column++) {
                if (rows[row].charAt(column) == '#') {
                    drawn.fillRect(left + column * 18, 240 + row * 18, 16, 16);
                }
            }
        }
    }
}
