package fr.acquis.certification.web;

import static fr.acquis.certification.RegulationParameters.ADMISSIBILITY_VALIDITY;
import static fr.acquis.certification.RegulationParameters.APPEAL_DELAY;
import static fr.acquis.certification.RegulationParameters.CLOCK_START;
import static fr.acquis.certification.RegulationParameters.COMPLETION_REQUEST_DELAY;
import static fr.acquis.certification.RegulationParameters.CPNE_ROLE;
import static fr.acquis.certification.RegulationParameters.DECISION_DELAY;
import static fr.acquis.certification.RegulationParameters.JURY_DELAY;
import static fr.acquis.certification.RegulationParameters.JURY_MODE;
import static fr.acquis.certification.RegulationParameters.REGIME;
import static fr.acquis.certification.RegulationParameters.RESULT_DELAY;
import static fr.acquis.certification.RegulationParameters.SUMMONS_BEFORE;

import fr.acquis.certification.Regulation;
import fr.acquis.certification.Rule;
import java.time.Period;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The legal clock in words: each stage, how long it may last by the règlement in force, and by which text. */
@Component
class LegalWay {

    private static final String STAGES = "certification.way.";

    private final RuleWords words;

    LegalWay(RuleWords words) {
        this.words = words;
    }

    List<LegalStep> of(Regulation regulation) {
        return List.of(
                step("request." + regulation.regime(), regulation.rule(REGIME)),
                step("check", regulation.rule(COMPLETION_REQUEST_DELAY)),
                step(
                        "decision." + regulation.clockStart(),
                        regulation.rule(DECISION_DELAY),
                        regulation.rule(CLOCK_START)),
                step("livret2", regulation.rule(ADMISSIBILITY_VALIDITY)),
                step(
                        "jury." + regulation.value(JURY_MODE),
                        regulation.rule(JURY_DELAY),
                        regulation.rule(SUMMONS_BEFORE)),
                step(
                        "result." + regulation.value(CPNE_ROLE),
                        regulation.rule(RESULT_DELAY),
                        regulation.rule(CPNE_ROLE)),
                step("appeal", regulation.rule(APPEAL_DELAY)));
    }

    /** The delays among the rules fill the places of the text, in their order. */
    private LegalStep step(String stage, Rule<?>... rules) {
        Object[] delays = Stream.of(rules)
                .filter(rule -> rule.value() instanceof Period)
                .map(words::value)
                .toArray();
        String name = stage.contains(".") ? stage.substring(0, stage.indexOf('.')) : stage;
        String sources = Stream.of(rules)
                .map(Rule::source)
                .map(Printed::french)
                .distinct()
                .collect(Collectors.joining("\u00a0; "));
        return new LegalStep(words.say(STAGES + name), words.say(STAGES + stage + ".text", delays), sources);
    }
}
