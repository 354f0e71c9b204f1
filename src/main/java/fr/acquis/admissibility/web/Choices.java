package fr.acquis.admissibility.web;

import fr.acquis.admissibility.Livret1;
import fr.acquis.shell.Choice;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.springframework.context.MessageSource;

/** The answers the form offers, in the reader's words. */
record Choices(MessageSource messages, Locale locale) {

    public List<Choice> natures() {
        return of("nature", Livret1.Nature.values());
    }

    public List<Choice> targets() {
        return of("target", Livret1.Target.values());
    }

    public List<Choice> genders() {
        return of("gender", Livret1.Gender.values());
    }

    public List<Choice> statuses() {
        return of("status", Livret1.Status.values());
    }

    public List<Choice> goals() {
        return of("goal", Livret1.Goal.values());
    }

    public List<Choice> settings() {
        return of("setting", Livret1.Setting.values());
    }

    public List<Choice> practised() {
        return of("practised", Livret1.Practised.values());
    }

    public List<Choice> accompaniments() {
        return of("accompaniment", Livret1.Accompaniment.values());
    }

    public List<Choice> yesOrNo() {
        return List.of(
                Choice.of("true", messages.getMessage("admissibility.yes", null, locale)),
                Choice.of("false", messages.getMessage("admissibility.no", null, locale)));
    }

    public List<Choice> levels() {
        return IntStream.rangeClosed(2, 8)
                .mapToObj(level -> Choice.of(
                        Integer.toString(level), messages.getMessage("admissibility.level." + level, null, locale)))
                .toList();
    }

    private List<Choice> of(String kind, Enum<?>[] values) {
        return Arrays.stream(values)
                .map(value -> Choice.of(
                        value.name(), messages.getMessage("admissibility." + kind + "." + value.name(), null, locale)))
                .toList();
    }
}
