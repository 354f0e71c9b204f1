package fr.acquis.livret2.assembly;

import static org.assertj.core.api.Assertions.assertThat;

import fr.acquis.certification.SkillBlockCode;
import fr.acquis.certification.SkillId;
import fr.acquis.evidence.Documents;
import fr.acquis.evidence.Evidence;
import fr.acquis.evidence.EvidenceId;
import fr.acquis.evidence.EvidenceKind;
import fr.acquis.evidence.FileType;
import fr.acquis.livret2.AssembledFile.Inclusion;
import fr.acquis.livret2.AssembledFile.Place;
import fr.acquis.livret2.Content;
import fr.acquis.livret2.Proof;
import fr.acquis.livret2.Question;
import fr.acquis.shared.Sha256;
import fr.acquis.shell.Dates;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionJavaScript;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.context.support.ResourceBundleMessageSource;

/** The one file of a deposit, made of real documents. */
@Tag("whole")
@Tag("fast")
class FileAssemblyTest {

    private final HeldPieces held = new HeldPieces();
    private final List<Path> made = new ArrayList<>();

    @AfterEach
    void delete() throws IOException {
        for (Path path : made) {
            Files.deleteIfExists(path);
        }
    }

    @Test
    void blocs_skills_and_pieces_have_their_bookmarks_and_every_page_its_number() throws IOException {
        EvidenceId plan = held.add(FileType.PDF, "plan.pdf", Documents.pdf("Plan page une", "Plan page deux"));
        EvidenceId photo = held.add(FileType.PNG, "photo.png", Documents.picture("png"));
        Assembled file = assemble(
                entry("C1", "Prospecter", proof(plan, "2", "Mon plan de la semaine"), proof(photo, null, null)),
                entry("C2", "Estimer", proof(plan, null, null)));
        try (PDDocument document = Loader.loadPDF(file.path().toFile())) {
            assertThat(bookmarks(document))
                    .containsExactly(
                            "Sommaire",
                            "BC01 – Vendre",
                            "> C1 – Prospecter",
                            "> C2 – Estimer",
                            "Pièces",
                            "> Pièce 1 – %s (plan.pdf)".formatted(kind()),
                            "> Pièce 2 – %s (photo.png)".formatted(kind()),
                            "Index des preuves par compétence");
            for (int page = 1; page <= document.getNumberOfPages(); page++) {
                assertThat(text(document, page)).contains(page + " / " + file.pages());
            }
            Place first = file.places().getFirst();
            assertThat(first.pages()).isEqualTo(2);
            assertThat(text(document, first.page())).contains("Plan page une", "page 1 sur 2 de la pièce");
            assertThat(text(document, first.page() + 1)).contains("Plan page deux");
            assertThat(text(document, 2)).contains("Sommaire", "C2 – Estimer");
            assertThat(text(document, 3)).contains("J’ai fait cela moi-même.", "Mon plan de la semaine");
            // The line of a proof names the page the piece really begins on.
            assertThat(text(document, 3)).containsPattern("plan\\.pdf\\)\\s+" + first.page());
        }
        assertThat(file.places()).extracting(Place::inclusion).containsOnly(Inclusion.PAGES);
    }

    @Test
    void the_hash_is_that_of_the_file() throws IOException {
        EvidenceId plan = held.add(FileType.PDF, "plan.pdf", Documents.pdf("Plan"));
        Assembled file = assemble(entry("C1", "Prospecter", proof(plan, null, null)));
        byte[] bytes = Files.readAllBytes(file.path());
        assertThat(file.sha256()).isEqualTo(Sha256.of(bytes));
        assertThat(file.size()).isEqualTo(bytes.length);
    }

