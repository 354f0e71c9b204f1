package fr.acquis.certification.register;

import static fr.acquis.certification.register.FicheLine.oneLine;

import fr.acquis.certification.AccessWay;
import fr.acquis.certification.RefusedLine.Reason;
import fr.acquis.certification.register.Detail.Kind;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a line of each file beside says of a fiche; nothing where its cells are empty. */
final class DetailLines {

    private static final Pattern JOB = Pattern.compile("[A-Z][0-9]{4}");
    private static final Pattern BLOCK = Pattern.compile("[A-Z0-9-]{2,32}");
    private static final Pattern CONVENTION = Pattern.compile("[A-Z0-9-]{1,10}");
    private static final Pattern NUMBERS = Pattern.compile("(RNCP|RS)\\s*([0-9]{1,6})");
    private static final int LONGEST_LABEL = 1000;
    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_CONVENTION = 300;
    private static final int PER_LINE = 8;

    private DetailLines() {}

    /** @throws FicheLine.Refused when it says nothing usable */
    static List<Detail> of(ExportTable table, SemicolonFile.Line line) {
        String number = FicheLine.number(line);
        return switch (table) {
            case STANDARD -> throw new IllegalArgumentException("fiches are not details");
            case BLOCKS ->
                coded(
                        line,
                        number,
                        Kind.BLOCK,
                        BLOCK,
                        "Bloc_Competences_Code",
                        "Bloc_Competences_Libelle",
                        LONGEST_LABEL);
            case JOBS -> coded(line, number, Kind.JOB, JOB, "Codes_Rome_Code", "Codes_Rome_Libelle", LONGEST_NAME);
            case CERTIFIERS -> certifier(line, number);
            case CONVENTIONS -> conventions(line, number);
            case WAYS -> way(line, number);
            case SUCCESSORS -> successors(line, number);
        };
    }

    private static List<Detail> coded(
            SemicolonFile.Line line,
            String number,
            Kind kind,
            Pattern form,
            String codeColumn,
            String labelColumn,
            int longest) {
        String code = line.get(codeColumn).toUpperCase(Locale.ROOT);
        String label = oneLine(line.get(labelColumn));
        if (code.isEmpty() && label.isEmpty()) {
            return List.of();
        }
        if (!form.matcher(code).matches()) {
            throw new FicheLine.Refused(Reason.CODE);
        }
        return List.of(new Detail(number, kind, position(line, 0), code, clipped(label, longest)));
    }

    private static List<Detail> certifier(SemicolonFile.Line line, String number) {
        String name = clipped(oneLine(line.get("Nom_Certificateur")), LONGEST_NAME);
        String siret = line.get("Siret_Certificateur").replaceAll("[^0-9]", "");
        return name.isEmpty()
                ? List.of()
                : List.of(
                        new Detail(number, Kind.CERTIFIER, position(line, 0), siret.length() == 14 ? siret : "", name));
    }

    private static List<Detail> conventions(SemicolonFile.Line line, String number) {
        List<Detail> found = new ArrayList<>();
        for (int n = 1; n <= 3; n++) {
            String code = line.get("Ccn_" + n + "_Numero");
            String label = clipped(oneLine(line.get("Ccn_" + n + "_Libelle")), LONGEST_CONVENTION);
            if (CONVENTION.matcher(code).matches() && !label.isEmpty()) {
                found.add(new Detail(number, Kind.CONVENTION, position(line, n), code, label));
            }
        }
        return found;
    }

    private static List<Detail> way(SemicolonFile.Line line, String number) {
        String said = Normalizer.normalize(line.get("Si_Jury"), Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT);
        if (said.isEmpty()) {
            return List.of();
        }
        return List.of(new Detail(number, Kind.WAY, position(line, 0), way(said).name(), ""));
    }

    private static AccessWay way(String said) {
        if (said.contains("experience") || said.equals("vae")) {
            return AccessWay.EXPERIENCE;
        }
        if (said.contains("apprentissage") || said.equals("ca")) {
            return AccessWay.APPRENTICESHIP;
        }
        if (said.contains("professionnalisation") || said.equals("cq")) {
            return AccessWay.PROFESSIONALISATION;
        }
        if (said.contains("continue") || said.equals("fc")) {
            return AccessWay.CONTINUING_TRAINING;
        }
        if (said.contains("eleve") || said.contains("etudiant") || said.equals("fi")) {
            return AccessWay.STUDENT;
        }
        if (said.contains("individuel") || said.contains("candidature") || said.equals("cl")) {
            return AccessWay.INDIVIDUAL;
        }
        throw new FicheLine.Refused(Reason.CODE);
    }

    /** A line says what a fiche replaces, what replaces it, or both. */
    private static List<Detail> successors(SemicolonFile.Line line, String number) {
        List<Detail> found = new ArrayList<>();
        for (String newer : numbers(line.get("Nouvelle_Certification"))) {
            addSuccessor(found, line, number, newer);
        }
        for (String older : numbers(line.get("Ancienne_Certification"))) {
            addSuccessor(found, line, older, number);
        }
        return found;
    }

    private static void addSuccessor(List<Detail> found, SemicolonFile.Line line, String older, String newer) {
        if (!older.equals(newer)
                && found.size() < PER_LINE
                && FicheLine.NUMBER.matcher(newer).matches()) {
            found.add(new Detail(older, Kind.SUCCESSOR, position(line, found.size()), newer, ""));
        }
    }

    private static List<String> numbers(String text) {
        List<String> numbers = new ArrayList<>();
        Matcher found = NUMBERS.matcher(text.toUpperCase(Locale.ROOT));
        while (found.find()) {
            numbers.add(found.group(1) + found.group(2));
        }
        return numbers;
    }

    private static long position(SemicolonFile.Line line, int place) {
        return line.number() * PER_LINE + place;
    }

    private static String clipped(String text, int most) {
        return text.length() <= most ? text : text.substring(0, most - 1) + "…";
    }
}
