package fr.acquis.identity;

import static org.assertj.core.api.Assertions.assertThat;

import fr.acquis.shared.PersonId;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("fast")
@Tag("identity")
class PersonTest {

    private final Person one = person("alix@exemple.fr", "Alix", "Essai");
    private final Person namesake = person("alix.essai@exemple.fr", "Alix", "essai");
    private final Person other = person("camille@exemple.fr", "Camille", "Essai");

    @Test
    void people_called_alike_are_told_apart_by_their_address_where_one_is_chosen() {
        List<Person> people = List.of(one, namesake, other);
        assertThat(one.nameAmong(people)).isEqualTo("Alix Essai (alix@exemple.fr)");
        assertThat(namesake.nameAmong(people)).isEqualTo("Alix essai (alix.essai@exemple.fr)");
        assertThat(other.nameAmong(people)).isEqualTo("Camille Essai");
    }

    private static Person person(String email, String given, String family) {
        return new Person(new PersonId(UUID.randomUUID()), email, given, family, null);
    }
}
