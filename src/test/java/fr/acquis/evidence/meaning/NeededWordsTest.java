package fr.acquis.evidence.meaning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("fast")
class NeededWordsTest {

    @Test
    void every_alternative_gives_the_longest_letters_it_cannot_do_without() {
        needs("\\bfiches? de (?:paie|paye)\\b", "fiche");
        needs("\\bcsg\\b|\\bcontribution sociale\\b", "csg", "contribution sociale");
        needs("\\b(?:la societe|conclu entre) ([^,]{3,60}?)(?:, | certifie\\b)", "la societe", "conclu entre");
        needs("(?:l')?(?:entreprise|structure)(?: soussignee?)?", "entreprise", "structure");
        needs("\\bbulletin\\b(?=[\\s\\S]{0,600}\\bparticuliers?\\b)", "bulletin");
        needs("\\bpas \\(taux\\b", "pas (taux");
        needs("ab{2}cde", "cde");
    }

    @Test
    void where_one_alternative_may_be_anything_nothing_is_told() {
        needs("\\br\\.?c\\.?s|\\bgreffe\\b");
        needs("(?:\\b[lmjvsd] ?\\d{1,2}\\b[ ]{0,4}){4}");
        needs("(?:paie)?");
        assertThat(Wording.of("\\d\\d").mayStand("aucun")).isTrue();
    }

    @Test
    void what_stands_behind_the_end_does_not_count() {
        Wording paid = Wording.of("\\bfacture\\b");
        assertThat(paid.mayStand("une facture", 11)).isTrue();
        assertThat(paid.mayStand("une facture", 10)).isFalse();
        assertThat(paid.in("une facture").find()).isTrue();
        assertThat(paid.in("un devis").find()).isFalse();
    }

    @Test
    void what_it_does_not_understand_it_refuses() {
        for (String odd : List.of("(?i)paie", "paie)", "(paie", "[a[b]]", "\\Qpaie\\E")) {
            assertThatThrownBy(() -> NeededWords.of(odd)).as(odd).isInstanceOf(IllegalArgumentException.class);
        }
    }

    private static void needs(String pattern, String... words) {
        assertThat(NeededWords.of(pattern)).as(pattern).containsExactly(words);
    }
}