    @Test
    void a_piece_that_cannot_be_shown_is_said_in_words_and_stops_nothing() throws IOException {
        EvidenceId locked = held.add(FileType.PDF, "secret.pdf", Documents.lockedPdf("Secret"));
        EvidenceId broken = held.add(
                FileType.PDF, "casse.pdf", "%PDF-1.7 rien de plus".getBytes(java.nio.charset.StandardCharsets.UTF_8));
        EvidenceId report = held.add(FileType.DOCX, "rapport.docx", Documents.docx("Rapport"));
        EvidenceId photo = held.add(FileType.JPEG, "photo.jpg", new byte[] {(byte) 0xFF, (byte) 0xD8, 1, 2, 3});
        EvidenceId gone = EvidenceId.create();
        EvidenceId whole = held.add(FileType.PDF, "bon.pdf", Documents.pdf("Lisible"));
        Assembled file = assemble(entry(
                "C1",
                "Prospecter",
                proof(locked, null, null),
                proof(broken, null, null),
                proof(report, null, null),
                proof(photo, null, null),
                proof(gone, null, null),
                proof(whole, null, null)));
        assertThat(file.places())
                .extracting(Place::inclusion)
                .containsExactly(
                        Inclusion.ENCRYPTED,
                        Inclusion.UNREADABLE,
                        Inclusion.SEPARATE,
                        Inclusion.UNREADABLE,
                        Inclusion.WITHDRAWN,
                        Inclusion.PAGES);
        try (PDDocument document = Loader.loadPDF(file.path().toFile())) {
            assertThat(text(document, file.places().get(0).page())).contains("mot de passe");
            assertThat(text(document, file.places().get(1).page())).contains("endommagé");
            assertThat(text(document, file.places().get(2).page())).contains("jointe à part", "rapport.docx");
            assertThat(text(document, file.places().get(4).page())).contains("retirée");
            assertThat(text(document, file.places().get(5).page())).contains("Lisible");
        }
    }

    @Test
    void an_identity_document_never_enters_the_file() throws IOException {
        EvidenceId card =
                held.add(EvidenceKind.IDENTITY_DOCUMENT, FileType.PDF, "carte.pdf", Documents.pdf("Carte d'identite"));
        Assembled file = assemble(entry("C1", "Prospecter", proof(card, null, null)));
        try (PDDocument document = Loader.loadPDF(file.path().toFile())) {
            assertThat(new PDFTextStripper().getText(document)).doesNotContain("Carte d'identite");
        }
    }

    @Test
    void a_page_keeps_its_way_up_and_leaves_its_scripts_behind() throws IOException {
        EvidenceId turned = held.add(FileType.PDF, "tourne.pdf", turnedWithScript());
        Assembled file = assemble(entry("C1", "Prospecter", proof(turned, null, null)));
        assertThat(file.places().getFirst().inclusion()).isEqualTo(Inclusion.PAGES);
        try (PDDocument document = Loader.loadPDF(file.path().toFile())) {
            PDPage page = document.getPage(file.places().getFirst().page() - 1);
            assertThat(page.getMediaBox().getWidth())
                    .isGreaterThan(page.getMediaBox().getHeight());
            assertThat(document.getDocumentCatalog().getOpenAction()).isNull();
            assertThat(text(document, file.places().getFirst().page())).contains("De travers");
        }
        assertThat(new String(Files.readAllBytes(file.path()), java.nio.charset.StandardCharsets.ISO_8859_1))
                .doesNotContain("JavaScript", "app.alert");
    }

    @Test
    void a_photograph_taken_upright_stands_upright() throws IOException {
        EvidenceId photo = held.add(FileType.JPEG, "photo.jpg", heldUpright());
        Assembled file = assemble(entry("C1", "Prospecter", proof(photo, null, null)));
        assertThat(file.places().getFirst().inclusion()).isEqualTo(Inclusion.PAGES);
        try (PDDocument document = Loader.loadPDF(file.path().toFile())) {
            int at = file.places().getFirst().page() - 1;
            PDPage page = document.getPage(at);
            assertThat(page.getMediaBox().getHeight())
                    .isGreaterThan(page.getMediaBox().getWidth());
            BufferedImage seen = new PDFRenderer(document).renderImage(at);
            // The camera's left edge, red, is the top when it was held upright (orientation 6).
            int middle = seen.getWidth() / 2;
            assertThat(seen.getRGB(middle, seen.getHeight() / 6) >> 16 & 0xFF).isGreaterThan(180);
            assertThat(seen.getRGB(middle, seen.getHeight() * 5 / 6) & 0xFF).isGreaterThan(180);
        }
    }

    @Test
    void signs_no_font_of_ours_has_stop_nothing() throws IOException {
        Content.Entry strange = new Content.Entry(
                SkillId.create(),
                "C1",
                "Prospecter",
                List.of(),
                Map.of(
                        Question.SITUATION,
                        "Bonjour 😀 ‏العربية\t" + "x".repeat(400),
                        Question.ACTION,
                        "\u0000",
                        Question.RESULT,
                        ""),
                List.of());
        Assembled file = assemble(strange);
        try (PDDocument document = Loader.loadPDF(file.path().toFile())) {
            assertThat(new PDFTextStripper().getText(document))
                    .contains("Bonjour", "Sans réponse.", "Aucune preuve liée.");
        }
    }

