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
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** What became of a case, for a reader who has seen it: the log's entries that have words. */
@Component
public class CaseHistory {

    /** Entries that tell how recevabilité was decided, and those that tell what the jury decided; an appeal tells of either. */
    private static final Set<String> TELL_THE_DECISION = Set.of(
            "decide-admissibility.RECEVABLE",
            "decide-admissibility.NON_RECEVABLE",
            "decide-admissibility.TACITE",
            "reexamine-request",
            "file-appeal",
            "examine-appeal.DISMISSED",
            "examine-appeal.NEW_DECISION",
            "examine-appeal.NEW_JURY",
            "end-journey.REFUSED",
            "end-journey.APPEAL_DISMISSED");

    private static final Set<String> TELL_THE_RESULT = Set.of(
            "acquire-blocks",
            "choose-next.CONTINUE",
            "choose-next.STOP",
            "issue-attestation",
            "issue-certificate",
            "deliver-certificate",
            "return-to-jury",
            "file-appeal",
            "examine-appeal.DISMISSED",
            "examine-appeal.NEW_DECISION",
            "examine-appeal.NEW_JURY",
            "end-journey.CERTIFIED",
            "end-journey.STOPPED",
            "end-journey.APPEAL_DISMISSED");

    private final Audit audit;
    private final CaseMembers members;
    private final People people;
    private final SharingConsents consents;
    private final MessageSource messages;

    CaseHistory(Audit audit, CaseMembers members, People people, SharingConsents consents, MessageSource messages) {
        this.audit = audit;
        this.members = members;
        this.people = people;
        this.consents = consents;
        this.messages = messages;
    }

    /** @param who null for the candidate: told what was done, not which agent did it */
    public record Moment(Instant at, String what, @Nullable String who) {}

    /**
     * The newest first; nothing for jurors, who judge what was handed in, not how it came about, and for an adviser only what
     * the candidate lets them know.
     */
    public List<Moment> of(Journey journey, SignedIn reader, Locale locale) {
        boolean own = journey.candidate().equals(reader.id());
        if (!own && !journey.handledBy(reader) && !accompanies(journey, reader)) {
            return List.of();
        }
        boolean staff = journey.handledBy(reader);
        boolean decision = consents.decisionOpenTo(journey, reader);
        boolean result = consents.resultOpenTo(journey, reader);
        return audit.of(journey.id().value()).reversed().stream()
                .filter(entry -> decision || !TELL_THE_DECISION.contains(key(entry)))
                .filter(entry -> result || !TELL_THE_RESULT.contains(key(entry)))
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
