package fr.acquis.certification.web;

import fr.acquis.certification.GuidingQuestions;
import fr.acquis.certification.MinimumHours;
import fr.acquis.certification.Prerequisites;
import fr.acquis.certification.RegulationParameter;
import fr.acquis.certification.RequiredPiece;
import fr.acquis.certification.RequiredPieces;
import fr.acquis.certification.Rule;
import jakarta.servlet.http.HttpServletRequest;
import java.text.Normalizer;
import java.time.Period;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A rule as it is typed: by the kind of its value one field, or lines for the pieces of livret 1. What cannot be read stays as it
 * was typed.
 */
public final class RuleForm {

    private static final int SPARE_LINES = 2;

    /** How a value is asked for. */
    public enum Asked {
        DELAY,
        COUNT,
        HOURS,
        CHOICE,
        LINES,
        QUESTIONS,
        PIECES
    }

    /** @param need empty for a piece no longer asked for */
    public record Line(String code, String label, String need) {}

    private String value = "";
    private String unit = "";
    private List<Line> lines = List.of();
    private String from = "";
    private String source = "";
    private String confidence = "";

    static Asked asked(RegulationParameter<?> parameter) {
        Class<?> type = parameter.type();
        if (type == Period.class) {
            return Asked.DELAY;
        }
        if (type == Integer.class) {
            return Asked.COUNT;
        }
        if (type == MinimumHours.class) {
            return Asked.HOURS;
        }
        if (type == RequiredPieces.class) {
            return Asked.PIECES;
        }
        if (type == GuidingQuestions.class) {
            return Asked.QUESTIONS;
        }
        return type == Prerequisites.class ? Asked.LINES : Asked.CHOICE;
    }

    static RuleForm of(Rule<?> rule) {
        RuleForm form = new RuleForm();
        form.source = "";
        form.confidence = rule.confidence().name();
        switch (rule.value()) {
            case Period delay -> form.delay(delay);
            case MinimumHours hours ->
                form.value = hours.hours() == null ? "" : hours.hours().toString();
            case Prerequisites asked -> form.value = String.join("\n", asked.labels());
            case GuidingQuestions asked -> form.value = String.join("\n", asked.lines());
            case RequiredPieces asked ->
                form.lines = padded(asked.pieces().stream()
                        .map(piece -> new Line(
                                piece.code(), piece.label(), piece.need().name()))
                        .toList());
            default -> form.value = rule.value().toString();
        }
        return form;
    }

    private void delay(Period delay) {
        boolean years = delay.getYears() > 0 && delay.getMonths() == 0 && delay.getDays() == 0;
        boolean days = delay.toTotalMonths() == 0;
        unit = years ? "Y" : days ? "D" : "M";
        value = Long.toString(years ? delay.getYears() : days ? delay.getDays() : delay.toTotalMonths());
    }

    static RuleForm typed(HttpServletRequest request) {
        RuleForm form = new RuleForm();
        form.value = one(request, "value").strip();
        form.unit = one(request, "unit");
        form.from = one(request, "from");
        form.source = one(request, "source").strip();
        form.confidence = one(request, "confidence");
        List<Line> lines = new ArrayList<>();
        String[] labels = request.getParameterValues("label");
        for (int n = 0; labels != null && n < labels.length; n++) {
            lines.add(new Line(at(request, "code", n), labels[n].strip(), at(request, "need", n)));
        }
        form.lines = lines;
        return form;
    }

    /**
     * The value as the parameter reads it.
     *
     * @throws IllegalArgumentException when it says nothing valid
     */
    <T> T valueOf(RegulationParameter<T> parameter) {
        return switch (asked(parameter)) {
            case DELAY -> parameter.read("P" + number() + known(unit));
            case COUNT -> parameter.read(Integer.toString(number()));
            case HOURS -> parameter.read(value.isEmpty() ? "none" : Integer.toString(number()));
            case PIECES -> parameter.type().cast(pieces());
            case LINES, QUESTIONS, CHOICE -> parameter.read(value);
        };
    }

    private int number() {
        return Integer.parseInt(value);
    }

    private static String known(String unit) {
        if (!Set.of("D", "M", "Y").contains(unit)) {
            throw new IllegalArgumentException("no unit: " + unit);
        }
        return unit;
    }

    private RequiredPieces pieces() {
        List<RequiredPiece> pieces = new ArrayList<>();
        Set<String> codes = new LinkedHashSet<>();
        for (Line line : lines) {
            if (!line.label().isEmpty() && !line.need().isEmpty()) {
                String code = line.code().isEmpty() ? code(line.label()) : line.code();
                if (line.label().length() > 200 || !codes.add(code)) {
                    throw new IllegalArgumentException("a piece is asked for once, in 200 characters");
                }
                pieces.add(new RequiredPiece(code, line.label(), RequiredPiece.Need.valueOf(line.need())));
            }
        }
        if (pieces.isEmpty()) {
            throw new IllegalArgumentException("no piece");
        }
        return new RequiredPieces(pieces);
    }

    /** A new piece is keyed by its own words, once for all. */
    private static String code(String label) {
        String plain = Normalizer.normalize(label, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toUpperCase(Locale.ROOT)
                .replaceAll("[^A-Z0-9]+", "_")
                .replaceAll("^[^A-Z]+|_+$", "");
        return plain.substring(0, Math.min(40, plain.length()));
    }

    /** What is typed, with spare lines to add to. */
    RuleForm withSpareLines() {
        lines = padded(lines);
        return this;
    }

    private static List<Line> padded(List<Line> lines) {
        List<Line> all = new ArrayList<>(
                lines.stream().filter(line -> !line.label().isEmpty()).toList());
        for (int n = 0; n < SPARE_LINES; n++) {
            all.add(new Line("", "", ""));
        }
        return all;
    }

    private static String one(HttpServletRequest request, String name) {
        return at(request, name, 0);
    }

    private static String at(HttpServletRequest request, String name, int n) {
        String @Nullable [] values = request.getParameterValues(name);
        return values == null || n >= values.length ? "" : values[n];
    }

    public String getValue() {
        return value;
    }

    public String getUnit() {
        return unit;
    }

    public List<Line> getLines() {
        return lines;
    }

    public String getFrom() {
        return from;
    }

    public String getSource() {
        return source;
    }

    public String getConfidence() {
        return confidence;
    }
}
