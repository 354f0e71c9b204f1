package fr.acquis.worklist;

import fr.acquis.devservices.ActingAs;
import fr.acquis.identity.Role;
import fr.acquis.identity.SignedIn;
import fr.acquis.shared.CertifyingBodyId;
import fr.acquis.shared.PersonId;
import fr.acquis.worklist.store.Counters;
import fr.acquis.worklist.store.TaskList;
import fr.acquis.worklist.store.TaskList.Row;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Acquis: the page's own reader, rights on, names and numbers of the rows joined. */
final class OurSide implements Side {

    private final TaskList list;
    private final Counters counters;
    private final Worklist worklist;
    private final ActingAs as;
    private final CertifyingBodyId body;

    OurSide(TaskList list, Counters counters, Worklist worklist, ActingAs as, CertifyingBodyId body) {
        this.list = list;
        this.counters = counters;
        this.worklist = worklist;
        this.as = as;
        this.body = body;
    }

    /** Loads the rows into the product's own tables. */
    static void load(Connection database, UUID body) throws SQLException {
        try (Statement sql = database.createStatement()) {
            sql.execute("set foreign_key_checks = 0, unique_checks = 0");
            for (String table : List.of("worklist_change", "worklist_word", "worklist_counter", "team_member")) {
                sql.execute("delete from " + table);
            }
            sql.execute("delete from worklist_task where " + Bench.OURS);
            sql.execute("delete from journey where " + Bench.OURS);
            sql.execute("delete from person where " + Bench.OURS);
            sql.execute("delete from certification where " + Bench.OURS);
            sql.execute("delete from team where " + Bench.OURS);
            sql.execute("""
                    insert into certification
                        (id, certifying_body_id, certifier, registration, number, title, branch, fictive, created_at)
                    select %s, '%s', 'Essai', 'AUCUN', null, concat('CQP numero', seq), 'Essai', 1, utc_timestamp()
                    from seq_0_to_%d
                    """.formatted(Bench.id("001", "seq"), body, Bench.CERTIFICATIONS - 1));
            sql.execute("""
                    insert into team (id, certifying_body_id, name, created_at)
                    select %s, '%s', concat('Equipe ', seq), utc_timestamp() from seq_0_to_%d
                    """.formatted(Bench.id("002", "seq"), body, Bench.TEAMS - 1));
            sql.execute("""
                    insert into person (id, email, given_name, birth_name, enabled, created_at, version)
                    select %s, concat('agent', seq, '@bench.example'), 'Agent', concat('Numero', seq), 1, utc_timestamp(), 0
                    from seq_0_to_%d
                    """.formatted(Bench.id("003", "seq"), Bench.PEOPLE - 1));
            sql.execute("insert into team_member select %s, %s from seq_0_to_%d"
                    .formatted(Bench.id("002", "seq % " + Bench.TEAMS), Bench.id("003", "seq"), Bench.PEOPLE - 1));
            sql.execute("""
                    insert into person (id, email, given_name, birth_name, enabled, created_at, version)
                    select %s, concat('c', seq, '@bench.example'), %s, %s, 1, utc_timestamp(), 0 from bench_row
                    """.formatted(Bench.id("004", "seq"), Bench.name("(given + 3000)"), Bench.name("family")));
            sql.execute("""
                    insert into journey (id, case_number, certifying_body_id, candidate_id, certification_id, created_at, version)
                    select %s, concat('VAE-2026-', seq), '%s', %s, %s, utc_timestamp(), 0 from bench_row
                    """.formatted(
                            Bench.id("005", "seq"), body, Bench.id("004", "seq"), Bench.id("001", "certification")));
            sql.execute("""
                    insert into worklist_task
                        (id, journey_id, certifying_body_id, candidate_id, certification_id, candidate_sort, kind, audience,
                         queue_id, holder_id, state, due_at, created_at)
                    select %s, %s, '%s', %s, %s, concat(%s, ' ', %s), 'CHECK_FILE', 'AGENT', %s,
                           if(person is null, null, %s), 'OPEN', due_at, utc_timestamp()
                    from bench_row
                    """.formatted(
                            Bench.id("006", "seq"),
                            Bench.id("005", "seq"),
                            body,
                            Bench.id("004", "seq"),
                            Bench.id("001", "certification"),
                            Bench.name("family"),
                            Bench.name("(given + 3000)"),
                            Bench.id("002", "team"),
                            Bench.id("003", "person")));
            for (String word : List.of(
                    Bench.name("family"),
                    Bench.name("(given + 3000)"),
                    "'2026'",
                    "'vae'",
                    "cast(seq as char)",
                    "concat('numero', certification)")) {
                sql.execute("""
                        insert ignore into worklist_word (certifying_body_id, word, journey_id, source)
                        select '%s', %s, %s, 'case' from bench_row order by 2, 3
                        """.formatted(body, word, Bench.id("005", "seq")));
            }
            sql.execute("""
                    insert into worklist_counter
                    select queue_id, audience, holder_id is null, 0, count(*) from worklist_task where state = 'OPEN'
                    group by 1, 2, 3
                    """);
            sql.execute("""
                    insert into worklist_counter
                    select holder_id, audience, 0, 0, count(*) from worklist_task
                    where state = 'OPEN' and holder_id is not null group by 1, 2
                    """);
            sql.execute("analyze table worklist_task, worklist_word, journey, person");
            sql.execute("set foreign_key_checks = 1, unique_checks = 1");
        }
    }

    @Override
    public String name() {
        return "acquis";
    }

    @Override
    public int mine(int person) {
        return rows(person, TaskFilter.of(View.MINE));
    }

    @Override
    public int unassigned(int team) {
        return rows(team, TaskFilter.of(View.UNASSIGNED));
    }

    @Override
    public int byCertification(int team, int certification) {
        return rows(team, TaskFilter.of(View.TEAM).aiming(Bench.idOf("001", certification)));
    }

    @Override
    public int word(int team, String beginning) {
        return rows(team, TaskFilter.of(View.TEAM).saying(beginning));
    }

    @Override
    public int badges(int person, int team) {
        return (int) counters.of(person(person)).mine();
    }

    @Override
    public List<Long> pages(int team, int steps) {
        List<Long> times = new ArrayList<>();
        TaskId after = null;
        for (int step = 0; step < steps; step++) {
            long begin = System.nanoTime();
            List<Row> page = list.rows(person(team), TaskFilter.of(View.TEAM), after);
            times.add(System.nanoTime() - begin);
            if (page.size() <= TaskList.PAGE) {
                after = null;
            } else {
                after = page.get(TaskList.PAGE - 1).id();
            }
        }
        return times;
    }

    @Override
    public boolean claim(int row, int person) {
        return as.call(person(person), () -> worklist.claim(new TaskId(Bench.idOf("006", row)))) instanceof Claim.Taken;
    }

    @Override
    public void close() {}

    private int rows(int person, TaskFilter filter) {
        return Math.min(TaskList.PAGE, list.rows(person(person), filter, null).size());
    }

    /** A member of the team of their number. */
    private SignedIn person(int number) {
        return new SignedIn(
                new PersonId(Bench.idOf("003", number)), "Agent Numero" + number, Set.of(Role.AGENT), body, "Bench");
    }
}
