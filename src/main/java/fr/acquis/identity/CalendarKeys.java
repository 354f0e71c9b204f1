package fr.acquis.identity;

import fr.acquis.audit.Audit;
import fr.acquis.identity.store.CalendarKeyRows;
import fr.acquis.identity.store.PersonAccount;
import fr.acquis.identity.store.PersonAccounts;
import fr.acquis.identity.store.PersonRoles;
import fr.acquis.shared.PersonId;
import fr.acquis.shared.Sha256;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Secret addresses of personal calendars. A calendar cannot sign in: whoever knows the address reads, and reads nothing else.
 * One per person, made, renewed and withdrawn by its person in a session they signed in to.
 */
@Service
@Transactional
public class CalendarKeys {

    /** Calendars ask once an hour or so, each device for itself. */
    static final int READS_IN_WINDOW = 60;

    static final Duration WINDOW = Duration.ofMinutes(15);

    private final CalendarKeyRows rows;
    private final PersonAccounts accounts;
    private final PersonRoles roles;
    private final UnknownSecrets unknown;
    private final CurrentPerson current;
    private final Audit audit;
    private final Clock clock;

    CalendarKeys(
            CalendarKeyRows rows,
            PersonAccounts accounts,
            PersonRoles roles,
            UnknownSecrets unknown,
            CurrentPerson current,
            Audit audit,
            Clock clock) {
        this.rows = rows;
        this.accounts = accounts;
        this.roles = roles;
        this.unknown = unknown;
        this.current = current;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public Optional<CalendarKey> mine() {
        return rows.of(current.get().id());
    }

    /** Makes an address, in the place of the one before. @return the secret, which is not kept and cannot be shown again */
    public String renew() {
        PersonId person = current.get().id();
        String secret = Secrets.fresh();
        rows.put(person, Sha256.of(secret), clock.instant());
        audit.record(person.value(), "make-calendar-address", Map.of());
        return secret;
    }

    /** The address opens nothing from now on; twice changes nothing. */
    public void withdraw() {
        PersonId person = current.get().id();
        if (rows.remove(person)) {
            audit.record(person.value(), "withdraw-calendar-address", Map.of());
        }
    }

    public CalendarReader recognise(String presented, String origin) {
        Instant now = clock.instant();
        Optional<PersonId> person = Secrets.isOne(presented) ? rows.find(Sha256.of(presented)) : Optional.empty();
        if (person.isEmpty()) {
            return unknown.tooMany("calendar", origin, now)
                    ? new CalendarReader.TooMany()
                    : new CalendarReader.Unknown();
        }
        Optional<SignedIn> known = person.flatMap(id -> accounts.findById(id.value()))
                .filter(PersonAccount::enabled)
                .map(roles::signedIn);
        if (known.isEmpty()) {
            return new CalendarReader.Unknown();
        }
        int reads = rows.read(person.get(), now, now.minus(WINDOW));
        return reads > READS_IN_WINDOW ? new CalendarReader.TooMany() : new CalendarReader.Known(known.get());
    }
}