    private Assembled assemble(Content.Entry... entries) {
        ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
        messages.setBasenames("messages/livret2", "messages/evidence");
        messages.setDefaultEncoding("UTF-8");
        messages.setFallbackToSystemLocale(false);
        Content content =
                new Content(List.of(new Content.Bloc(new SkillBlockCode("BC01"), "Vendre", List.of(entries))));
        List<Integer> told = new ArrayList<>();
        Assembled file = new FileAssembly(held, HeldPieces::asTheyAre, messages, new Dates(Clock.systemUTC()))
                .assemble(held.dossier(content), told::add);
        made.add(file.path());
        assertThat(told).hasSize(content.pieces().size());
        return file;
    }

    private static Content.Entry entry(String code, String statement, Proof... proofs) {
        return new Content.Entry(
                SkillId.create(),
                code,
                statement,
                List.of(),
                Map.of(
                        Question.SITUATION, "Une agence, trois personnes.",
                        Question.ACTION, "J’ai fait cela moi-même.",
                        Question.RESULT, "Deux mandats de plus."),
                Arrays.asList(proofs));
    }

    private Proof proof(EvidenceId evidence, String pages, String comment) {
        Evidence piece = held.held().get(evidence);
        return new Proof(
                evidence,
                piece == null ? EvidenceKind.WORK_SAMPLE : piece.kind(),
                piece == null ? Sha256.of("gone") : piece.current().sha256(),
                pages,
                comment);
    }

    private static String kind() {
        return java.util.ResourceBundle.getBundle("messages/evidence", java.util.Locale.ROOT)
                .getString(EvidenceKind.WORK_SAMPLE.messageKey());
    }

    private static String text(PDDocument document, int page) throws IOException {
        PDFTextStripper reader = new PDFTextStripper();
        reader.setStartPage(page);
        reader.setEndPage(page);
        reader.setSortByPosition(true);
        return reader.getText(document).replace('\u00a0', ' ');
    }

    private static List<String> bookmarks(PDDocument document) {
        List<String> titles = new ArrayList<>();
        collect(document.getDocumentCatalog().getDocumentOutline().children(), "", titles);
        return titles;
    }

    private static void collect(Iterable<PDOutlineItem> items, String before, List<String> titles) {
        for (PDOutlineItem item : items) {
            titles.add(before + item.getTitle());
            collect(item.children(), "> ", titles);
        }
    }

    private static byte[] turnedWithScript() throws IOException {
        try (PDDocument document = new PDDocument();
                ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            PDPage page = new PDPage(PDRectangle.A4);
            page.setRotation(90);
            document.addPage(page);
            try (PDPageContentStream pen = new PDPageContentStream(document, page)) {
                pen.beginText();
                pen.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 20);
                pen.newLineAtOffset(100, 400);
                pen.showText("De travers");
                pen.endText();
            }
            document.getDocumentCatalog().setOpenAction(new PDActionJavaScript("app.alert('x')"));
            page.getCOSObject().setItem(COSName.AA, new PDActionJavaScript("app.alert('y')"));
            document.save(bytes);
            return bytes.toByteArray();
        }
    }

    /** 600 by 400 as the camera stores it, its left third red and its right third blue, marked as held upright. */
    private static byte[] heldUpright() throws IOException {
        BufferedImage stored = new BufferedImage(600, 400, BufferedImage.TYPE_INT_RGB);
        for (int x = 0; x < 600; x++) {
            for (int y = 0; y < 400; y++) {
                stored.setRGB(x, y, x < 200 ? 0xFF0000 : x > 400 ? 0x0000FF : 0xFFFFFF);
            }
        }
        ByteArrayOutputStream jpeg = new ByteArrayOutputStream();
        javax.imageio.ImageIO.write(stored, "jpeg", jpeg);
        byte[] plain = jpeg.toByteArray();
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
            6,
            0,
            0,
            0,
            0,
            0,
            0
        };
        ByteArrayOutputStream marked = new ByteArrayOutputStream();
        marked.write(plain, 0, 2);
        marked.write(exif);
        marked.write(plain, 2, plain.length - 2);
        return marked.toByteArray();
    }
}
