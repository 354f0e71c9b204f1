package fr.acquis.notification;

import fr.acquis.shared.PersonId;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The language a person is written to in: French unless they chose. */
@Service
@Transactional
public class CorrespondenceLanguage {

    public static final List<Locale> OFFERED = List.of(Locale.FRENCH, Locale.ENGLISH);

    private final JdbcClient database;
    private final Clock clock;

    CorrespondenceLanguage(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public Locale of(PersonId person) {
        return database.sql("select language from correspondence_language where person_id = :person")
                .param("person", person.value())
                .query(String.class)
                .optional()
                .map(Locale::of)
                .orElse(Locale.FRENCH);
    }

    /** @throws IllegalArgumentException when the language is not offered */
    public void choose(PersonId person, Locale language) {
        if (!OFFERED.contains(language)) {
            throw new IllegalArgumentException("not a language letters are written in: " + language);
        }
        database.sql("""
                        insert into correspondence_language (person_id, language, chosen_at) values (:person, :language, :at)
                        on duplicate key update language = :language, chosen_at = :at
                        """)
                .param("person", person.value())
                .param("language", language.getLanguage())
                .param("at", clock.instant())
                .update();
    }
}
