package fr.acquis.forms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import fr.acquis.forms.schema.Answer;
import fr.acquis.forms.schema.AnswerCheck;
import fr.acquis.forms.schema.FieldError;
import fr.acquis.forms.schema.FormSchema;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The forms of the models, held to their rules without a browser. */
@Tag("fast")
class AnswerCheckTest {

    private static final FormSchema SESSION = FormSchema.shipped("hold-support-session");
    private static final FormSchema PLAN = FormSchema.shipped("complete-plan");

    @Test
    void every_form_of_the_models_can_be_read_and_has_a_title() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("forms"))) {
            List<Path> forms =
                    files.filter(file -> file.toString().endsWith(".form")).toList();
            assertThat(forms).isNotEmpty().allSatisfy(file -> {
                FormSchema form = FormSchema.read(Files.readString(file));
                assertThat(form.id() + ".form").isEqualTo(file.getFileName().toString());
                assertThat(form.title()).isPresent();
            });
        }
    }

    @Test
    void a_form_with_a_question_this_reader_does_not_know_is_refused_whole() {
        assertThatThrownBy(
                        () -> FormSchema.read("{\"id\":\"x\",\"components\":[{\"type\":\"hologram\",\"key\":\"a\"}]}"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void an_answer_that_holds_is_kept_as_values() {
        Answer answer = AnswerCheck.of(SESSION, Map.of(), session());
        assertThat(answer.errors()).isEmpty();
        assertThat(answer.data())
                .containsEntry("hours", new BigDecimal("1.5"))
                .containsEntry("nextSessionAt", "2030-01-08T10:00+01:00");
    }

    @Test
    void what_a_condition_hides_is_neither_asked_nor_kept() {
        Map<String, Object> given = session();
        given.put("continuation", "END");
        given.put("attendance", "ABSENT");
        Answer answer = AnswerCheck.of(SESSION, Map.of(), given);
        assertThat(answer.holds()).isTrue();
        assertThat(answer.data()).doesNotContainKeys("nextSessionAt", "notes");
    }

    @Test
    void what_a_condition_shows_is_asked() {
        Map<String, Object> given = session();
        given.remove("nextSessionAt");
        assertThat(AnswerCheck.of(SESSION, Map.of(), given).errors())
                .extracting(FieldError::path, FieldError::messageKey)
                .containsExactly(tuple("nextSessionAt", "forms.error.required"));
    }

    @Test
    void nothing_given_is_missing_wherever_the_form_asks() {
        assertThat(AnswerCheck.of(SESSION, Map.of(), Map.of()).errors())
                .extracting(FieldError::path)
                .contains("heldAt", "hours", "attendance", "continuation");
    }

    @Test
    void ranges_steps_options_lengths_and_dates_are_held() {
        assertThat(wrong("hours", 13)).isEqualTo("forms.error.max");
        assertThat(wrong("hours", -1)).isEqualTo("forms.error.min");
        assertThat(wrong("hours", new BigDecimal("1.1"))).isEqualTo("forms.error.increment");
        assertThat(wrong("hours", new BigDecimal("1.125"))).isEqualTo("forms.error.decimals");
        assertThat(wrong("hours", "beaucoup")).isEqualTo("forms.error.number");
        assertThat(wrong("attendance", "PERHAPS")).isEqualTo("forms.error.option");
        assertThat(wrong("attendance", List.of("PRESENT"))).isEqualTo("forms.error.option");
        assertThat(wrong("notes", "x".repeat(4001))).isEqualTo("forms.error.max-length");
        assertThat(wrong("heldAt", "demain")).isEqualTo("forms.error.date");
        assertThat(wrong("heldAt", "2030-02-30T10:00+01:00")).isEqualTo("forms.error.date");
    }

    @Test
    void lists_are_held_line_by_line_and_choose_only_from_what_was_offered() {
        Map<String, Object> initial =
                Map.of("missingBlocks", List.of(Map.of("label", "Prospection", "value", "RNCP99901BC01")));
        Map<String, Object> good = line("RNCP99901BC01");
        Map<String, Object> bad = line("RNCP00000BC99");
        bad.put("title", " ");
        Answer answer = AnswerCheck.of(PLAN, initial, Map.of("actions", List.of(good, bad), "reviewOn", "2030-03-01"));
        assertThat(answer.errors())
                .extracting(FieldError::path, FieldError::indexes)
                .containsExactlyInAnyOrder(
                        tuple("actions[1].blocks", List.of(1)), tuple("actions[1].title", List.of(1)));
    }

    @Test
    void a_room_names_a_field_inside_a_list() {
        FieldError error = AnswerCheck.at(PLAN, "actions[2].endsOn", "training.refused.ends-before");
        assertThat(error.id()).isEqualTo("complete-plan-actions-endsOn");
        assertThat(error.indexes()).containsExactly(2);
        assertThatThrownBy(() -> AnswerCheck.at(PLAN, "nowhere", "forms.error.required"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void what_the_form_does_not_ask_is_not_kept() {
        Map<String, Object> given = session();
        given.put("journeyId", "another");
        assertThat(AnswerCheck.of(SESSION, Map.of(), given).data()).doesNotContainKey("journeyId");
    }

    private static String wrong(String key, Object value) {
        Map<String, Object> given = session();
        given.put(key, value);
        List<FieldError> errors = AnswerCheck.of(SESSION, Map.of(), given).errors();
        assertThat(errors).hasSize(1);
        assertThat(errors.getFirst().path()).isEqualTo(key);
        return errors.getFirst().messageKey();
    }

    private static Map<String, Object> session() {
        Map<String, Object> given = new HashMap<>();
        given.put("heldAt", "2030-01-01T10:00+01:00");
        given.put("hours", new BigDecimal("1.5"));
        given.put("attendance", "PRESENT");
        given.put("notes", "Trois estimations relues.");
        given.put("continuation", "ANOTHER_SESSION");
        given.put("nextSessionAt", "2030-01-08T10:00+01:00");
        return given;
    }

    private static Map<String, Object> line(String block) {
        Map<String, Object> line = new HashMap<>();
        line.put("kind", "TRAINING");
        line.put("blocks", List.of(block));
        line.put("title", "Estimer un bien");
        line.put("startsOn", "2030-01-01");
        line.put("endsOn", "2030-01-31");
        line.put("hours", 21);
        line.put("cost", new BigDecimal("1200.5"));
        line.put("funding", "CPF");
        return line;
    }
}
