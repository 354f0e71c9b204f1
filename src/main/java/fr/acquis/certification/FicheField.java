package fr.acquis.certification;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What is compared of a fiche, each as one text: equal texts say the same. */
public enum FicheField {
    TITLE,
    LEVEL,
    FROM,
    UNTIL,
    ACTIVE,
    SUCCESSOR,
    CERTIFIERS,
    BLOCKS,
    JOBS,
    CONVENTIONS,
    WAYS;

    /** Dates as 2027-01-31, levels and ways by their names, lists a line each. */
    public static Map<FicheField, String> of(Fiche fiche) {
        Map<FicheField, String> fields = new EnumMap<>(FicheField.class);
        fields.put(TITLE, fiche.title());
        fields.put(LEVEL, fiche.level() == null ? "" : fiche.level().name());
        fields.put(FROM, date(fiche.registeredFrom()));
        fields.put(UNTIL, date(fiche.registeredUntil()));
        fields.put(ACTIVE, Boolean.toString(fiche.active()));
        fields.put(SUCCESSOR, fiche.successor() == null ? "" : fiche.successor());
        fields.put(
                CERTIFIERS, fiche.certifiers().stream().map(Fiche.Coded::label).collect(Collectors.joining("\n")));
        fields.put(BLOCKS, lines(fiche.blocks()));
        fields.put(JOBS, lines(fiche.jobs()));
        fields.put(CONVENTIONS, lines(fiche.conventions()));
        fields.put(WAYS, fiche.ways().stream().map(AccessWay::name).collect(Collectors.joining("\n")));
        return fields;
    }

    /** The fields a catalogue's own row has too. */
    public static Map<FicheField, String> of(Certification certification) {
        Map<FicheField, String> fields = new EnumMap<>(FicheField.class);
        fields.put(TITLE, certification.title());
        fields.put(
                LEVEL,
                certification.level() == null ? "" : certification.level().name());
        fields.put(FROM, date(certification.registeredFrom()));
        fields.put(UNTIL, date(certification.registeredUntil()));
        return fields;
    }

    private static String date(@Nullable LocalDate day) {
        return day == null ? "" : day.toString();
    }

    private static String lines(List<Fiche.Coded> list) {
        return list.stream().map(one -> one.code() + " " + one.label()).collect(Collectors.joining("\n"));
    }
}
