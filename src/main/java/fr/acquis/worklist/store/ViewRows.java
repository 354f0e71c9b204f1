package fr.acquis.worklist.store;

import fr.acquis.shared.TimeOrderedUuid;
import fr.acquis.worklist.SavedView;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What a person keeps of their lists: saved views, words searched, columns chosen. */
@Repository
public class ViewRows {

    private static final String VISIBLE = """
            select v.id, v.name, v.owner_id = :me as mine, v.team_id, v.state, v.words,
                   (select m.team_name from v_identity_team_member m where m.team_id = v.team_id limit 1) as team_name
            from worklist_view v
            where (v.owner_id = :me
                   or v.team_id in (select m.team_id from v_identity_team_member m where m.person_id = :me))
            """;

    private final JdbcClient database;

    ViewRows(JdbcClient database) {
        this.database = database;
    }

    public List<SavedView> visible(UUID me) {
        return database.sql(VISIBLE + " order by v.name limit 50")
                .param("me", me)
                .query(ViewRows::view)
                .list();
    }

    public Optional<SavedView> visible(UUID me, UUID id) {
        return database.sql(VISIBLE + " and v.id = :id")
                .param("me", me)
                .param("id", id)
                .query(ViewRows::view)
                .optional();
    }

    public UUID keep(UUID body, UUID owner, @Nullable UUID team, String name, String state, String words, Instant at) {
        UUID id = TimeOrderedUuid.next();
        database.sql("""
                        insert into worklist_view
                            (id, certifying_body_id, owner_id, team_id, name, state, words, created_at)
                        values (:id, :body, :owner, :team, :name, :state, :words, :at)
                        """)
                .param("id", id)
                .param("body", body)
                .param("owner", owner)
                .param("team", team)
                .param("name", name)
                .param("state", state)
                .param("words", words)
                .param("at", at)
                .update();
        return id;
    }

    public boolean drop(UUID id, UUID owner) {
        return database.sql("delete from worklist_view where id = :id and owner_id = :owner")
                        .param("id", id)
                        .param("owner", owner)
                        .update()
                == 1;
    }

    public UUID remember(UUID person, String words, Instant at) {
        UUID id = TimeOrderedUuid.next();
        database.sql("insert into worklist_search (id, person_id, words, asked_at) values (:id, :person, :words, :at)")
                .param("id", id)
                .param("person", person)
                .param("words", words)
                .param("at", at)
                .update();
        return id;
    }

    /** Somebody else's words are as if forgotten. */
    public Optional<String> words(UUID person, UUID id) {
        return database.sql("select words from worklist_search where id = :id and person_id = :person")
                .param("id", id)
                .param("person", person)
                .query(String.class)
                .optional();
    }

    public void forgetSearchesBefore(Instant instant) {
        database.sql("delete from worklist_search where asked_at < :before")
                .param("before", instant)
                .update();
    }

    public Optional<String> columns(UUID person) {
        return database.sql("select columns from worklist_columns where person_id = :person")
                .param("person", person)
                .query(String.class)
                .optional();
    }

    public void choose(UUID person, String columns) {
        database.sql("""
                        insert into worklist_columns (person_id, columns) values (:person, :columns)
                        on duplicate key update columns = values(columns)
                        """).param("person", person).param("columns", columns).update();
    }

    private static SavedView view(ResultSet row, int n) throws SQLException {
        return new SavedView(
                row.getObject("id", UUID.class),
                row.getString("name"),
                row.getBoolean("mine"),
                row.getObject("team_id", UUID.class),
                row.getString("team_name"),
                row.getString("state"),
                row.getString("words"));
    }
}
