package fr.acquis.admissibility.official;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;

/** What has no field of its own is written in words and read back from them. */
@Tag("fast")
@Tag("livret1")
class FormTextsTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 28);
    private static final Set<String> LABELS = Set.of("Fonction", "Nature");

    @Property
    void a_text_below_labelled_lines_comes_back_even_where_it_looks_like_one(
            @ForAll("values") String role, @ForAll("texts") String text) {
        Map<String, String> labelled = new LinkedHashMap<>();
        labelled.put("Fonction", role);
        LabelledText.Parts back = LabelledText.read(LabelledText.write(labelled, LABELS, text), LABELS);
        assertThat(back.text()).isEqualTo(text);
        assertThat(back.labelled().getOrDefault("Fonction", "")).isEqualTo(role);
        assertThat(back.labelled()).doesNotContainKey("Nature");
    }

    @Provide
    Arbitrary<String> values() {
        return Arbitraries.of("", "Négociatrice", "Chef·fe d’équipe : nuit", "Nature : verte");
    }

    @Provide
    Arbitrary<String> texts() {
        Arbitrary<String> lines = Arbitraries.of(
                "Fonction : inventée", "nature: autre", "", "Des estimations.", "Fonctionnaire", "« Été » à 9 h : oui");
        return lines.list()
                .ofMaxSize(4)
                .map(several -> String.join("\n", several).strip());
    }

    @Property
    void the_time_of_an_experience_comes_back_to_the_day(
            @ForAll("days") LocalDate start,
            @ForAll("lengths") int days,
            @ForAll boolean goesOn,
            @ForAll("hours") BigDecimal weekly) {
        LocalDate end = goesOn ? null : start.plusDays(days);
        Times.Span back = Times.span(Times.span(start, end, weekly, TODAY), start, TODAY);
        assertThat(back.end()).isEqualTo(end);
        assertThat(back.weeklyHours()).isEqualTo(weekly);
        assertThat(back.understood()).isTrue();
        assertThat(back.reckoned()).isFalse();
        assertThat(Times.day(Times.day(start))).contains(new Times.Day(start, true));
    }

    @Provide
    Arbitrary<LocalDate> days() {
        return Arbitraries.integers()
                .between(0, 25_000)
                .map(day -> LocalDate.of(1950, 1, 1).plusDays(day));
    }

    @Provide
    Arbitrary<Integer> lengths() {
        return Arbitraries.integers().between(0, 12_000);
    }

    @Provide
    Arbitrary<BigDecimal> hours() {
        return Arbitraries.bigDecimals()
                .between(BigDecimal.ONE, BigDecimal.valueOf(80))
                .ofScale(1);
    }

    @Example
    void dates_are_read_as_people_write_them() {
        assertThat(Times.day("1er janvier 2020")).contains(new Times.Day(LocalDate.of(2020, 1, 1), true));
        assertThat(Times.day("3-9-2019")).contains(new Times.Day(LocalDate.of(2019, 9, 3), true));
        assertThat(Times.day("09/2019")).contains(new Times.Day(LocalDate.of(2019, 9, 1), false));
        assertThat(Times.day("2019")).contains(new Times.Day(LocalDate.of(2019, 1, 1), false));
        assertThat(Times.day("31/02/2019")).isEmpty();
        assertThat(Times.day("hier")).isEmpty();
    }

    @Example
    void a_duration_gives_the_last_day_and_one_that_reaches_today_goes_on() {
        LocalDate start = LocalDate.of(2018, 1, 8);
        assertThat(Times.span("2 ans et 6 mois", start, TODAY).end()).isEqualTo(LocalDate.of(2020, 7, 7));
        assertThat(Times.span("20 ans", start, TODAY).end()).isNull();
        assertThat(Times.span("depuis 3 ans, en cours, 17,5 h / semaine", start, TODAY))
                .isEqualTo(new Times.Span(null, new BigDecimal("17.5"), false, true));
        assertThat(Times.span("longtemps", start, TODAY).understood()).isFalse();
    }
}
