package fr.acquis.livret2.assembly;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.PDEmbeddedFilesNameTreeNode;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDPageContentStream.AppendMode;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDMetadata;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.apache.pdfbox.pdmodel.graphics.image.JPEGFactory;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.pdmodel.graphics.optionalcontent.PDOptionalContentGroup;
import org.apache.pdfbox.pdmodel.graphics.optionalcontent.PDOptionalContentProperties;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionJavaScript;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationRubberStamp;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationText;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAppearanceDictionary;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAppearanceStream;
import org.apache.pdfbox.pdmodel.interactive.form.PDAcroForm;
import org.apache.pdfbox.pdmodel.interactive.form.PDTextField;

/** Pieces of a plainly fictive person with numbers wherever a document can hold one. */
final class HidingPieces {

    static final String NIR = "2 85 05 78 006 084 36";
    static final String IBAN = "FR76 3000 6000 0112 3456 7890 189";
    static final String RATE = "7,43";
    static final List<String> SQUASHED = List.of("2850578006084", "3000600001123456", "7800608436");

    static final int PAGES = 9;

    /** Shares its resources with the payslip, and shows nothing of it. */
    static final int CLEAN_PAGE = 2;

    private static final PDType1Font FONT = new PDType1Font(Standard14Fonts.FontName.HELVETICA);
    private static final String WORDS = "Compte rendu d'une journee chez une personne qui vit seule, a domicile";

    private final PDDocument document = new PDDocument();
    private final PDResources shared = new PDResources();

    private HidingPieces() {}

    static byte[] pdf() throws IOException {
        HidingPieces made = new HidingPieces();
        try (PDDocument document = made.document) {
            made.payslip();
            made.clean();
            made.fields();
            made.unseenLetters();
            made.notes();
            made.saidBeside();
            made.scan();
            made.besideThePage();
            made.pictureUnderARectangle();
            made.aroundThePages();
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            document.save(out);
            return out.toByteArray();
        }
    }

    private PDPage page(String... lines) throws IOException {
        PDPage page = new PDPage(PDRectangle.A4);
        page.setResources(shared);
        document.addPage(page);
        try (PDPageContentStream pen = pen(page)) {
            for (int at = 0; at < lines.length; at++) {
                line(pen, 60, 740 - 22 * at, lines[at]);
            }
        }
        return page;
    }

    private PDPageContentStream pen(PDPage page) throws IOException {
        return new PDPageContentStream(document, page, AppendMode.APPEND, true, true);
    }

    private static void line(PDPageContentStream pen, float x, float y, String text) throws IOException {
        pen.beginText();
        pen.setFont(FONT, 12);
        pen.newLineAtOffset(x, y);
        pen.showText(text);
        pen.endText();
    }

    private void payslip() throws IOException {
        PDPage page = page(
                "Bulletin de paie de Camille Specimen",
                "Emploi : aide a domicile",
                "Securite sociale : " + NIR,
                "IBAN : " + IBAN,
                "Prélèvement à la source, taux personnalisé : " + RATE + " %");
        PDAppearanceStream stamp = new PDAppearanceStream(document);
        stamp.setBBox(new PDRectangle(300, 40));
        stamp.setResources(new PDResources());
        try (PDPageContentStream pen = new PDPageContentStream(document, stamp)) {
            line(pen, 0, 10, NIR);
        }
        try (PDPageContentStream pen = pen(page)) {
            pen.drawForm(stamp);
        }
    }

    /** With a small picture that a camera wrote a number beside, and orders that say one in a remark. */
    private void clean() throws IOException {
        PDPage page = page(WORDS, "Le matin : lever, toilette, petit dejeuner, promenade au marche du village.");
        BufferedImage small = new BufferedImage(60, 60, BufferedImage.TYPE_INT_RGB);
        PDImageXObject picture = JPEGFactory.createFromByteArray(document, remarked(jpeg(small)));
        try (PDPageContentStream pen = pen(page)) {
            pen.drawImage(picture, 60, 500, 40, 40);
            pen.addComment(NIR);
        }
        page.getCOSObject().setString(COSName.getPDFName("PieceInfo"), NIR);
    }

    private void fields() throws IOException {
        PDPage page = page(WORDS);
        PDAcroForm form = new PDAcroForm(document);
        document.getDocumentCatalog().setAcroForm(form);
        PDResources resources = new PDResources();
        resources.put(COSName.getPDFName("Helv"), FONT);
        form.setDefaultResources(resources);
        form.setDefaultAppearance("/Helv 12 Tf 0 g");
        PDTextField field = new PDTextField(form);
        field.setPartialName("numero");
        field.setDefaultAppearance("/Helv 12 Tf 0 g");
        form.getFields().add(field);
        var widget = field.getWidgets().getFirst();
        widget.setRectangle(new PDRectangle(60, 400, 300, 24));
        widget.setPage(page);
        widget.setPrinted(true);
        page.getAnnotations().add(widget);
        field.setValue(NIR);
    }

    private void unseenLetters() throws IOException {
        PDPage page = page(WORDS);
        try (PDPageContentStream pen = pen(page)) {
            pen.setRenderingMode(RenderingMode.NEITHER);
            line(pen, 60, 300, IBAN);
        }
    }

