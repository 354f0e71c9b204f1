package fr.acquis.identity;

import fr.acquis.audit.Audit;
import fr.acquis.shared.BusinessRefusal;
import fr.acquis.shared.CertifyingBodyId;
import fr.acquis.shared.PersonId;
import fr.acquis.shared.TimeOrderedUuid;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The teams of a certifying body and who is in them. */
@Service
@Transactional
public class Teams {

    public static final int LONGEST_NAME = 120;

    private static final String TEAM = "select t.id, t.certifying_body_id, t.name, t.referent_id from team t ";

    private final JdbcClient database;
    private final Audit audit;
    private final Clock clock;

    Teams(JdbcClient database, Audit audit, Clock clock) {
        this.database = database;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public List<Team> of(PersonId person) {
        return database.sql(TEAM + "join team_member m on m.team_id = t.id where m.person_id = :person order by t.name")
                .param("person", person.value())
                .query(Teams::team)
                .list();
    }

    @Transactional(readOnly = true)
    public List<Team> all(CertifyingBodyId body) {
        return database.sql(TEAM + "where t.certifying_body_id = :body order by t.name")
                .param("body", body.value())
                .query(Teams::team)
                .list();
    }

    @Transactional(readOnly = true)
    public Optional<Team> find(CertifyingBodyId body, UUID id) {
        return all(body).stream().filter(team -> team.id().equals(id)).findFirst();
    }

    @Transactional(readOnly = true)
    public List<PersonId> members(UUID team) {
        return database.sql("select person_id from team_member where team_id = :team")
                .param("team", team)
                .query((row, n) -> new PersonId(row.getObject(1, UUID.class)))
                .list();
    }

    /** @throws BusinessRefusal when the name is empty, too long or taken */
    public Team found(CertifyingBodyId body, String name) {
        String clean = name.strip();
        if (clean.isEmpty() || clean.length() > LONGEST_NAME) {
            throw new BusinessRefusal(BusinessRefusal.Kind.INVALID, "identity.refused.team-name", LONGEST_NAME);
        }
        if (all(body).stream().anyMatch(team -> team.name().equalsIgnoreCase(clean))) {
            throw new BusinessRefusal(BusinessRefusal.Kind.CONFLICT, "identity.refused.team-taken", clean);
        }
        Team team = new Team(TimeOrderedUuid.next(), body, clean, null);
        database.sql("insert into team (id, certifying_body_id, name, created_at) values (:id, :body, :name, :at)")
                .param("id", team.id())
                .param("body", body.value())
                .param("name", clean)
                .param("at", clock.instant())
                .update();
        audit.record(body.value(), "found-team", Map.of("team", team.id().toString()));
        return team;
    }

    public void join(Team team, PersonId person) {
        int added = database.sql("insert ignore into team_member (team_id, person_id) values (:team, :person)")
                .param("team", team.id())
                .param("person", person.value())
                .update();
        if (added == 1) {
            audit.record(
                    team.certifyingBody().value(),
                    "join-team",
                    Map.of("team", team.id().toString(), "person", person.toString()));
        }
    }

    public void leave(Team team, PersonId person) {
        int removed = database.sql("delete from team_member where team_id = :team and person_id = :person")
                .param("team", team.id())
                .param("person", person.value())
                .update();
        if (removed == 1) {
            audit.record(
                    team.certifyingBody().value(),
                    "leave-team",
                    Map.of("team", team.id().toString(), "person", person.toString()));
        }
    }

    public void refer(Team team, @Nullable PersonId referent) {
        database.sql("update team set referent_id = :referent where id = :team")
                .param("referent", referent == null ? null : referent.value())
                .param("team", team.id())
                .update();
        audit.record(
                team.certifyingBody().value(),
                "name-referent",
                Map.of("team", team.id().toString(), "person", String.valueOf(referent)));
    }

    private static Team team(ResultSet row, int n) throws SQLException {
        UUID referent = row.getObject("referent_id", UUID.class);
        return new Team(
                row.getObject("id", UUID.class),
                new CertifyingBodyId(row.getObject("certifying_body_id", UUID.class)),
                row.getString("name"),
                referent == null ? null : new PersonId(referent));
    }
}
