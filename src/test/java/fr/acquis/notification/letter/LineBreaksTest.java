package fr.acquis.notification.letter;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("fast")
class LineBreaksTest {

    @Test
    void a_line_never_ends_behind_an_elision() {
        assertThat(pieces("les acquis de l’expérience n’est pas"))
                .containsExactly("les ", "acquis ", "de ", "l’expérience ", "n’est ", "pas");
    }

    @Test
    void a_line_never_ends_behind_a_hyphen_with_a_short_word_after_it() {
        assertThat(pieces("prévenez-nous, c’est-à-dire procès-verbal 7H5V-4F5J-35DM"))
                .containsExactly("prévenez-nous, ", "c’est-à-dire ", "procès-", "verbal ", "7H5V-4F5J-35DM");
    }

    @Test
    void an_address_that_fits_a_line_is_never_cut() {
        assertThat(pieces("à vae@certification.exemple ou https://vae.exemple:8080/verification"))
                .containsExactly("à ", "vae@certification.exemple ", "ou ", "https://vae.exemple:8080/verification");
        assertThat(pieces("https://visio.exemple/" + "reunion-".repeat(12) + "fin"))
                .hasSizeGreaterThan(1);
    }

    private static List<String> pieces(String text) {
        LineBreaks breaks = new LineBreaks(Locale.FRENCH);
        breaks.setText(text);
        List<String> pieces = new ArrayList<>();
        int from = 0;
        for (int to = breaks.next(); to != BreakIterator.DONE; to = breaks.next()) {
            if (to > from) {
                pieces.add(text.substring(from, to));
            }
            from = to;
        }
        return pieces;
    }
}
