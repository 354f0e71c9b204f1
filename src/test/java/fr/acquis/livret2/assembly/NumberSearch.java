package fr.acquis.livret2.assembly;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSObjectKey;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdfparser.PDFStreamParser;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationLink;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;

/** Looks for the numbers of {@link HidingPieces} in a document: what it says, shows, holds and packs. */
final class NumberSearch {

    private final PDDocument document;
    private final Path folder;
    private final List<String> found = new ArrayList<>();

    NumberSearch(PDDocument document, Path folder) {
        this.document = document;
        this.folder = folder;
    }

    /** Where one was found, in words. */
    List<String> everywhere() throws IOException {
        look("text", new PDFTextStripper().getText(document));
        around();
        for (COSObjectKey key : document.getDocument().getXrefTable().keySet()) {
            COSObject object = document.getDocument().getObjectFromPool(key);
            look("object " + key.getNumber(), object.getObject(), 0);
        }
        return found;
    }

    /** The same in what can be seen on the pages that are pictures: letters were looked through already. */
    List<String> onPictures() throws IOException, InterruptedException {
        PDFRenderer renderer = new PDFRenderer(document);
        for (int page = 1; page <= document.getNumberOfPages(); page++) {
            if (drawsAWholePicture(page)) {
                Path picture = folder.resolve("page.png");
                ImageIO.write(renderer.renderImageWithDPI(page - 1, 160), "png", picture.toFile());
                look("recognised on page " + page, recognised(picture));
            }
        }
        return found;
    }

    /** What stands around the pages: nothing of the pieces at all. */
    private void around() throws IOException {
        COSDictionary catalog = document.getDocumentCatalog().getCOSObject();
        for (String name : List.of("Metadata", "AcroForm", "OpenAction", "AA", "Names", "AF", "OCProperties")) {
            if (catalog.containsKey(name)) {
                found.add("the catalog has " + name);
            }
        }
        for (PDPage page : document.getPages()) {
            for (PDAnnotation annotation : page.getAnnotations()) {
                if (!(annotation instanceof PDAnnotationLink link) || link.getAction() != null) {
                    found.add("an annotation of a piece: " + annotation.getSubtype());
                }
            }
        }
    }

    private void look(String where, COSBase value, int depth) throws IOException {
        switch (value) {
            case COSString string -> look(where, string.getString());
            case COSStream stream -> {
                look(where + ", packed", bytes(stream.createRawInputStream()));
                if (!String.valueOf(stream.getFilters()).contains("DCTDecode")) {
                    look(where + ", unpacked", bytes(stream.createInputStream()));
                }
                dictionary(where, stream, depth);
            }
            case COSDictionary dictionary -> dictionary(where, dictionary, depth);
            case org.apache.pdfbox.cos.COSArray array -> {
                for (COSBase one : array) {
                    inside(where, one, depth);
                }
            }
            case null, default -> {}
        }
    }

    private void dictionary(String where, COSDictionary dictionary, int depth) throws IOException {
        for (Map.Entry<COSName, COSBase> entry : dictionary.entrySet()) {
            inside(where + " " + entry.getKey().getName(), entry.getValue(), depth);
        }
    }

    /** What is referred to is an object of its own, and looked at as such. */
    private void inside(String where, COSBase value, int depth) throws IOException {
        if (depth < 12 && !(value instanceof COSObject)) {
            look(where, value, depth + 1);
        }
    }

    private void look(String where, String text) {
        String squashed = text.replaceAll("[^0-9A-Za-z]", "");
        for (String number : HidingPieces.SQUASHED) {
            if (squashed.contains(number)) {
                found.add(where + ": " + number);
            }
        }
        if (text.contains(HidingPieces.RATE)) {
            found.add(where + ": the tax rate");
        }
    }

    private static String bytes(InputStream stream) throws IOException {
        try (stream) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            stream.transferTo(out);
            return out.toString(StandardCharsets.ISO_8859_1);
        }
    }

    private static String recognised(Path picture) throws IOException, InterruptedException {
        Process process = new ProcessBuilder("tesseract", picture.toString(), "stdout", "-l", "fra", "--psm", "4")
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        Files.deleteIfExists(picture);
        return text;
    }

    String text(int page) throws IOException {
        PDFTextStripper reader = new PDFTextStripper();
        reader.setStartPage(page);
        reader.setEndPage(page);
        return reader.getText(document).replace('\u00a0', ' ');
    }

    /** Whether a page of a piece was put in as a drawing. */
    boolean drawsAWholePicture(int number) throws IOException {
        PDPage page = document.getPage(number - 1);
        PDFStreamParser parser = new PDFStreamParser(page);
        COSBase before = null;
        for (Object token = parser.parseNextToken(); token != null; token = parser.parseNextToken()) {
            if (token instanceof Operator operator
                    && operator.getName().equals("Do")
                    && before instanceof COSName name
                    && page.getResources().isImageXObject(name)) {
                return true;
            }
            before = token instanceof COSBase operand ? operand : null;
        }
        return false;
    }
}
