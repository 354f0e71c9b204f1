package fr.acquis.journey.store;

import fr.acquis.certification.CertificationId;
import fr.acquis.journey.DecisionDelay;
import fr.acquis.journey.Ending;
import fr.acquis.journey.IllegalTransition;
import fr.acquis.journey.LegalClock;
import fr.acquis.shared.CertifyingBodyId;
import fr.acquis.shared.JourneyId;
import fr.acquis.shared.PersonId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/** The aggregate: each verb is guarded by the facts it needs. */
@Entity
@Table(name = "journey")
public class JourneyCase {

    @Id
    private UUID id;

    private String caseNumber;
    private UUID certifyingBodyId;
    private UUID candidateId;
    private UUID certificationId;
    private Instant createdAt;
    private Instant submittedAt;
    private LocalDate regulationOn;
    private Instant completionRequestedAt;
    private Instant completedAt;
    private Instant silenceAt;
    private Instant escalatedAt;
    private Instant decidedAt;
    private Instant endedAt;

    @Enumerated(EnumType.STRING)
    private Ending ending;

    @Version
    private int version;

    protected JourneyCase() {}

    public JourneyCase(
            JourneyId id,
            String caseNumber,
            CertifyingBodyId body,
            PersonId candidate,
            CertificationId certification,
            Instant createdAt) {
        this.id = id.value();
        this.caseNumber = caseNumber;
        this.certifyingBodyId = body.value();
        this.candidateId = candidate.value();
        this.certificationId = certification.value();
        this.createdAt = createdAt;
    }

    public void submit(Instant at, DecisionDelay rule) {
        requireOngoing("submit");
        require(submittedAt == null, "submit", "already-submitted");
        submittedAt = at;
        regulationOn = at.atZone(LegalClock.ZONE).toLocalDate();
        wind(rule);
    }

    /** The first request counts for the law; later ones leave the clock alone. */
    public void requestCompletion(Instant at, DecisionDelay rule) {
        requireClockRuns("request-completion");
        if (completionRequestedAt == null) {
            completionRequestedAt = at;
            wind(rule);
        }
    }

    public void complete(Instant at, DecisionDelay rule) {
        requireClockRuns("complete");
        require(completionRequestedAt != null, "complete", "nothing-requested");
        if (completedAt == null) {
            completedAt = at;
            wind(rule);
        }
    }

    public void decided(Instant at) {
        requireClockRuns("decide");
        decidedAt = at;
    }

    /** @return false when the manager was warned before */
    public boolean escalate(Instant at) {
        if (escalatedAt != null || decidedAt != null || endedAt != null) {
            return false;
        }
        escalatedAt = at;
        return true;
    }

    public void end(Ending how, Instant at) {
        requireOngoing("end");
        ending = how;
        endedAt = at;
    }

    private void wind(DecisionDelay rule) {
        silenceAt = clock(rule).silenceAt().orElse(null);
    }

    public LegalClock clock(DecisionDelay rule) {
        require(submittedAt != null, "read the clock", "not-submitted");
        return new LegalClock(submittedAt, completionRequestedAt, completedAt, rule);
    }

    private void requireClockRuns(String verb) {
        requireOngoing(verb);
        require(submittedAt != null, verb, "not-submitted");
        require(decidedAt == null, verb, "already-decided");
    }

    private void requireOngoing(String verb) {
        require(endedAt == null, verb, "ended");
    }

    private static void require(boolean fact, String verb, String otherwise) {
        if (!fact) {
            throw new IllegalTransition(verb, otherwise);
        }
    }

    public JourneyId id() {
        return new JourneyId(id);
    }

    public String caseNumber() {
        return caseNumber;
    }

    public CertifyingBodyId certifyingBody() {
        return new CertifyingBodyId(certifyingBodyId);
    }

    public PersonId candidate() {
        return new PersonId(candidateId);
    }

    public CertificationId certification() {
        return new CertificationId(certificationId);
    }

    public Instant createdAt() {
        return createdAt;
    }

    public Instant submittedAt() {
        return submittedAt;
    }

    public LocalDate regulationOn() {
        return regulationOn;
    }

    public Instant decidedAt() {
        return decidedAt;
    }

    public Instant endedAt() {
        return endedAt;
    }

    public Ending ending() {
        return ending;
    }
}
