package fr.acquis.identity;

import fr.acquis.shared.CertifyingBodyId;
import fr.acquis.shared.PersonId;
import java.util.Map;
import org.springframework.stereotype.Service;

/**
 * The row-level rule every list and every object check goes through: a candidate sees their own rows, staff those of
 * their certifying body, anyone else none. An adviser or a juror is narrowed further by the room that knows the link.
 */
@Service
public class Visibility {

    private final CurrentPerson current;

    Visibility(CurrentPerson current) {
        this.current = current;
    }

    /**
     * A condition on rows that carry {@code certifying_body_id} and {@code candidate_id}.
     *
     * @param alias the table's alias in the query, a literal of our code
     */
    public Condition on(String alias) {
        SignedIn person = current.get();
        if (person.certifyingBody() != null && (person.is(Role.AGENT) || person.is(Role.MANAGER))) {
            return new Condition(
                    alias + ".certifying_body_id = :visibleBody",
                    Map.of("visibleBody", person.certifyingBody().value()));
        }
        if (person.is(Role.CANDIDATE)) {
            return new Condition(
                    alias + ".candidate_id = :visibleCandidate",
                    Map.of("visibleCandidate", person.id().value()));
        }
        return new Condition("1 = 0", Map.of());
    }

    /** The same rule for one object. */
    public boolean sees(CertifyingBodyId body, PersonId candidate) {
        return current.find()
                .filter(person -> person.id().equals(candidate)
                        || body.equals(person.certifyingBody()) && (person.is(Role.AGENT) || person.is(Role.MANAGER)))
                .isPresent();
    }

    /** SQL to put behind {@code where}, with its named parameters. */
    public record Condition(String sql, Map<String, Object> parameters) {}
}
