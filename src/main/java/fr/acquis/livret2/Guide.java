package fr.acquis.livret2;

import fr.acquis.certification.Livret2Parameters;
import fr.acquis.journey.Journey;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Questions that bring out work nobody sees: those of the règlement, else those of the house in the reader's language. */
@Component
public class Guide {

    private static final List<String> HOUSE = List.of(
            "observe", "reassure", "alert", "adapt", "explain", "check", "prevent", "organise", "pass-on", "decide");

    private final Livret2Dates rules;
    private final MessageSource messages;

    Guide(Livret2Dates rules, MessageSource messages) {
        this.rules = rules;
        this.messages = messages;
    }

    public List<Prompt> of(Journey journey, Locale locale) {
        List<String> own = rules.regulation(journey)
                .value(Livret2Parameters.GUIDING_QUESTIONS)
                .lines();
        Stream<Prompt> prompts = own.isEmpty()
                ? HOUSE.stream()
                        .map(name -> new Prompt(
                                say("livret2.guide." + name, locale), say("livret2.guide." + name + ".start", locale)))
                : own.stream().map(Prompt::of);
        return prompts.toList();
    }

    private String say(String key, Locale locale) {
        return messages.getMessage(key, null, locale);
    }

    /** @param start how an answer may begin, null without one */
    public record Prompt(String question, @Nullable String start) {

        static Prompt of(String line) {
            int bar = line.indexOf('|');
            String start = bar < 0 ? "" : line.substring(bar + 1).strip();
            return new Prompt(bar < 0 ? line : line.substring(0, bar).strip(), start.isEmpty() ? null : start);
        }
    }
}
