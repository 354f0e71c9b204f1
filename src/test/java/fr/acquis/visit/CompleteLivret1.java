package fr.acquis.visit;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;

/** The answers of a candidate who leaves nothing out, page by page as the form asks for them. */
public final class CompleteLivret1 {

    private static final int BLOCKS_AT_MOST = 10;

    private CompleteLivret1() {}

    /** Fields by the last part of the page's address. */
    public static SequencedMap<String, Map<String, List<String>>> pages() {
        SequencedMap<String, Map<String, List<String>>> pages = new LinkedHashMap<>();
        pages.put("request", Map.of("nature", List.of("INITIAL"), "target", List.of("WHOLE")));
        pages.put(
                "identity",
                Map.of(
                        "birthName", List.of("Exemple"),
                        "givenNames", List.of("Camille"),
                        "birthDate", List.of("1985-03-14"),
                        "nationality", List.of("française"),
                        "educationLevel", List.of("4"),
                        "certificationLevel", List.of("4"),
                        "certificationsHeld", List.of("Aucune")));
        pages.put(
                "contact",
                Map.of(
                        "address", List.of("1 rue de l’Exemple"),
                        "postalCode", List.of("75011"),
                        "city", List.of("Paris"),
                        "country", List.of("France"),
                        "phone", List.of("06 12 34 56 78"),
                        "email", List.of("camille@acquis.example")));
        pages.put(
                "situation",
                Map.of(
                        "status", List.of("EMPLOYEE"),
                        "idcc", List.of("1527"),
                        "goals", List.of("BETTER_PAY", "CONFIRM_SKILLS")));
        pages.put(
                "experiences",
                Map.of(
                        "experiences[0].role", List.of("Négociatrice"),
                        "experiences[0].organisation", List.of("Agence de l’Exemple"),
                        "experiences[0].setting", List.of("SALARIED"),
                        "experiences[0].start", List.of("2018-01-08"),
                        "experiences[0].weeklyHours", List.of("35"),
                        "experiences[0].description", List.of("Prospection, estimations, visites.")));
        pages.put("activities", activities());
        pages.put("statement", Map.of("truthful", List.of("true"), "accompaniment", List.of("LATER")));
        return pages;
    }

    private static Map<String, List<String>> activities() {
        Map<String, List<String>> fields = new LinkedHashMap<>();
        for (int block = 0; block < BLOCKS_AT_MOST; block++) {
            fields.put("blocks[%d].practised".formatted(block), List.of("YES"));
            fields.put("blocks[%d].comment".formatted(block), List.of("Chaque semaine, en autonomie."));
        }
        return fields;
    }

    /** A one-page PDF of at least the given size, different each time. */
    public static byte[] pdf(int atLeast) {
        try (PDDocument document = new PDDocument();
                ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            document.addPage(new PDPage());
            document.getDocumentInformation().setTitle(UUID.randomUUID().toString());
            byte[] padding = new byte[atLeast * 3 / 4];
            ThreadLocalRandom.current().nextBytes(padding);
            document.getDocumentInformation().setSubject(Base64.getEncoder().encodeToString(padding));
            document.save(bytes);
            return bytes.toByteArray();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
