package fr.acquis.support.store;

import fr.acquis.shared.CertifyingBodyId;
import fr.acquis.shared.PersonId;
import fr.acquis.shared.TimeOrderedUuid;
import fr.acquis.support.SupportBody;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
public class SupportBodyRows {

    private static final RowMapper<SupportBody> BODY = (row, n) -> new SupportBody(
            row.getObject("id", UUID.class), row.getString("name"), row.getString("place"), row.getBoolean("own_team"));

    private final JdbcClient database;
    private final Clock clock;

    SupportBodyRows(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** @return false when one of that name is known */
    public boolean insertIfAbsent(CertifyingBodyId certifier, String name, @Nullable String place, boolean own) {
        return database.sql("""
                        insert into support_body (id, certifying_body_id, name, place, own_team, created_at)
                        select :id, :certifier, :name, :place, :own, :at from dual
                        where not exists (
                            select 1 from support_body
                            where certifying_body_id = :certifier and (name = :name or :own and own_team))
                        """)
                        .param("id", TimeOrderedUuid.next())
                        .param("certifier", certifier.value())
                        .param("name", name)
                        .param("place", place)
                        .param("own", own)
                        .param("at", clock.instant())
                        .update()
                == 1;
    }

    /** The certifying body's own team first, then by name. */
    public List<SupportBody> of(CertifyingBodyId certifier) {
        return database.sql("""
                        select id, name, place, own_team from support_body
                        where certifying_body_id = :certifier order by own_team desc, name
                        """)
                .param("certifier", certifier.value())
                .query(BODY)
                .list();
    }

    /** The body an adviser is placed in, else the own team. */
    public Optional<SupportBody> of(CertifyingBodyId certifier, PersonId adviser) {
        return database.sql("""
                        select b.id, b.name, b.place, b.own_team from support_body b
                        left join support_body_adviser a on a.support_body_id = b.id and a.person_id = :adviser
                        where b.certifying_body_id = :certifier and (b.own_team or a.person_id is not null)
                        order by a.person_id is null limit 1
                        """)
                .param("adviser", adviser.value())
                .param("certifier", certifier.value())
                .query(BODY)
                .optional();
    }

    public Optional<SupportBody> find(UUID id) {
        return database.sql("select id, name, place, own_team from support_body where id = :id")
                .param("id", id)
                .query(BODY)
                .optional();
    }

    /** Advisers who work in a body that is not the certifying body's own team. */
    public Set<PersonId> placed(CertifyingBodyId certifier) {
        return database
                .sql("""
                        select a.person_id from support_body_adviser a join support_body b on b.id = a.support_body_id
                        where b.certifying_body_id = :certifier
                        """)
                .param("certifier", certifier.value())
                .query((row, n) -> new PersonId(row.getObject("person_id", UUID.class)))
                .list()
                .stream()
                .collect(Collectors.toSet());
    }

    public Set<PersonId> advisersOf(UUID body) {
        return database
                .sql("select person_id from support_body_adviser where support_body_id = :body")
                .param("body", body)
                .query((row, n) -> new PersonId(row.getObject("person_id", UUID.class)))
                .list()
                .stream()
                .collect(Collectors.toSet());
    }

    /** @param body null for the certifying body's own team */
    public void place(PersonId adviser, @Nullable UUID body) {
        if (body == null) {
            database.sql("delete from support_body_adviser where person_id = :person")
                    .param("person", adviser.value())
                    .update();
            return;
        }
        database.sql("""
                        insert into support_body_adviser (person_id, support_body_id) values (:person, :body)
                        on duplicate key update support_body_id = :body
                        """).param("person", adviser.value()).param("body", body).update();
    }
}
