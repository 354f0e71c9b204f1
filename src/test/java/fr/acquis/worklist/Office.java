package fr.acquis.worklist;

import fr.acquis.identity.CertifyingBody;
import fr.acquis.identity.Organisations;
import fr.acquis.identity.People;
import fr.acquis.identity.Role;
import fr.acquis.identity.SignedIn;
import fr.acquis.identity.Team;
import fr.acquis.shared.JourneyId;
import fr.acquis.shared.PersonId;
import fr.acquis.shared.TimeOrderedUuid;
import fr.acquis.worklist.store.CaseWords;
import fr.acquis.worklist.store.TaskRows;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** A certifying body nobody else uses, filled without the engine: its rows have no task there, so no sweep touches them. */
@Component
public class Office {

    private final Organisations organisations;
    private final People people;
    private final TaskRows rows;
    private final CaseWords words;
    private final Queues queues;
    private final JdbcClient database;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Office(
            Organisations organisations,
            People people,
            TaskRows rows,
            CaseWords words,
            Queues queues,
            JdbcClient database,
            TransactionTemplate transaction,
            Clock clock) {
        this.organisations = organisations;
        this.people = people;
        this.rows = rows;
        this.words = words;
        this.queues = queues;
        this.database = database;
        this.transaction = transaction;
        this.clock = clock;
    }

    public CertifyingBody body() {
        String slug = "office-" + UUID.randomUUID();
        return transaction.execute(status -> organisations.register(slug, "Certificateur d’essai"));
    }

    public SignedIn person(CertifyingBody body, Role role, String given, String family) {
        return transaction.execute(status -> {
            PersonId id = people.register(new People.NewPerson(
                    given + "-" + UUID.randomUUID() + "@acquis.example", given, family, null, null));
            people.grant(id, role, body.id());
            return new SignedIn(id, given + " " + family, Set.of(role), body.id(), body.name());
        });
    }

    public UUID certification(CertifyingBody body, String title, String branch) {
        UUID id = TimeOrderedUuid.next();
        transaction.executeWithoutResult(status -> database.sql("""
                        insert into certification
                            (id, certifying_body_id, certifier, registration, number, title, branch, fictive, created_at)
                        values (:id, :body, 'Essai', 'AUCUN', null, :title, :branch, true, :at)
                        """)
                .param("id", id)
                .param("body", body.id().value())
                .param("title", title)
                .param("branch", branch)
                .param("at", clock.instant())
                .update());
        return id;
    }

    public void handles(Team team, UUID certification) {
        queues.handle(certification, team);
    }

    /** A case is found by its candidate's address too: this one is one word, that no test asks for. */
    private static String address() {
        return "x" + UUID.randomUUID().toString().replace("-", "") + "@acquis.example";
    }

    public JourneyId caseOf(CertifyingBody body, UUID certification, String given, String family, String number) {
        JourneyId id = JourneyId.create();
        transaction.executeWithoutResult(status -> {
            PersonId candidate = people.register(new People.NewPerson(address(), given, family, null, null));
            database.sql("""
                            insert into journey
                                (id, case_number, certifying_body_id, candidate_id, certification_id, created_at,
                                 submitted_at, version)
                            values (:id, :number, :body, :candidate, :certification, :at, null, 0)
                            """)
                    .param("id", id.value())
                    .param("number", number)
                    .param("body", body.id().value())
                    .param("candidate", candidate.value())
                    .param("certification", certification)
                    .param("at", clock.instant())
                    .update();
            words.introduce(id);
        });
        return id;
    }

    public TaskId task(
            CertifyingBody body, JourneyId journey, TaskKind kind, Duration dueIn, @Nullable SignedIn holder) {
        return task(body, journey, kind, kind.audience(), dueIn, holder);
    }

    public TaskId task(
            CertifyingBody body,
            JourneyId journey,
            TaskKind kind,
            Role audience,
            Duration dueIn,
            @Nullable SignedIn holder) {
        TaskId id = TaskId.create();
        Instant now = clock.instant();
        PersonId candidate = new PersonId(database.sql("select candidate_id from journey where id = :id")
                .param("id", journey.value())
                .query((row, n) -> row.getObject(1, UUID.class))
                .single());
        transaction.executeWithoutResult(status -> rows.insertIfAbsent(new Task(
                id,
                null,
                journey,
                body.id(),
                candidate,
                kind,
                null,
                audience,
                holder == null ? null : holder.id(),
                TaskState.OPEN,
                now.plus(dueIn),
                now,
                null)));
        return id;
    }

    /** What a test put into a list that others read too is taken out again. */
    public void ends(TaskId task, SignedIn by) {
        transaction.executeWithoutResult(status -> rows.endAlert(task, by.id(), clock.instant()));
    }

    /** So many files to check on one case, due one after the other. */
    public List<TaskId> tasks(CertifyingBody body, JourneyId journey, int n) {
        return transaction.execute(status -> IntStream.range(0, n)
                .mapToObj(i -> task(body, journey, TaskKind.CHECK_FILE, Duration.ofHours(48 + i), null))
                .toList());
    }
}
