package fr.acquis.journey;

import fr.acquis.audit.Audit;
import fr.acquis.audit.AuditEntry;
import fr.acquis.identity.People;
import fr.acquis.identity.Person;
import fr.acquis.identity.Role;
import fr.acquis.identity.SignedIn;
import fr.acquis.shared.PersonId;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** What became of a case, for a reader who has seen it: the log's entries that have words. */
@Component
public class CaseHistory {

    private final Audit audit;
    private final CaseMembers members;
    private final People people;
    private final MessageSource messages;

    CaseHistory(Audit audit, CaseMembers members, People people, MessageSource messages) {
        this.audit = audit;
        this.members = members;
        this.people = people;
        this.messages = messages;
    }

    /** @param who null for the candidate: told what was done, not which agent did it */
    public record Moment(Instant at, String what, @Nullable String who) {}

    /** The newest first; nothing for jurors, who judge what was handed in, not how it came about. */
    public List<Moment> of(Journey journey, SignedIn reader, Locale locale) {
        boolean own = journey.candidate().equals(reader.id());
        if (!own && !journey.handledBy(reader) && !accompanies(journey, reader)) {
            return List.of();
        }
        boolean staff = journey.handledBy(reader);
        return audit.of(journey.id().value()).reversed().stream()
                .flatMap(entry -> words(entry, staff, locale)
                        .map(what -> new Moment(entry.at(), what, own ? null : actor(entry, locale)))
                        .stream())
                .toList();
    }

    /** Some acts are the certifying body's own: its people read of them, the candidate does not. */
    private Optional<String> words(AuditEntry entry, boolean staff, Locale locale) {
        String key = key(entry);
        String said = messages.getMessage("journey.timeline." + key, null, null, locale);
        return said == null && staff
                ? Optional.ofNullable(messages.getMessage("journey.timeline.staff." + key, null, null, locale))
                : Optional.ofNullable(said);
    }

    private boolean accompanies(Journey journey, SignedIn reader) {
        return members.of(journey.id(), Role.ADVISER).contains(reader.id());
    }

    private static String key(AuditEntry entry) {
        String detail = Stream.of("outcome", "ending", "settlement")
                .map(entry.facts()::get)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
        return entry.action() + (detail == null ? "" : "." + detail);
    }

    private String actor(AuditEntry entry, Locale locale) {
        return entry.actor() == null
                ? messages.getMessage("journey.timeline.product", null, locale)
                : people.find(new PersonId(entry.actor()))
                        .map(Person::displayName)
                        .orElse("—");
    }
}