    /** A note that says a number, and a stamp that shows one without saying it. */
    private void notes() throws IOException {
        PDPage page = page(WORDS);
        PDAnnotationText note = new PDAnnotationText();
        note.setRectangle(new PDRectangle(400, 700, 20, 20));
        note.setContents("IBAN : " + IBAN);
        page.getAnnotations().add(note);
        PDAnnotationRubberStamp stamp = new PDAnnotationRubberStamp();
        stamp.setRectangle(new PDRectangle(60, 300, 300, 40));
        PDAppearanceStream look = new PDAppearanceStream(document);
        look.setBBox(new PDRectangle(300, 40));
        look.setResources(new PDResources());
        try (PDPageContentStream pen = new PDPageContentStream(document, look)) {
            line(pen, 4, 14, NIR);
        }
        PDAppearanceDictionary looks = new PDAppearanceDictionary();
        looks.setNormalAppearance(look);
        stamp.setAppearance(looks);
        page.getAnnotations().add(stamp);
    }

    private void saidBeside() throws IOException {
        PDPage page = page(WORDS);
        COSDictionary said = new COSDictionary();
        said.setString(COSName.ALT, NIR);
        try (PDPageContentStream pen = pen(page)) {
            pen.beginMarkedContent(
                    COSName.getPDFName("Span"),
                    org.apache.pdfbox.pdmodel.documentinterchange.markedcontent.PDPropertyList.create(said));
            line(pen, 60, 600, "Le soir : repas et coucher.");
            pen.endMarkedContent();
        }
    }

    private void scan() throws IOException {
        PDPage page = page();
        try (PDPageContentStream pen = pen(page)) {
            pen.drawImage(JPEGFactory.createFromImage(document, sheet()), 0, 0, 595, 842);
        }
    }

    private void besideThePage() throws IOException {
        PDPage page = page(WORDS);
        page.setCropBox(new PDRectangle(0, 400, 595, 442));
        try (PDPageContentStream pen = pen(page)) {
            line(pen, 60, 100, NIR);
        }
    }

    private void pictureUnderARectangle() throws IOException {
        PDPage page = page(WORDS);
        try (PDPageContentStream pen = pen(page)) {
            pen.drawImage(JPEGFactory.createFromImage(document, sheet()), 60, 60, 400, 560);
            pen.setNonStrokingColor(Color.BLACK);
            pen.addRect(60, 380, 400, 160);
            pen.fill();
        }
        PDOptionalContentGroup layer = new PDOptionalContentGroup("Caches");
        PDOptionalContentProperties layers = new PDOptionalContentProperties();
        layers.addGroup(layer);
        document.getDocumentCatalog().setOCProperties(layers);
    }

    private void aroundThePages() throws IOException {
        document.getDocumentInformation().setSubject(NIR);
        PDMetadata metadata = new PDMetadata(document);
        metadata.importXMPMetadata(("<x>" + NIR + "</x>").getBytes(StandardCharsets.UTF_8));
        document.getDocumentCatalog().setMetadata(metadata);
        document.getDocumentCatalog().setOpenAction(new PDActionJavaScript("app.alert('" + NIR + "')"));
        PDEmbeddedFile file =
                new PDEmbeddedFile(document, new ByteArrayInputStream(IBAN.getBytes(StandardCharsets.UTF_8)));
        PDComplexFileSpecification named = new PDComplexFileSpecification();
        named.setFile("rib.txt");
        named.setEmbeddedFile(file);
        PDEmbeddedFilesNameTreeNode files = new PDEmbeddedFilesNameTreeNode();
        files.setNames(Map.of("rib.txt", named));
        PDDocumentNameDictionary names = new PDDocumentNameDictionary(document.getDocumentCatalog());
        names.setEmbeddedFiles(files);
        document.getDocumentCatalog().setNames(names);
    }

    static byte[] photograph() throws IOException {
        return jpeg(sheet());
    }

    /** Without a letter on it. */
    static byte[] landscape() throws IOException {
        BufferedImage picture = new BufferedImage(900, 600, BufferedImage.TYPE_INT_RGB);
        Graphics2D brush = picture.createGraphics();
        brush.setColor(new Color(0x8FB7D8));
        brush.fillRect(0, 0, 900, 350);
        brush.setColor(new Color(0x4F7A3A));
        brush.fillRect(0, 350, 900, 250);
        brush.dispose();
        return jpeg(picture);
    }

    private static BufferedImage sheet() {
        BufferedImage sheet = new BufferedImage(1240, 1754, BufferedImage.TYPE_INT_RGB);
        Graphics2D brush = sheet.createGraphics();
        brush.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        brush.setColor(Color.WHITE);
        brush.fillRect(0, 0, 1240, 1754);
        brush.setColor(Color.BLACK);
        brush.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 34));
        brush.drawString("Bulletin de paie de Camille Specimen, aide à domicile", 90, 200);
        brush.drawString("Numéro de sécurité sociale : " + NIR, 90, 300);
        brush.drawString("IBAN : " + IBAN, 90, 400);
        brush.dispose();
        return sheet;
    }

    private static byte[] jpeg(BufferedImage picture) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(picture, "jpeg", out);
        return out.toByteArray();
    }

    private static byte[] remarked(byte[] jpeg) throws IOException {
        byte[] remark = NIR.getBytes(StandardCharsets.US_ASCII);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(jpeg, 0, 2);
        out.write(new byte[] {(byte) 0xFF, (byte) 0xFE, 0, (byte) (remark.length + 2)});
        out.write(remark);
        out.write(jpeg, 2, jpeg.length - 2);
        return out.toByteArray();
    }
}
