package fr.acquis.worklist.store;

import fr.acquis.worklist.TaskFilter;
import fr.acquis.worklist.store.Searched.Term;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Decides from which side a search is read. */
@Repository
class Searches {

    /**
     * Fewer cases than these are read one by one. A word that more of them hold is found soon in any order: with n rows, either
     * way costs about the square root of 50 n at its worst, some 7 000 looks for a million.
     */
    private static final int FEW = 7_000;

    /** Two frequent words may have little in common: reading the rarer one stays bearable up to here. */
    private static final int BEARABLE = 60_000;

    private final JdbcClient database;

    Searches(JdbcClient database) {
        this.database = database;
    }

    Searched of(TaskFilter filter, Access access) {
        UUID body = access.body();
        List<Term> terms = new ArrayList<>();
        if (filter.tag() != null) {
            terms.add(new Term(CaseWords.tagWord(filter.tag()), true));
        }
        FoldedText.beginnings(filter.words()).forEach(word -> terms.add(new Term(word, false)));
        if (terms.isEmpty()) {
            // Signs only: nothing is found by them.
            return filter.words().isBlank()
                    ? Searched.nothing(access)
                    : new Searched(List.of(new Term("!", true)), true, access);
        }
        int bound = terms.size() == 1 ? FEW : BEARABLE;
        List<Counted> counted = terms.stream()
                .map(term -> new Counted(term, frequency(term, body, bound)))
                .sorted(Comparator.comparingInt(Counted::cases))
                .toList();
        return new Searched(
                counted.stream().map(Counted::term).toList(), counted.getFirst().cases() < bound, access);
    }

    private record Counted(Term term, int cases) {}

    private int frequency(Term term, @Nullable UUID body, int most) {
        Map<String, Object> parameters = new HashMap<>();
        String condition = term.condition("w", "word", parameters);
        return database.sql(
                        "select count(*) from (select 1 from worklist_word w where w.certifying_body_id = :body and "
                                + condition + " limit :most) f")
                .params(parameters)
                .param("body", body)
                .param("most", most)
                .query(Integer.class)
                .single();
    }
}
