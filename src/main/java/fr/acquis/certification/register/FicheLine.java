package fr.acquis.certification.register;

import fr.acquis.certification.Fiche;
import fr.acquis.certification.Level;
import fr.acquis.certification.RefusedLine.Reason;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A line of the file of fiches, read as a fiche or refused with its reason. */
final class FicheLine {

    static final Pattern NUMBER = Pattern.compile("(RNCP|RS)[0-9]{1,6}");

    private static final int LONGEST_TITLE = 300;
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("dd/MM/uuuu", Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);

    private FicheLine() {}

    /** A line that says nothing usable. */
    static final class Refused extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final Reason reason;

        Refused(Reason reason) {
            super(reason.name(), null, false, false);
            this.reason = reason;
        }

        Reason reason() {
            return reason;
        }
    }

    static boolean isCqp(SemicolonFile.Line line) {
        return Cqp.is(line.get("Abrege_Libelle"), line.get("Abrege_Intitule"), line.get("Intitule"));
    }

    static String number(SemicolonFile.Line line) {
        return line.get("Numero_Fiche").toUpperCase(Locale.ROOT);
    }

    /** @throws Refused when it says nothing usable */
    static Fiche read(SemicolonFile.Line line) {
        String number = number(line);
        if (!NUMBER.matcher(number).matches()) {
            throw new Refused(Reason.NUMBER);
        }
        LocalDate effect = day(line.get("Date_Effet"));
        LocalDate from = effect == null ? day(line.get("Date_Decision")) : effect;
        LocalDate until = day(line.get("Date_Fin_Enregistrement"));
        if (from != null && until != null && until.isBefore(from)) {
            throw new Refused(Reason.DATES_ORDER);
        }
        return new Fiche(
                number,
                title(line.get("Intitule")),
                level(line.get("Nomenclature_Europe_Niveau")),
                from,
                until,
                !line.get("Actif").toUpperCase(Locale.ROOT).startsWith("INACTI"),
                null,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                Set.of());
    }

    private static String title(String text) {
        String title = oneLine(text);
        if (title.isEmpty()) {
            throw new Refused(Reason.TITLE);
        }
        if (title.length() > LONGEST_TITLE) {
            throw new Refused(Reason.TITLE_LONG);
        }
        return title;
    }

    /** On one line, with single spaces. */
    static String oneLine(String text) {
        return text.replaceAll("[\\s\u00a0]+", " ").strip();
    }

    /** The register has fiches without level, and old ones with a level of an older list. */
    private static @Nullable Level level(String text) {
        return Arrays.stream(Level.values())
                .filter(level -> level.name().equals(text.toUpperCase(Locale.ROOT)))
                .findFirst()
                .orElse(null);
    }

    private static @Nullable LocalDate day(String text) {
        if (text.isEmpty()) {
            return null;
        }
        try {
            return text.contains("/")
                    ? LocalDate.parse(text, DAY)
                    : LocalDate.parse(text.substring(0, Math.min(10, text.length())));
        } catch (DateTimeParseException invalid) {
            throw new Refused(Reason.DATE);
        }
    }
}
