package fr.acquis.identity;

import fr.acquis.audit.Audit;
import fr.acquis.identity.store.AbsenceRows;
import fr.acquis.identity.store.PersonAccount;
import fr.acquis.identity.store.PersonAccounts;
import fr.acquis.identity.store.PersonRoles;
import fr.acquis.shared.BusinessRefusal;
import fr.acquis.shared.BusinessRefusal.Kind;
import fr.acquis.shared.CertifyingBodyId;
import fr.acquis.shared.PersonId;
import fr.acquis.shared.TimeOrderedUuid;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Who is away, until when, and who stands in. A person plans their own; a manager anybody's of their body. */
@Service
@Transactional
public class Absences {

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    private final AbsenceRows rows;
    private final PersonAccounts accounts;
    private final PersonRoles roles;
    private final CurrentPerson current;
    private final Audit audit;
    private final Clock clock;

    Absences(
            AbsenceRows rows,
            PersonAccounts accounts,
            PersonRoles roles,
            CurrentPerson current,
            Audit audit,
            Clock clock) {
        this.rows = rows;
        this.accounts = accounts;
        this.roles = roles;
        this.current = current;
        this.audit = audit;
        this.clock = clock;
    }

    /** What moves, and what returns. */
    public record Moves(boolean openTasks, boolean newTasks, boolean returning) {}

    /**
     * Plans an absence; what moves, moves on its first day.
     *
     * @throws BusinessRefusal when the dates make no sense, or the substitute cannot stand in
     */
    public UUID plan(PersonId person, LocalDate from, LocalDate until, @Nullable PersonId substitute, Moves moves) {
        CertifyingBodyId body = allowed(person);
        if (until.isBefore(from) || until.isBefore(today())) {
            throw new BusinessRefusal(Kind.INVALID, "identity.refused.absence-dates");
        }
        if (rows.overlapping(person, from, until)) {
            throw new BusinessRefusal(Kind.CONFLICT, "identity.refused.absence-twice");
        }
        if (substitute == null && (moves.openTasks() || moves.newTasks())) {
            throw new BusinessRefusal(Kind.INVALID, "identity.refused.no-substitute");
        }
        if (substitute != null) {
            requireAble(substitute, person, body);
            if (rows.overlapping(substitute, from, until)) {
                throw new BusinessRefusal(Kind.CONFLICT, "identity.refused.substitute-away");
            }
        }
        Absence absence = new Absence(
                TimeOrderedUuid.next(),
                person,
                body,
                from,
                until,
                substitute,
                moves.openTasks(),
                moves.newTasks(),
                moves.returning());
        rows.add(absence, clock.instant());
        audit.record(
                person.value(),
                "plan-absence",
                Map.of(
                        "from", from.toString(),
                        "until", until.toString(),
                        "substitute", String.valueOf(substitute)));
        return absence.id();
    }

    /** Takes an absence back; one that has begun ends now. */
    public void cancel(UUID id) {
        Absence absence =
                rows.find(id).orElseThrow(() -> new BusinessRefusal(Kind.NOT_FOUND, "identity.refused.no-absence"));
        allowed(absence.person());
        rows.cancel(id, clock.instant());
        audit.record(absence.person().value(), "cancel-absence", Map.of("absence", id.toString()));
    }

    /** Under way or to come in the signed-in person's body. */
    @Transactional(readOnly = true)
    public List<Absence> planned() {
        CertifyingBodyId body = current.get().certifyingBody();
        return body == null ? List.of() : rows.planned(body, today());
    }

    /** The absence under way of a person, if any. */
    @Transactional(readOnly = true)
    public Optional<Absence> now(PersonId person) {
        return rows.on(person, today());
    }

    /** Absences whose first day has come. */
    @Transactional(readOnly = true)
    public List<Absence> toStart() {
        return rows.toStart(today());
    }

    /** Absences that began and are over, or were taken back. */
    @Transactional(readOnly = true)
    public List<Absence> toEnd() {
        return rows.toEnd(today());
    }

    /** @return false when somebody else said so before */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean started(Absence absence) {
        return rows.started(absence.id(), clock.instant());
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public boolean ended(Absence absence) {
        return rows.ended(absence.id(), clock.instant());
    }

    private CertifyingBodyId allowed(PersonId person) {
        SignedIn me = current.get();
        SignedIn absent = accounts.findById(person.value())
                .filter(PersonAccount::enabled)
                .map(roles::signedIn)
                .orElseThrow(() -> new BusinessRefusal(Kind.NOT_FOUND, "identity.refused.no-person"));
        boolean own = me.id().equals(person);
        boolean managed = me.is(Role.MANAGER) && me.certifyingBody().equals(absent.certifyingBody());
        if (me.certifyingBody() == null || !own && !managed) {
            throw new BusinessRefusal(Kind.FORBIDDEN, "identity.refused.not-your-absence");
        }
        return me.certifyingBody();
    }

    private void requireAble(PersonId substitute, PersonId person, CertifyingBodyId body) {
        SignedIn other = accounts.findById(substitute.value())
                .filter(PersonAccount::enabled)
                .map(roles::signedIn)
                .orElseThrow(() -> new BusinessRefusal(Kind.NOT_FOUND, "identity.refused.no-person"));
        SignedIn absent = roles.signedIn(accounts.findById(person.value()).orElseThrow());
        boolean shares = absent.roles().stream().filter(Role::staff).anyMatch(other::is);
        if (substitute.equals(person) || !body.equals(other.certifyingBody()) || !shares) {
            throw new BusinessRefusal(Kind.INVALID, "identity.refused.substitute");
        }
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), PARIS);
    }
}
