package fr.acquis.exchange.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("fast")
class LinkedTest {

    @Test
    void an_address_becomes_a_link_and_the_sentence_around_it_stays_text() {
        assertThat(Linked.parts("Voyez https://vae.example/a?b=c, puis http://x.example."))
                .containsExactly(
                        new Linked.Part("Voyez ", null),
                        new Linked.Part("https://vae.example/a?b=c", "https://vae.example/a?b=c"),
                        new Linked.Part(", puis ", null),
                        new Linked.Part("http://x.example", "http://x.example"),
                        new Linked.Part(".", null));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"javascript:alert(1)", "data:text/html,x", "//x.example", "<a href=x>", "www.x.example", ""})
    void nothing_else_becomes_one(String text) {
        assertThat(Linked.parts(text)).noneMatch(part -> part.href() != null);
    }

    @ParameterizedTest
    @CsvSource({"a\nb https://x.example\nc", "https://x.example", "«https://x.example»", "(https://x.example/)…"})
    void no_letter_is_lost(String text) {
        assertThat(Linked.parts(text).stream().map(Linked.Part::text).collect(Collectors.joining()))
                .isEqualTo(text);
    }
}
