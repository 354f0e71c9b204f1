package fr.acquis.evidence.meaning;

import fr.acquis.evidence.Siret;
import fr.acquis.evidence.meaning.DocumentText.Cell;
import fr.acquis.evidence.meaning.DocumentText.Page;
import fr.acquis.evidence.meaning.DocumentText.Row;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds who employed, under which number, and as what. */
final class PartiesReading {

    static final List<Wording> EMPLOYER_LABELS = List.of(
            Wording.of("(?:nom (?:du |de l'))?(?:votre )?(?:particulier )?employeur"),
            Wording.of("(?:denomination ou )?raison sociale|denomination(?: ou raison sociale)?"),
            Wording.of("(?:l')?(?:entreprise|societe|association|etablissement|structure|organisme)(?: soussignee?)?"));

    /** In running text; the name ends where a comma, a verb or a number begins. */
    static final List<Wording> EMPLOYER_PHRASES = List.of(
            Wording.of("\\bje,? soussigne(?:\\(e\\)|e)?,? ([^,]{3,60}?), (?:particulier employeur|demeurant)"),
            Wording.of("\\bnous attestons que ([^,]{3,60}?), demeurant"),
            Wording.of(
                    "\\b(?:gerante?|president|presidente|directrice|directeur|representant legal)[a-z ]{0,40}? de "
                            + "(?:la societe|l'association|l'entreprise|l'agence)? ?([^,]{3,60}?)(?:, | (?:certifie|atteste)\\b)"),
            Wording.of(
                    "\\b(?:la societe|l'entreprise|l'association|entre l'employeur|conclu entre|soussignes,) ([^,]{3,60}?)(?:, | (?:et le salarie|certifie|atteste)\\b)"),
            Wording.of("\\bde ([^,.]{3,60}?), atteste que"));

    static final List<Wording> ROLE_LABELS = List.of(
            Wording.of("(?:dernier )?(?:emploi|poste)(?: (?:occupe|exerce|tenu))?(?! du temps)"),
            Wording.of("nature de l'emploi|intitule du poste"),
            Wording.of("(?:a occupe les )?fonctions?(?: exercees?)?(?: benevolement)?(?: de)?"),
            Wording.of("qualification|metier"));

    /** Where a role ends in running text. */
    private static final String ROLE =
            "([a-z][^,.;:]{2,60}?)(?=,|\\.|;| du \\d| du 1| depuis | a raison | entre le | pour | et ce |$"
                    + "| les elements| au domicile)";

    static final List<Wording> ROLE_PHRASES = List.of(
            Wording.of("\\b(?:en qualite (?:de |d')|en tant que |au poste (?:de |d')|fonctions (?:de |d')):? ?" + ROLE),
            Wording.of("\\bcomme " + ROLE),
            Wording.of("\\b(?:madame|monsieur|mme|m\\.) [^,]{3,40}, " + ROLE));

    /** What is said of whoever signs, or is no trade at all. */
    private static final Pattern NO_ROLE = Pattern.compile(
            "(?:gerant|president|direct|represent|responsable d|secretaire|demeurant|ci-apres|nee?\\b|a |au |aidant)");

    private static final Pattern SIRET =
            Pattern.compile("(?<![\\dA-Za-z])\\d{3}[ .]?\\d{3}[ .]?\\d{3}[ .]?\\d{5}(?!\\d)");
    private static final Pattern NO_DIGIT = Pattern.compile("\\D");
    private static final Pattern LEGAL_FORM = Pattern.compile(
            "\\b(?:sarl|sas|sasu|sa|eurl|scop|scic|ehpad|mairie|commune|association|centre|residence|clinique|societe)\\b");
    private static final Pattern NO_NAME = Pattern.compile(
            "\\d|bulletin|fiche de|attestation|certificat|contrat|releve|engagement|periode|\\ble \\b|page|objet|specimen|madame|monsieur|janvier|fevrier|mars|avril|\\bmai\\b|juin|juillet|aout|septembre|octobre|novembre|decembre|urssaf|cesu|pajemploi");
    private static final Pattern BEHIND = Pattern.compile(" - |, | \\(|;");
    private static final int LONGEST_NAME = 80;
    private static final int HEAD_ROWS = 4;

