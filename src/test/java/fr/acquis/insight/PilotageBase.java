package fr.acquis.insight;

import fr.acquis.certification.CertificationId;
import fr.acquis.certification.Certifications;
import fr.acquis.devservices.SignedInAs;
import fr.acquis.identity.Organisations;
import fr.acquis.identity.Role;
import fr.acquis.identity.SignedIn;
import fr.acquis.shared.CertifyingBodyId;
import fr.acquis.shared.JourneyId;
import fr.acquis.shared.PersonId;
import fr.acquis.worklist.TaskKind;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** A certifying body of its own with cases written as rows: the engine knows nothing of them, the numbers are known. */
@TestComponent
class PilotageBase {

    /** Keys no engine gives: the sweeps look at positive ones. */
    private static final AtomicLong KEYS = new AtomicLong(-System.nanoTime());

    private final JdbcClient database;
    private final Organisations organisations;
    private final Certifications certifications;
    private final TransactionTemplate transaction;

    PilotageBase(
            JdbcClient database,
            Organisations organisations,
            Certifications certifications,
            TransactionTemplate transaction) {
        this.database = database;
        this.organisations = organisations;
        this.certifications = certifications;
        this.transaction = transaction;
    }

    /** Incidents written here are none of the engine's: the scheduled mirror would forget them. */
    void keepTheMirrorStill() {
        database.sql("""
                        insert into scheduled_lock (name, lock_until, locked_by)
                        values ('incident-mirror', utc_timestamp(3) + interval 1 day, 'test')
                        on duplicate key update lock_until = values(lock_until)
                        """).update();
    }

    SignedIn newManager() {
        CertifyingBodyId body = transaction.execute(status -> organisations
                .register("pilotage-" + UUID.randomUUID(), "Certificateur d’essai")
                .id());
        return SignedInAs.somebody(Role.MANAGER, body);
    }

    CertificationId certification(String number) {
        return certifications.findByNumber(number).orElseThrow().id();
    }

    PersonId candidate(String name) {
        PersonId id = PersonId.create();
        database.sql("""
                        insert into person (id, email, given_name, birth_name, enabled, created_at, version)
                        values (:id, :email, :name, 'Exemple', 1, utc_timestamp(6), 0)
                        """)
                .param("id", id.value())
                .param("email", "pilotage-" + id + "@acquis.example")
                .param("name", name)
                .update();
        return id;
    }

    JourneyId filed(SignedIn manager, String name, CertificationId certification, Instant at) {
        JourneyId id = JourneyId.create();
        database.sql("""
                        insert into journey (id, case_number, certifying_body_id, candidate_id, certification_id, created_at,
                                             submitted_at, regulation_on, escalated_at, version)
                        values (:id, :number, :body, :candidate, :certification, :at, :at, '2026-01-01', :at, 0)
                        """)
                .param("id", id.value())
                .param(
                        "number",
                        "ESSAI-" + Long.toHexString(KEYS.incrementAndGet()).substring(4))
                .param("body", manager.certifyingBody().value())
                .param("candidate", candidate(name).value())
                .param("certification", certification.value())
                .param("at", at)
                .update();
        return id;
    }

    void set(JourneyId journey, String column, Instant at) {
        database.sql("update journey set " + column + " = :at where id = :id")
                .param("at", at)
                .param("id", journey.value())
                .update();
    }

    /** @param state OPEN, SUBMITTED or DONE; answered at {@code answered} unless it is null */
    long task(JourneyId journey, TaskKind kind, String state, Instant from, Instant due, @Nullable Instant answered) {
        long key = KEYS.incrementAndGet();
        database.sql("""
                        insert into worklist_task (id, task_key, journey_id, certifying_body_id, candidate_id, certification_id,
                                                   kind, audience, queue_id, state, due_at, created_at, submitted_at)
                        select :id, :key, id, certifying_body_id, candidate_id, certification_id,
                               :kind, :audience, certifying_body_id, :state, :due, :from, :answered
                        from journey where id = :journey
                        """)
                .param("id", UUID.randomUUID())
                .param("key", key)
                .param("journey", journey.value())
                .param("kind", kind.name())
                .param("audience", kind.audience().name())
                .param("state", state)
                .param("due", due)
                .param("from", from)
                .param("answered", answered)
                .update();
        return key;
    }

