package fr.acquis.certification.store;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("fast")
@Tag("certification")
@Tag("catalogue")
class SearchTextTest {

    @Test
    void apostrophes_hyphens_and_hard_spaces_part_words_and_ligatures_are_spelt_out() {
        assertThat(SearchText.words("Œuvres d’art – sous-sol, l'atelier\u00a0: «\u00a0æ\u00a0»"))
                .containsExactly("OEuvres", "d", "art", "sous", "sol", "l", "atelier", "ae");
    }

    @Test
    void a_number_of_the_register_is_found_with_and_without_its_letters() {
        assertThat(SearchText.words("RNCP37268 RS5000 RNCP"))
                .containsExactly("RNCP37268", "37268", "RS5000", "5000", "RNCP");
    }

    @Test
    void small_words_do_not_narrow_a_search_unless_they_are_all_it_has() {
        assertThat(SearchText.beginnings("contrôle de la qualité")).containsExactly("contrôle", "qualité");
        assertThat(SearchText.beginnings("de la")).containsExactly("de", "la");
        assertThat(SearchText.beginnings(" -' ")).isEmpty();
    }

    @Test
    void a_plural_finds_its_singular() {
        assertThat(SearchText.beginnings("métiers AGENTS bus")).containsExactly("métier", "AGENT", "bus");
    }

    @Test
    void the_signs_of_a_pattern_mean_themselves() {
        assertThat(SearchText.pattern("100%_!")).isEqualTo("100!%!_!!%");
    }

    @Test
    void an_endless_word_is_cut_between_characters() {
        assertThat(SearchText.beginnings("😀".repeat(90)).getFirst()).isEqualTo("😀".repeat(SearchText.LONGEST_WORD));
    }
}