    private final DocumentText text;
    private final Labels labels;

    PartiesReading(DocumentText text) {
        this.text = text;
        this.labels = new Labels(text);
    }

    record Found(String value, int page, String snippet) {}

    Optional<Found> employer() {
        return labels.value(EMPLOYER_LABELS)
                .map(PartiesReading::ofLabel)
                .filter(found -> named(found.value()))
                .or(this::inPhrase)
                .or(this::atTheTop);
    }

    private Optional<Found> inPhrase() {
        for (Wording phrase : EMPLOYER_PHRASES) {
            for (Page page : text.pages()) {
                Matcher words = phrase.in(page.flow());
                if (words.find() && named(original(page, words))) {
                    return Optional.of(
                            new Found(original(page, words), page.number(), page.around(words.start(1), words.end(1))));
                }
            }
        }
        return Optional.empty();
    }

    /** A letterhead: one of the first lines, best with a legal form in it. */
    private Optional<Found> atTheTop() {
        List<Cell> candidates = text.pages().getFirst().lines().stream()
                .limit(HEAD_ROWS)
                .flatMap(row -> row.cells().stream())
                .filter(cell -> !NO_NAME.matcher(cell.folded().split(" - ")[0]).find() && named(cell.text()))
                .toList();
        return candidates.stream()
                .filter(cell -> LEGAL_FORM.matcher(cell.folded()).find())
                .findFirst()
                .or(() -> candidates.stream().findFirst())
                .map(cell -> new Found(
                        cell.text().split(" - ")[0].strip(),
                        cell.row().page().number(),
                        cell.row().snippet()));
    }

    Optional<Found> role() {
        return labels.value(ROLE_LABELS)
                .map(PartiesReading::ofLabel)
                .filter(found -> named(found.value()))
                .or(this::roleInPhrase);
    }

    private Optional<Found> roleInPhrase() {
        for (Wording phrase : ROLE_PHRASES) {
            for (Page page : text.pages()) {
                Matcher words = phrase.in(page.flow());
                while (words.find()) {
                    if (!NO_ROLE.matcher(words.group(1)).lookingAt()) {
                        return Optional.of(new Found(
                                original(page, words), page.number(), page.around(words.start(1), words.end(1))));
                    }
                }
            }
        }
        return Optional.empty();
    }

    /** A valid number, else one that says of itself that it is a SIRET: then a person has to look. */
    Optional<Found> siret() {
        Optional<Found> doubtful = Optional.empty();
        for (Page page : text.pages()) {
            for (Row row : page.lines()) {
                Matcher number = SIRET.matcher(row.folded());
                while (number.find()) {
                    String digits = NO_DIGIT.matcher(number.group()).replaceAll("");
                    Found found = new Found(digits, page.number(), row.snippet());
                    if (Siret.valid(digits)) {
                        return Optional.of(found);
                    }
                    if (doubtful.isEmpty() && row.folded().contains("siret")) {
                        doubtful = Optional.of(found);
                    }
                }
            }
        }
        return doubtful;
    }

    private static Found ofLabel(Labels.Found found) {
        String value = BEHIND.split(found.value())[0].strip();
        return new Found(value, found.row().page().number(), found.row().snippet());
    }

    private static String original(Page page, Matcher words) {
        return DocumentText.oneLine(page.original().substring(words.start(1), words.end(1)));
    }

    private static boolean named(String value) {
        return value.length() >= 3
                && value.length() <= LONGEST_NAME
                && value.chars().anyMatch(Character::isLetter)
                && !value.endsWith(":");
    }
}
