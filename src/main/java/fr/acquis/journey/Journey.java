package fr.acquis.journey;

import fr.acquis.certification.CertificationId;
import fr.acquis.certification.SkillBlockCode;
import fr.acquis.identity.Role;
import fr.acquis.identity.SignedIn;
import fr.acquis.shared.CertifyingBodyId;
import fr.acquis.shared.JourneyId;
import fr.acquis.shared.PersonId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A case as other rooms may know it.
 *
 * @param caseNumber what people say on the phone, for instance {@code VAE-2026-00042}
 * @param target blocs aimed at, none for the whole certification
 * @param attempt 1 until the first jury, one more after each training plan
 * @param refused whether the decision on recevabilité is a refusal
 * @param appealUntil until when a refusal may be appealed; null when nothing is to be appealed, or an appeal is filed
 * @param pausedAt since when the candidate pauses; deadlines of the law go on
 * @param portalFiledOn the day of the legal filing on the State's portal, once it is recorded with its proof: the delay starts there
 * @param regulationOn the day whose règlement is this case's own; null for a draft
 * @param clock the legal delay; null for a draft
 */
public record Journey(
        JourneyId id,
        String caseNumber,
        CertifyingBodyId certifyingBody,
        PersonId candidate,
        CertificationId certification,
        Set<SkillBlockCode> target,
        int attempt,
        Instant createdAt,
        @Nullable Instant submittedAt,
        @Nullable LocalDate portalFiledOn,
        @Nullable LocalDate regulationOn,
        @Nullable LegalClock clock,
        @Nullable Instant decidedAt,
        boolean refused,
        @Nullable Instant appealUntil,
        @Nullable Instant pausedAt,
        @Nullable Instant endedAt,
        @Nullable Ending ending) {

    /** Whether the person works on the case for its certifying body; a role held in another body opens nothing here. */
    public boolean handledBy(SignedIn person) {
        return certifyingBody.equals(person.certifyingBody()) && (person.is(Role.AGENT) || person.is(Role.MANAGER));
    }

    /** The same case under another clock: to say what an act would change before it is done. */
    public Journey with(LegalClock other) {
        return new Journey(
                id,
                caseNumber,
                certifyingBody,
                candidate,
                certification,
                target,
                attempt,
                createdAt,
                submittedAt,
                portalFiledOn,
                regulationOn,
                other,
                decidedAt,
                refused,
                appealUntil,
                pausedAt,
                endedAt,
                ending);
    }

    /** The day the request counts as filed; null for a draft. */
    public @Nullable LocalDate filedOn() {
        if (portalFiledOn != null || submittedAt == null) {
            return portalFiledOn;
        }
        return submittedAt.atZone(LegalClock.ZONE).toLocalDate();
    }

    /** Whether the delay runs from the filing on the portal: not before it is recorded, nor once an appeal started it anew. */
    public boolean countsFromPortal() {
        return portalFiledOn != null
                && clock.receivedAt().equals(clock.receivedOn(portalFiledOn).receivedAt());
    }

    public boolean isDraft() {
        return submittedAt == null && endedAt == null;
    }

    public boolean aimsAt(SkillBlockCode block) {
        return target.isEmpty() || target.contains(block);
    }

    public boolean isOver() {
        return endedAt != null;
    }

    /** Whether the certifier still owes a decision on recevabilité. */
    public boolean awaitsDecision() {
        return submittedAt != null && decidedAt == null && endedAt == null;
    }
}
