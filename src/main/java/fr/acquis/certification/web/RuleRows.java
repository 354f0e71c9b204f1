package fr.acquis.certification.web;

import static fr.acquis.certification.RegulationParameters.APPLICATIONS_PER_CERTIFICATION_AND_YEAR;
import static fr.acquis.certification.RegulationParameters.APPLICATIONS_PER_YEAR;
import static fr.acquis.certification.RegulationParameters.MINIMUM_HOURS;

import fr.acquis.certification.Regulation;
import fr.acquis.certification.Rule;
import fr.acquis.shell.Dates;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The rules of a règlement as the page shows them. */
@Component
class RuleRows {

    private final RuleWords words;
    private final Dates dates;

    RuleRows(RuleWords words, Dates dates) {
        this.words = words;
        this.dates = dates;
    }

    /**
     * @param source the text, in French
     * @param confidence what kind of text that is
     * @param since whether the règlement says so itself, and from when
     */
    record RuleRow(String name, String value, String source, String confidence, String since) {}

    /** @param need from whom it is asked */
    record PieceRow(String label, String need) {}

    /** @param source the text, in French */
    record Explained(String text, String source) {}

    List<RuleRow> all(Regulation regulation) {
        return regulation.rules().stream().map(this::row).toList();
    }

    List<PieceRow> pieces(Regulation regulation) {
        return regulation.requiredPieces().stream()
                .map(piece -> new PieceRow(Printed.french(piece.label()), words.word(piece.need())))
                .toList();
    }

    Explained experience(Regulation regulation) {
        String text = regulation.minimumHours().isEmpty()
                ? words.say("certification.experience.none")
                : words.say("certification.experience.hours", words.value(regulation.rule(MINIMUM_HOURS)));
        return new Explained(text, Printed.french(regulation.rule(MINIMUM_HOURS).source()));
    }

    List<Explained> limits(Regulation regulation) {
        return Stream.of(APPLICATIONS_PER_CERTIFICATION_AND_YEAR, APPLICATIONS_PER_YEAR)
                .map(regulation::rule)
                .map(rule -> new Explained(
                        words.say("certification.limit." + rule.parameter().name(), rule.value()),
                        Printed.french(rule.source())))
                .toList();
    }

    RuleRow row(Rule<?> rule) {
        return new RuleRow(
                words.name(rule),
                words.value(rule),
                Printed.french(rule.source()),
                words.word(rule.confidence()),
                rule.validFrom() == null
                        ? words.say("certification.rule.general")
                        : words.say("certification.rule.own", dates.day(rule.validFrom())));
    }
}
