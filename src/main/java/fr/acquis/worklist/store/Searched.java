package fr.acquis.worklist.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Words and a tag looked for, with how many cases hold the rarest of them.
 *
 * @param terms exact words (a tag), or beginnings; the rarest first
 * @param few whether the cases that hold the rarest are few enough to begin with them
 * @param reader who looks: not everybody finds a case by every text
 */
record Searched(List<Term> terms, boolean few, Access reader) {

    static Searched nothing(Access reader) {
        return new Searched(List.of(), false, reader);
    }

    record Term(String word, boolean whole) {

        String condition(String alias, String parameter, Map<String, Object> parameters) {
            parameters.put(parameter, word);
            if (whole) {
                return "%s.word = :%s".formatted(alias, parameter);
            }
            // Folded words end at 'z': what begins with the word lies between it and the word with a '~' behind.
            parameters.put(parameter + "End", word + "~");
            return "%1$s.word >= :%2$s and %1$s.word < :%2$sEnd".formatted(alias, parameter);
        }
    }

    boolean drives() {
        return few && !terms.isEmpty();
    }

    /** The cases that hold all terms, found from the rarest. */
    String cases(Map<String, Object> parameters) {
        StringBuilder sql = new StringBuilder(
                        "select distinct w.journey_id from worklist_word w where w.certifying_body_id = :body and ")
                .append(terms.getFirst().condition("w", "word0", parameters))
                .append(reader.readable("w"));
        for (int n = 1; n < terms.size(); n++) {
            sql.append(" and ").append(holds("w.journey_id", n, parameters));
        }
        return sql.toString();
    }

    /** The same asked of each row {@code t}. */
    List<String> conditions(Map<String, Object> parameters) {
        List<String> conditions = new ArrayList<>();
        for (int n = 0; n < terms.size(); n++) {
            conditions.add(holds("t.journey_id", n, parameters));
        }
        return conditions;
    }

    /** A scalar subquery: the optimizer would turn an exists into reading every case that holds a frequent word. */
    private String holds(String journey, int n, Map<String, Object> parameters) {
        return "(select 1 from worklist_word w%1$d force index (worklist_word_of_case) where w%1$d.journey_id = %2$s and %3$s%4$s limit 1) = 1"
                .formatted(
                        n, journey, terms.get(n).condition("w" + n, "word" + n, parameters), reader.readable("w" + n));
    }
}
