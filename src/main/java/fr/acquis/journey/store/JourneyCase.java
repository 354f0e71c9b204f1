package fr.acquis.journey.store;

import fr.acquis.certification.CertificationId;
import fr.acquis.certification.SkillBlockCode;
import fr.acquis.journey.DecisionDelay;
import fr.acquis.journey.Ending;
import fr.acquis.journey.IllegalTransition;
import fr.acquis.journey.Journey;
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
import java.util.Arrays;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

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
    private String targetBlocks;
    private int attempt = 1;
    private Instant createdAt;
    private Instant submittedAt;
    private LocalDate portalFiledOn;
    private LocalDate regulationOn;
    private Instant completionRequestedAt;
    private Instant completedAt;
    private Instant silenceAt;
    private Instant escalateAt;
    private Instant escalatedAt;
    private Instant decidedAt;
    private boolean refused;
    private Instant reexaminedAt;
    private Instant appealUntil;
    private Instant pausedAt;
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

    /** @param target blocs aimed at, none for the whole certification */
    public void submit(Instant at, DecisionDelay rule, Set<SkillBlockCode> target) {
        requireOngoing("submit");
        require(submittedAt == null, "submit", "already-submitted");
        submittedAt = at;
        targetBlocks = target.isEmpty()
                ? null
                : target.stream().map(SkillBlockCode::value).sorted().collect(Collectors.joining(" "));
        regulationOn = at.atZone(LegalClock.ZONE).toLocalDate();
        wind(rule);
    }

    /** The day of the legal filing on the State's portal is proved: the delay starts there, earlier or later than here. */
    public void filedOnPortal(LocalDate day, DecisionDelay rule) {
        requireClockRuns("record the filing");
        require(reexaminedAt == null, "record the filing", "re-examined");
        portalFiledOn = day;
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

    /** @param appeal until when a refusal may be appealed, null for a favourable decision */
    public void decided(Instant at, @Nullable Instant appeal) {
        requireClockRuns("decide");
        decidedAt = at;
        refused = appeal != null;
        appealUntil = appeal;
    }

    /** The refusal was appealed and does not stand: the decision is to be taken again, within the whole delay. */
    public void reexamine(Instant at, DecisionDelay rule) {
        requireOngoing("re-examine");
        require(decidedAt != null, "re-examine", "not-decided");
        decidedAt = null;
        refused = false;
        appealUntil = null;
        reexaminedAt = at;
        completionRequestedAt = null;
        completedAt = null;
        wind(rule);
    }

    /** An appeal is filed: the time for it no longer ends the case. */
    public void appealed() {
        requireOngoing("appeal");
        appealUntil = null;
    }

    public int nextAttempt() {
        requireOngoing("try again");
        return ++attempt;
    }

    public void pause(Instant at) {
        requireOngoing("pause");
        require(submittedAt != null, "pause", "not-submitted");
        require(pausedAt == null, "pause", "already-paused");
        pausedAt = at;
    }

    public void resume() {
        requireOngoing("resume");
        require(pausedAt != null, "resume", "not-paused");
        pausedAt = null;
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

    /** A date that moves is warned of again, in its own time. */
    private void wind(DecisionDelay rule) {
        LegalClock wound = clock(rule);
        Instant before = silenceAt;
        silenceAt = wound.silenceAt().orElse(null);
        escalateAt = wound.warnAt().orElse(null);
        if (!Objects.equals(before, silenceAt)) {
            escalatedAt = null;
        }
    }

    public LegalClock clock(DecisionDelay rule) {
        require(submittedAt != null, "read the clock", "not-submitted");
        LegalClock here = new LegalClock(
                reexaminedAt == null ? submittedAt : reexaminedAt, completionRequestedAt, completedAt, rule);
        return reexaminedAt == null && portalFiledOn != null ? here.receivedOn(portalFiledOn) : here;
    }

    /** As other rooms may know it; null for a draft, whose delay does not run. */
    public Journey under(@Nullable DecisionDelay rule) {
        return new Journey(
                id(),
                caseNumber,
                certifyingBody(),
                candidate(),
                certification(),
                target(),
                attempt,
                createdAt,
                submittedAt,
                portalFiledOn,
                regulationOn,
                rule == null ? null : clock(rule),
                decidedAt,
                refused,
                appealUntil,
                pausedAt,
                endedAt,
                ending);
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

    public CertifyingBodyId certifyingBody() {
        return new CertifyingBodyId(certifyingBodyId);
    }

    public PersonId candidate() {
        return new PersonId(candidateId);
    }

    public CertificationId certification() {
        return new CertificationId(certificationId);
    }

    public Instant submittedAt() {
        return submittedAt;
    }

    public LocalDate regulationOn() {
        return regulationOn;
    }

    private Set<SkillBlockCode> target() {
        return targetBlocks == null
                ? Set.of()
                : Arrays.stream(targetBlocks.split(" "))
                        .map(SkillBlockCode::new)
                        .collect(Collectors.toSet());
    }
}
