package fr.acquis.admissibility.web;

import fr.acquis.certification.Skill;
import fr.acquis.certification.SkillBlock;
import fr.acquis.certification.Standard;
import fr.acquis.shell.Choice;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** What a refusal may be about: criteria of every request, then each bloc of the standard and its skills. */
@Component
class Criteria {

    private static final List<String> GENERAL = List.of("RELATION", "PROOF", "PREREQUISITE", "OPENNESS");
    private static final List<String> OPTIONS =
            List.of("NEW_REQUEST", "SOME_BLOCKS", "EXPERIENCE", "TRAINING", "OTHER_CERTIFICATION", "COUNSEL");

    private final MessageSource messages;

    Criteria(MessageSource messages) {
        this.messages = messages;
    }

    record Group(String label, List<Choice> choices) {}

    List<Group> groups(Standard standard, Locale locale) {
        List<Group> groups = new ArrayList<>();
        groups.add(new Group(
                say("admissibility.criterion.general", locale),
                GENERAL.stream()
                        .map(key -> Choice.of(key, say("admissibility.criterion." + key, locale)))
                        .toList()));
        standard.blocks().forEach(block -> groups.add(new Group(block.title(), ofBlock(block, locale))));
        return groups;
    }

    private List<Choice> ofBlock(SkillBlock block, Locale locale) {
        return Stream.concat(
                        Stream.of(Choice.of(
                                block.code().value(),
                                say("admissibility.criterion.whole-block", locale, block.title()))),
                        block.skills().stream()
                                .map(skill -> Choice.of(key(block, skill), skill.code() + " – " + skill.statement())))
                .toList();
    }

    /** As the letter says it, in French; the free words alone where nothing was chosen. */
    String words(Standard standard, String about, String free) {
        String chosen = GENERAL.contains(about)
                ? say("admissibility.criterion." + about, Locale.FRENCH)
                : standard.blocks().stream()
                        .flatMap(block -> named(block, about))
                        .findFirst()
                        .orElse("");
        return Stream.of(chosen, free.strip())
                .filter(text -> !text.isBlank())
                .reduce("", (first, second) -> first.isEmpty() ? second : first + " – " + second);
    }

    private Stream<String> named(SkillBlock block, String about) {
        if (about.equals(block.code().value())) {
            return Stream.of(say("admissibility.criterion.block", Locale.FRENCH, block.title()));
        }
        return block.skills().stream()
                .filter(skill -> about.equals(key(block, skill)))
                .map(skill -> say(
                        "admissibility.criterion.skill",
                        Locale.FRENCH,
                        skill.code(),
                        skill.statement(),
                        block.title()));
    }

    private static String key(SkillBlock block, Skill skill) {
        return block.code().value() + "/" + skill.code();
    }

    /** What a refused person may do, to choose from. */
    List<Choice> options(Locale locale) {
        return OPTIONS.stream()
                .map(key -> Choice.of(key, say("admissibility.option." + key, locale)))
                .toList();
    }

    List<String> optionWords(List<String> keys) {
        return OPTIONS.stream()
                .filter(keys::contains)
                .map(key -> say("admissibility.option." + key, Locale.FRENCH))
                .toList();
    }

    private String say(String key, Locale locale, Object... values) {
        return messages.getMessage(key, values, locale);
    }
}
