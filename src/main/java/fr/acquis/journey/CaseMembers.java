package fr.acquis.journey;

import fr.acquis.audit.Audit;
import fr.acquis.identity.Role;
import fr.acquis.identity.SignedIn;
import fr.acquis.shared.JourneyId;
import fr.acquis.shared.PersonId;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Advisers and jurors on a case: the only link that lets them see it. */
@Service
public class CaseMembers {

    private final JdbcClient database;
    private final Audit audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    CaseMembers(JdbcClient database, Audit audit, ApplicationEventPublisher events, Clock clock) {
        this.database = database;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void add(JourneyId journey, PersonId person, Role role) {
        int added = database.sql(
                        "insert ignore into case_member (journey_id, person_id, role, since) values (:journey, :person, :role, :at)")
                .param("journey", journey.value())
                .param("person", person.value())
                .param("role", role.name())
                .param("at", clock.instant())
                .update();
        if (added == 1) {
            audit.record(journey.value(), "add-case-member", Map.of("role", role.name(), "person", person.toString()));
        }
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void remove(JourneyId journey, PersonId person, Role role) {
        int removed = database.sql(
                        "delete from case_member where journey_id = :journey and person_id = :person and role = :role")
                .param("journey", journey.value())
                .param("person", person.value())
                .param("role", role.name())
                .update();
        if (removed == 1) {
            audit.record(
                    journey.value(), "remove-case-member", Map.of("role", role.name(), "person", person.toString()));
            events.publishEvent(new MemberLeft(journey, person));
        }
    }

    @Transactional(readOnly = true)
    public List<PersonId> of(JourneyId journey, Role role) {
        return database.sql(
                        "select person_id from case_member where journey_id = :journey and role = :role order by since")
                .param("journey", journey.value())
                .param("role", role.name())
                .query((row, n) -> new PersonId(row.getObject("person_id", UUID.class)))
                .list();
    }

    /** Whether the person works on the case in a role they hold. */
    @Transactional(readOnly = true)
    public boolean worksOn(JourneyId journey, SignedIn person) {
        return database
                .sql("select role from case_member where journey_id = :journey and person_id = :person")
                .param("journey", journey.value())
                .param("person", person.id().value())
                .query((row, n) -> Role.valueOf(row.getString("role")))
                .list()
                .stream()
                .anyMatch(person::is);
    }
}
