package fr.acquis.certification.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import fr.acquis.certification.CertificationId;
import fr.acquis.certification.ClockStart;
import fr.acquis.certification.Confidence;
import fr.acquis.certification.CpneRole;
import fr.acquis.certification.JuryMode;
import fr.acquis.certification.MinimumHours;
import fr.acquis.certification.Openness;
import fr.acquis.certification.Regime;
import fr.acquis.certification.Registration;
import fr.acquis.certification.Regulation;
import fr.acquis.certification.RegulationParameter;
import fr.acquis.certification.RegulationParameters;
import fr.acquis.certification.RequiredPiece;
import fr.acquis.certification.Rule;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.Period;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.context.support.ResourceBundleMessageSource;

/** Whatever a règlement or the register can say has its words, in both languages. */
@Tag("fast")
@Tag("certification")
@Tag("catalogue")
class CertificationWordsTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 23);

    private final RuleWords words = new RuleWords(messages());

    @BeforeEach
    void in_french() {
        LocaleContextHolder.setLocale(Locale.FRENCH);
    }

    @AfterEach
    void leave_no_language() {
        LocaleContextHolder.resetLocaleContext();
    }

    @ParameterizedTest
    @ValueSource(strings = {"certification.properties", "certification_en.properties"})
    void every_value_of_every_enumeration_has_words_and_no_words_are_left_over(String bundle) throws IOException {
        Properties written = read(bundle);
        assertThat(family(written, "closed\\.[A-Z_]+")).isEqualTo(named("closed", Openness.Reason.values()));
        assertThat(family(written, "regime\\.[A-Z_]+")).isEqualTo(named("regime", Regime.values()));
        assertThat(family(written, "clockStart\\..*")).isEqualTo(named("clockStart", ClockStart.values()));
        assertThat(family(written, "juryMode\\..*")).isEqualTo(named("juryMode", JuryMode.values()));
        assertThat(family(written, "cpneRole\\..*")).isEqualTo(named("cpneRole", CpneRole.values()));
        assertThat(family(written, "confidence\\..*")).isEqualTo(named("confidence", Confidence.values()));
        assertThat(family(written, "registration\\..*")).isEqualTo(named("registration", Registration.values()));
        assertThat(family(written, "need\\..*")).isEqualTo(named("need", RequiredPiece.Need.values()));
        assertThat(family(written, "parameter\\..*"))
                .isEqualTo(RegulationParameters.ALL.stream()
                        .map(RegulationParameter::messageKey)
                        .collect(Collectors.toSet()));
        assertThat(family(written, "count\\..*"))
                .isEqualTo(RegulationParameters.ALL.stream()
                        .filter(parameter -> parameter.type() == Integer.class)
                        .map(parameter -> "certification.count." + parameter.name())
                        .collect(Collectors.toSet()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"fr", "en"})
    void every_default_is_said_with_its_name_and_value(String language) {
        LocaleContextHolder.setLocale(Locale.of(language));
        for (RegulationParameter<?> parameter : RegulationParameters.ALL) {
            Rule<?> rule = parameter.defaultRule();
            assertThat(words.name(rule)).isNotBlank();
            assertThat(words.value(rule)).as(parameter.name()).isNotBlank().doesNotContain("{", "P2M", "Period");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"fr", "en"})
    void the_way_is_told_under_every_regime_clock_jury_and_cpne(String language) {
        LocaleContextHolder.setLocale(Locale.of(language));
        for (Regime regime : Regime.values()) {
            for (ClockStart start : ClockStart.values()) {
                for (JuryMode jury : JuryMode.values()) {
                    for (CpneRole cpne : CpneRole.values()) {
                        List<LegalStep> steps = new LegalWay(words)
                                .of(regulation(Map.of(
                                        RegulationParameters.REGIME, regime,
                                        RegulationParameters.CLOCK_START, start,
                                        RegulationParameters.JURY_MODE, jury,
                                        RegulationParameters.CPNE_ROLE, cpne)));
                        assertThat(steps).hasSize(7).allSatisfy(step -> {
                            assertThat(step.title()).isNotBlank();
                            assertThat(step.text()).isNotBlank().doesNotContain("{");
                            assertThat(step.source()).isNotBlank();
                        });
                    }
                }
            }
        }
    }

    @Test
    void the_legal_clock_says_the_delay_of_this_reglement_its_start_and_its_text() {
        LegalStep decision = new LegalWay(words)
                .of(regulation(Map.of(
                        RegulationParameters.DECISION_DELAY,
                        Period.parse("P1M15D"),
                        RegulationParameters.CLOCK_START,
                        ClockStart.COMPLETE_FILE)))
                .get(2);
        assertThat(decision.text())
                .startsWith(
                        "La réponse vous parvient sous 1\u00a0mois et 15\u00a0jours à compter de la réception de la dernière"
                                + " pièce manquante")
                .contains("Sans réponse à cette date, votre demande est acceptée");
        assertThat(decision.source()).isEqualTo("Un règlement d’essai");
    }

    @Test
    void periods_and_hours_are_said_as_people_say_them() {
        assertThat(words.period(Period.ofYears(3))).isEqualTo("3\u00a0ans");
        assertThat(words.period(Period.ofYears(1))).isEqualTo("un an");
        assertThat(words.period(Period.of(1, 2, 1))).isEqualTo("un an et 2\u00a0mois et un jour");
        assertThat(words.value(rule(RegulationParameters.MINIMUM_HOURS, new MinimumHours(1607))))
                .isEqualTo("1\u202f607\u00a0heures");
        assertThat(words.value(RegulationParameters.MINIMUM_HOURS.defaultRule()))
                .isEqualTo("Aucune");
        assertThat(words.value(RegulationParameters.BLOCK_THRESHOLD_PERCENT.defaultRule()))
                .isEqualTo("70\u00a0%");
    }

    @Test
    void what_was_typed_with_straight_signs_is_printed_in_french() {
        assertThat(Printed.french("article L6412-2 : deux mois, l'accord « utile » ; d'abord ?"))
                .isEqualTo("article L6412-2\u00a0: deux mois, l’accord «\u00a0utile\u00a0»\u00a0; d’abord\u00a0?");
    }

    private static Regulation regulation(Map<RegulationParameter<?>, Object> settled) {
        Map<RegulationParameter<?>, Rule<?>> rules = new HashMap<>();
        settled.forEach((parameter, value) -> rules.put(parameter, rule(parameter, value)));
        return new Regulation(CertificationId.create(), DAY, rules);
    }

    private static <T> Rule<T> rule(RegulationParameter<T> parameter, Object value) {
        return new Rule<>(parameter, parameter.type().cast(value), "Un règlement d'essai", Confidence.HIGH, DAY);
    }

    private static Set<String> family(Properties written, String pattern) {
        return written.stringPropertyNames().stream()
                .filter(key -> key.matches("certification\\." + pattern))
                .collect(Collectors.toSet());
    }

    private static Set<String> named(String family, Enum<?>[] values) {
        return Arrays.stream(values)
                .map(value -> "certification." + family + "." + value.name())
                .collect(Collectors.toSet());
    }

    private static Properties read(String bundle) throws IOException {
        Properties written = new Properties();
        try (Reader reader = Files.newBufferedReader(Path.of("src/main/resources/messages", bundle), UTF_8)) {
            written.load(reader);
        }
        return written;
    }

    private static ResourceBundleMessageSource messages() {
        ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
        messages.setBasename("messages/certification");
        messages.setDefaultEncoding("UTF-8");
        messages.setDefaultLocale(Locale.FRENCH);
        messages.setFallbackToSystemLocale(false);
        return messages;
    }
}
