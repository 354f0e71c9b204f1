package fr.acquis.evidence.web;

import fr.acquis.evidence.FactKind;
import fr.acquis.evidence.Siret;
import fr.acquis.evidence.Span;
import fr.acquis.evidence.StatedLine;
import fr.acquis.evidence.StatedLine.Stated;
import fr.acquis.evidence.WorkedHours;
import fr.acquis.evidence.web.PieceModel.Typed;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A line of a document on its page.
 *
 * @param locked the certifying body has answered: the candidate reads only
 * @param form what stands in the fields of a correction
 * @param problems what could not be kept of it
 */
public record LineView(
        int number,
        List<Stated> facts,
        boolean waits,
        boolean rejected,
        boolean checked,
        boolean locked,
        LineForm form,
        Map<String, String> problems) {

    LineView(StatedLine line, boolean own, @Nullable Typed typed) {
        this(
                line.line(),
                line.facts().stream()
                        .filter(fact -> fact.kind() != FactKind.NAME)
                        .toList(),
                line.waits(),
                line.rejected(),
                line.checked(),
                own && line.facts().stream().anyMatch(Stated::byStaff),
                typed != null && typed.line() == line.line() ? typed.form() : LineForm.of(line),
                typed != null && typed.line() == line.line() ? typed.problems() : Map.of());
    }

    /** For the template: the period of a fact, null where it is none. */
    public static @Nullable Span span(Stated fact) {
        return fact.kind() == FactKind.PERIOD ? Span.of(fact.value()).orElse(null) : null;
    }

    public static @Nullable WorkedHours hours(Stated fact) {
        return fact.kind() == FactKind.HOURS ? WorkedHours.of(fact.value()).orElse(null) : null;
    }

    public static String words(Stated fact) {
        return fact.kind() == FactKind.SIRET ? Siret.grouped(fact.value()) : fact.value();
    }

    /** A number that says of itself that it is a SIRET and does not add up. */
    public static boolean doubtful(Stated fact) {
        return fact.kind() == FactKind.SIRET && !fact.value().isEmpty() && !Siret.valid(fact.value());
    }
}
