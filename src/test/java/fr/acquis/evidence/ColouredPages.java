package fr.acquis.evidence;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.function.Predicate;
import javax.imageio.ImageIO;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.apache.pdfbox.pdmodel.interactive.form.PDAcroForm;
import org.apache.pdfbox.pdmodel.interactive.form.PDTextField;

/** Pages whose secret numbers are red and whose other words are blue: what was covered can be told by colour alone. */
final class ColouredPages {

    static final String NIR = "2 85 05 78 006 084 36";
    static final String IBAN = "FR76 3000 6000 0112 3456 7890 189";
    private static final String OPEN = "Bulletin de paie de Camille Specimen, aide a domicile";
    private static final PDType1Font FONT = new PDType1Font(Standard14Fonts.FontName.HELVETICA);

    private ColouredPages() {}

    /** Upright; turned by its own page, with a crop box that does not begin at 0; a field somebody filled in. */
    static byte[] pdf() throws IOException {
        try (PDDocument document = new PDDocument()) {
            write(document, page(document, 0, PDRectangle.A4));
            write(document, page(document, 90, new PDRectangle(30, 200, 500, 600)));
            PDPage field = page(document, 0, PDRectangle.A4);
            write(document, field);
            fill(document, field);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            document.save(out);
            return out.toByteArray();
        }
    }

    private static PDPage page(PDDocument document, int turned, PDRectangle crop) {
        PDPage page = new PDPage(PDRectangle.A4);
        page.setCropBox(crop);
        page.setRotation(turned);
        document.addPage(page);
        return page;
    }

    private static void write(PDDocument document, PDPage page) throws IOException {
        try (PDPageContentStream pen = new PDPageContentStream(document, page)) {
            line(pen, 700, Color.BLUE, OPEN);
            line(pen, 660, Color.BLUE, "Securite sociale :");
            line(pen, 640, Color.RED, NIR);
            line(pen, 620, Color.RED, IBAN);
        }
    }

    private static void line(PDPageContentStream pen, int y, Color colour, String text) throws IOException {
        pen.beginText();
        pen.setNonStrokingColor(colour);
        pen.setFont(FONT, 12);
        pen.newLineAtOffset(60, y);
        pen.showText(text);
        pen.endText();
    }

    private static void fill(PDDocument document, PDPage page) throws IOException {
        PDAcroForm form = new PDAcroForm(document);
        document.getDocumentCatalog().setAcroForm(form);
        PDResources resources = new PDResources();
        resources.put(COSName.getPDFName("Helv"), FONT);
        form.setDefaultResources(resources);
        form.setDefaultAppearance("/Helv 12 Tf 1 0 0 rg");
        PDTextField field = new PDTextField(form);
        field.setPartialName("numero");
        field.setDefaultAppearance("/Helv 12 Tf 1 0 0 rg");
        form.getFields().add(field);
        var widget = field.getWidgets().getFirst();
        widget.setRectangle(new PDRectangle(60, 400, 300, 24));
        widget.setPage(page);
        widget.setPrinted(true);
        page.getAnnotations().add(widget);
        field.setValue(NIR);
    }

    /** Taken with the camera held on its side, which only its EXIF says. */
    static byte[] photograph() throws IOException {
        BufferedImage upright = new BufferedImage(1200, 800, BufferedImage.TYPE_INT_RGB);
        Graphics2D brush = upright.createGraphics();
        brush.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        brush.setColor(Color.WHITE);
        brush.fillRect(0, 0, 1200, 800);
        brush.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 34));
        brush.setColor(Color.BLUE);
        brush.drawString(OPEN, 60, 120);
        brush.drawString("Numéro de sécurité sociale :", 60, 220);
        brush.setColor(Color.RED);
        brush.drawString(NIR, 560, 220);
        brush.dispose();
        BufferedImage held = new BufferedImage(800, 1200, BufferedImage.TYPE_INT_RGB);
        Graphics2D turning = held.createGraphics();
        turning.translate(0, 1200);
        turning.rotate(-Math.PI / 2);
        turning.drawImage(upright, 0, 0, null);
        turning.dispose();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(held, "jpeg", out);
        return withOrientation(out.toByteArray(), 6);
    }

    private static byte[] withOrientation(byte[] jpeg, int orientation) {
        byte[] exif = {
            (byte) 0xFF,
            (byte) 0xE1,
            0,
            34,
            'E',
            'x',
            'i',
            'f',
            0,
            0,
            'M',
            'M',
            0,
            42,
            0,
            0,
            0,
            8,
            0,
            1,
            1,
            0x12,
            0,
            3,
            0,
            0,
            0,
            1,
            0,
            (byte) orientation,
            0,
            0,
            0,
            0,
            0,
            0
        };
        byte[] both = new byte[jpeg.length + exif.length];
        System.arraycopy(jpeg, 0, both, 0, 2);
        System.arraycopy(exif, 0, both, 2, exif.length);
        System.arraycopy(jpeg, 2, both, 2 + exif.length, jpeg.length - 2);
        return both;
    }

    static long red(BufferedImage drawing) {
        return count(
                drawing, colour -> colour.getRed() - colour.getBlue() > 90 && colour.getRed() - colour.getGreen() > 90);
    }

    static long blue(BufferedImage drawing) {
        return count(drawing, colour -> colour.getBlue() - colour.getRed() > 90);
    }

    private static long count(BufferedImage drawing, Predicate<Color> wanted) {
        long found = 0;
        for (int y = 0; y < drawing.getHeight(); y++) {
            for (int x = 0; x < drawing.getWidth(); x++) {
                found += wanted.test(new Color(drawing.getRGB(x, y))) ? 1 : 0;
            }
        }
        return found;
    }
}
