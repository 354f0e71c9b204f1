package fr.acquis.worklist.store;

import fr.acquis.shared.JourneyId;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The words cases are found by. */
@Repository
public class CaseWords {

    /** Names, number and certification: what every case has. */
    static final String OWN = "case";

    private static final char TAG = '#';

    /** A long note is found by its first words. */
    private static final int MOST_WORDS = 300;

    private final JdbcClient database;

    CaseWords(JdbcClient database) {
        this.database = database;
    }

    /** Adds what a case is found by from its birth on; what stands there already stays. */
    public void introduce(JourneyId journey) {
        database.sql("""
                        select j.certifying_body_id, j.case_number, p.given_name, p.birth_name, p.use_name, p.email,
                               c.title, c.number, c.branch
                        from v_journey_case j
                        join v_identity_person p on p.id = j.candidate_id
                        join v_certification_title c on c.id = j.certification_id
                        where j.id = :journey
                        """)
                .param("journey", journey.value())
                .query((row, n) -> {
                    String text = Stream.of(
                                    row.getString("case_number"),
                                    row.getString("given_name"),
                                    row.getString("birth_name"),
                                    row.getString("use_name"),
                                    beforeAt(row.getString("email")),
                                    row.getString("title"),
                                    row.getString("number"),
                                    row.getString("branch"))
                            .filter(word -> word != null)
                            .collect(Collectors.joining(" "));
                    return new Said(row.getObject("certifying_body_id", UUID.class), text);
                })
                .optional()
                .ifPresent(said -> add(said.body(), journey, OWN, FoldedText.words(said.text())));
    }

    /** Replaces what a source says of a case. */
    public void replace(UUID body, JourneyId journey, String source, String text) {
        forget(journey, source);
        add(body, journey, source, FoldedText.words(text));
    }

    public void forget(JourneyId journey, String source) {
        database.sql("delete from worklist_word where journey_id = :journey and source = :source")
                .param("journey", journey.value())
                .param("source", source)
                .update();
    }

    /** A tag is one word, by which a list is filtered, and the words of its name, by which it is found. */
    public void tag(UUID body, JourneyId journey, UUID tag, String name) {
        add(body, journey, source(TAG, tag), Stream.concat(Stream.of(tagWord(tag)), FoldedText.words(name)));
    }

    public void untag(JourneyId journey, UUID tag) {
        forget(journey, source(TAG, tag));
    }

    static String tagWord(UUID tag) {
        return TAG + tag.toString();
    }

    /** Told apart within one case by the end of the id, which is random. */
    public static String source(char mark, UUID what) {
        String id = what.toString();
        return mark + id.substring(id.length() - 11);
    }

    /** Cases with open tasks that nobody introduced: they were here before their words. */
    public List<JourneyId> strangers(int most) {
        return database.sql("""
                        select distinct t.journey_id from worklist_task t
                        where t.state = 'OPEN' and not exists (
                            select 1 from worklist_word w where w.journey_id = t.journey_id and w.source = :own)
                        limit :most
                        """)
                .param("own", OWN)
                .param("most", most)
                .query((row, n) -> new JourneyId(row.getObject(1, UUID.class)))
                .list();
    }

    private void add(UUID body, JourneyId journey, String source, Stream<String> words) {
        Set<String> distinct = words.limit(MOST_WORDS).collect(Collectors.toCollection(LinkedHashSet::new));
        for (String word : distinct) {
            database.sql("""
                            insert ignore into worklist_word (certifying_body_id, word, journey_id, source)
                            values (:body, :word, :journey, :source)
                            """)
                    .param("body", body)
                    .param("word", word)
                    .param("journey", journey.value())
                    .param("source", source)
                    .update();
        }
    }

    private static String beforeAt(String email) {
        int at = email.indexOf('@');
        return at < 0 ? email : email.substring(0, at);
    }

    private record Said(UUID body, String text) {}
}
