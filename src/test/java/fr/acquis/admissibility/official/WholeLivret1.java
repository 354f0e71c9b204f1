package fr.acquis.admissibility.official;

import fr.acquis.admissibility.Dispensations;
import fr.acquis.admissibility.Livret1;
import fr.acquis.certification.Certification;
import fr.acquis.certification.CertificationId;
import fr.acquis.certification.Level;
import fr.acquis.certification.Registration;
import fr.acquis.certification.Skill;
import fr.acquis.certification.SkillBlock;
import fr.acquis.certification.SkillBlockCode;
import fr.acquis.certification.SkillId;
import fr.acquis.certification.Standard;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.interactive.form.PDField;
import org.apache.pdfbox.pdmodel.interactive.form.PDTerminalField;

/** A livret 1 that leaves no field of the official form empty, and more. */
final class WholeLivret1 {

    static final LocalDate TODAY = LocalDate.of(2026, 11, 28);
    static final int BLOCKS = 26;

    private WholeLivret1() {}

    static Certification certification() {
        return new Certification(
                new CertificationId(UUID.randomUUID()),
                null,
                "CPNE de l’Exemple",
                Registration.RNCP,
                "RNCP99901",
                "Négociateur·rice œuvrant à l’étranger",
                Level.NIV5,
                "Exemple",
                null,
                null,
                null,
                true);
    }

    static Standard standard() {
        return new Standard(
                List.of(),
                IntStream.rangeClosed(1, BLOCKS)
                        .mapToObj(n -> new SkillBlock(
                                code(n), "Bloc n° " + n + " : prospecter et estimer", skills(n % 15 + 1)))
                        .toList());
    }

    private static SkillBlockCode code(int n) {
        return new SkillBlockCode("RNCP99901BC%02d".formatted(n));
    }

    private static List<Skill> skills(int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(n -> new Skill(
                        new SkillId(UUID.randomUUID()), "C1." + n, "Conduire un entretien d’évaluation", List.of()))
                .toList();
    }

    static Livret1 livret(String longText) {
        return Livret1.BLANK
                .with(new Livret1.Request(
                        Livret1.Nature.RENEWAL,
                        Livret1.Target.BLOCKS,
                        Set.of(code(1).value(), code(7).value(), code(20).value()),
                        IntStream.rangeClosed(1, 6)
                                .mapToObj(n -> new Livret1.Prerequisite("Prérequis n° " + n, n % 2 == 0))
                                .toList(),
                        new Livret1.Variant("Option A", "Anglais", "Español", "Parcours « été »"),
                        null))
                .with(new Livret1.Identity(
                        "Éléonore-Łukasiewicz",
                        "Dûpont",
                        "Zoé, Anaïs",
                        LocalDate.of(1985, 3, 14),
                        "française",
                        Livret1.Gender.WOMAN,
                        4,
                        5,
                        "BTS Professions immobilières, 2006\nCAP Vente, 2003"))
                .with(new Livret1.Contact(
                        "12 bis, rue de l’Œuvre",
                        "Bâtiment C",
                        "75011",
                        "Paris",
                        "France",
                        "06 12 34 56 78",
                        "zoe@acquis.example"))
                .with(new Livret1.Situation(
                        Livret1.Status.ELECTED,
                        "1527",
                        EnumSet.of(Livret1.Goal.FIND_WORK, Livret1.Goal.CONFIRM_SKILLS)))
                .with(new Livret1.Experiences(IntStream.rangeClosed(1, Livret1.MOST_EXPERIENCES)
                        .mapToObj(n -> experience(n, longText))
                        .toList()))
                .with(new Livret1.Activities(IntStream.rangeClosed(1, BLOCKS)
                        .mapToObj(n -> new Livret1.BlockActivity(
                                code(n).value(),
                                Livret1.Practised.values()[n % 3],
                                n == 3 ? longText : "Chaque semaine, en autonomie : mandats n° " + n))
                        .toList()))
                .with(new Dispensations(List.of(
                        new Dispensations.Dispensation(code(2).value(), "BTS, 2006", null),
                        new Dispensations.Dispensation(code(18).value(), "Titre professionnel, 2012", null))))
                .with(new Livret1.Statement(
                        false, true, true, Livret1.Accompaniment.YES, "Disponible le matin.\nMerci."));
    }

    private static Livret1.Experience experience(int n, String longText) {
        return new Livret1.Experience(
                "Négociatrice n° " + n,
                "Agence de l’Exemple",
                Livret1.Setting.values()[n % Livret1.Setting.values().length],
                LocalDate.of(2000 + n, 1, 8),
                n == 20 ? null : LocalDate.of(2001 + n, 6, 30),
                n % 2 == 0 ? new BigDecimal("37.5") : BigDecimal.valueOf(35),
                n == 2 ? longText : "Prospection, estimations, visites.\nPrise de mandats.");
    }

    /** What the fields of a filled file say. */
    static Map<String, String> values(byte[] filled) throws IOException {
        Map<String, String> values = new TreeMap<>();
        try (PDDocument document = Loader.loadPDF(filled)) {
            for (PDField field : document.getDocumentCatalog().getAcroForm(null).getFieldTree()) {
                String value = field instanceof PDTerminalField ? field.getValueAsString() : "";
                if (!value.isBlank() && !value.equals("Off")) {
                    values.put(
                            field.getFullyQualifiedName(),
                            value.replace("\r\n", "\n").replace('\r', '\n'));
                }
            }
        }
        return values;
    }
}