    /** A command as the outbox keeps it. */
    void command(
            JourneyId journey, @Nullable String message, @Nullable Long task, String state, @Nullable String answer) {
        engineJourney(journey);
        database.sql("""
                        insert into engine_command (journey_id, seq, kind, message_name, task_key, facts, state, answer, appended_at,
                                                    settled_at)
                        values (:journey, :seq, 'TEST', :message, :task, '{}', :state, :answer, utc_timestamp(6), utc_timestamp(6))
                        """)
                .param("journey", journey.value())
                .param("seq", -KEYS.incrementAndGet())
                .param("message", message)
                .param("task", task)
                .param("state", state)
                .param("answer", answer)
                .update();
    }

    void job(JourneyId journey, String type) {
        database.sql("""
                        insert into engine_job (epoch, job_key, job_type, journey_id, state, lease_owner, lease_until)
                        values (:epoch, :key, :type, :journey, 'RUNNING', 'test', utc_timestamp(6) + interval 1 day)
                        """)
                .param("epoch", UUID.randomUUID())
                .param("key", KEYS.incrementAndGet())
                .param("type", type)
                .param("journey", journey.value())
                .update();
    }

    void incident(JourneyId journey, String process, String element, Instant since) {
        engineJourney(journey);
        database.sql("""
                        insert into engine_incident (incident_key, journey_id, process, element, type, since)
                        values (:key, :journey, :process, :element, 'JOB_NO_RETRIES', :since)
                        """)
                .param("key", KEYS.incrementAndGet())
                .param("journey", journey.value())
                .param("process", process)
                .param("element", element)
                .param("since", since)
                .update();
    }

    private void engineJourney(JourneyId journey) {
        database.sql("insert ignore into engine_journey (journey_id, last_command_seq) values (:id, 0)")
                .param("id", journey.value())
                .update();
    }

    void juryDue(JourneyId journey, Instant due) {
        database.sql(
                        "insert into jury_request (journey_id, attempt, jury_due, asked_at) values (:id, 1, :due, utc_timestamp(6))")
                .param("id", journey.value())
                .param("due", due)
                .update();
    }

    /** A passage; {@code deliberated} and {@code notified} may be null. */
    void hearing(
            JourneyId journey,
            Instant starts,
            @Nullable Instant deliberated,
            Instant resultDue,
            @Nullable Instant notified) {
        UUID session = UUID.randomUUID();
        database.sql("""
                        insert into jury_session (id, certifying_body_id, certification_id, starts_at, minutes_each, mode, created_at)
                        select :id, certifying_body_id, certification_id, :starts, 60, 'ENTRETIEN', utc_timestamp(6)
                        from journey where id = :journey
                        """)
                .param("id", session)
                .param("starts", starts)
                .param("journey", journey.value())
                .update();
        database.sql("""
                        insert into jury_hearing (id, session_id, journey_id, candidate_id, attempt, request, place, live_journey_id,
                                                  summoned_at, outcome, deliberated_at, result_due, notified_at)
                        select :id, :session, id, candidate_id, 1, 1, 1, if(:notified is null, id, null), :summoned,
                               if(:deliberated is null, null, 'NO_BLOCK'), :deliberated, :resultDue, :notified
                        from journey where id = :journey
                        """)
                .param("id", UUID.randomUUID())
                .param("session", session)
                .param("journey", journey.value())
                .param("summoned", starts.minus(Duration.ofDays(20)))
                .param("deliberated", deliberated)
                .param("resultDue", deliberated == null ? null : resultDue)
                .param("notified", notified)
                .update();
    }

    void deposit(JourneyId journey, Instant at) {
        database.sql(
                        "insert into livret2 (journey_id, attempt, blocks, state, opened_at) values (:id, 1, '[]', 'DEPOSITED', :at)")
                .param("id", journey.value())
                .param("at", at)
                .update();
        database.sql("""
                        insert into livret2_deposit (journey_id, attempt, number, deposited_at, deposited_by, content, content_hash, gaps,
                                                     pieces, pieces_done)
                        values (:id, 1, 1, :at, :by, '{}', '0', 0, 0, 0)
                        """)
                .param("id", journey.value())
                .param("at", at)
                .param("by", UUID.randomUUID())
                .update();
    }
}
