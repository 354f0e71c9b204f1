package fr.acquis.certification.web;

import fr.acquis.certification.GuidingQuestions;
import fr.acquis.certification.MinimumHours;
import fr.acquis.certification.Prerequisites;
import fr.acquis.certification.RequiredPiece;
import fr.acquis.certification.RequiredPieces;
import fr.acquis.certification.Rule;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.context.support.MessageSourceAccessor;
import org.springframework.stereotype.Component;

/** What a règlement settles, in the reader's words. */
@Component
class RuleWords {

    private final MessageSourceAccessor messages;

    RuleWords(MessageSource messages) {
        this.messages = new MessageSourceAccessor(messages);
    }

    String name(Rule<?> rule) {
        return say(rule.parameter().messageKey());
    }

    String value(Rule<?> rule) {
        return switch (rule.value()) {
            case Boolean yes -> say("certification.value." + yes);
            case Integer count -> say("certification.count." + rule.parameter().name(), count);
            case Period period -> period(period);
            case Enum<?> choice -> word(choice);
            case MinimumHours minimum -> hours(minimum);
            case RequiredPieces asked ->
                asked.pieces().stream()
                        .map(RequiredPiece::label)
                        .map(Printed::french)
                        .collect(Collectors.joining(say("certification.value.between")));
            case Prerequisites asked ->
                asked.labels().isEmpty()
                        ? say("certification.value.prerequisites.none")
                        : asked.labels().stream()
                                .map(Printed::french)
                                .collect(Collectors.joining(say("certification.value.between")));
            case GuidingQuestions asked ->
                asked.lines().isEmpty()
                        ? say("certification.value.guiding-questions.house")
                        : asked.lines().stream()
                                .map(Printed::french)
                                .collect(Collectors.joining(say("certification.value.between")));
            default -> throw new IllegalStateException("no words for the values of " + rule.parameter());
        };
    }

    /** One value of an enumeration of this room: {@code certification.juryMode.ENTRETIEN}. */
    String word(Enum<?> choice) {
        String family = choice.getDeclaringClass().getSimpleName();
        return say(
                "certification." + Character.toLowerCase(family.charAt(0)) + family.substring(1) + "." + choice.name());
    }

    /** « 2 mois », « un an et 15 jours ». */
    String period(Period period) {
        List<String> parts = new ArrayList<>();
        addTo(parts, "certification.years", period.getYears());
        addTo(parts, "certification.months", period.getMonths());
        addTo(parts, "certification.days", period.getDays());
        return String.join(say("certification.period.and"), parts);
    }

    String say(String key, Object... values) {
        return messages.getMessage(key, values);
    }

    private String hours(MinimumHours minimum) {
        return minimum.hours() == null
                ? say("certification.value.hours.none")
                : say("certification.value.hours", minimum.hours());
    }

    private void addTo(List<String> parts, String key, int count) {
        if (count != 0) {
            parts.add(say(key, count));
        }
    }
}
