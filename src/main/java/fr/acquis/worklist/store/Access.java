package fr.acquis.worklist.store;

import fr.acquis.identity.Role;
import fr.acquis.identity.SignedIn;
import fr.acquis.worklist.WordReaders;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a reader may see of the worklist, as the lists' SQL needs it.
 *
 * @param open audiences of which they see every row of their body
 * @param adviser whether they see an adviser's rows: their own and the unheld
 * @param juror whether they see a juror's rows: their own
 * @param everyone whether they may look at every row of a case of their body, whoever is asked
 * @param queues of their teams and of no team; empty: the whole body
 * @param groups of an adviser: tasks asked of one of these, or of all advisers, are theirs to take
 */
record Access(
        @Nullable UUID body,
        UUID me,
        List<Role> open,
        boolean adviser,
        boolean juror,
        boolean everyone,
        List<UUID> queues,
        List<UUID> groups) {

    static Access of(SignedIn person, List<UUID> teams, List<UUID> groups) {
        List<Role> open = new ArrayList<>();
        if (person.is(Role.AGENT) || person.is(Role.MANAGER)) {
            open.add(Role.AGENT);
        }
        if (person.is(Role.MANAGER)) {
            open.add(Role.MANAGER);
        }
        if (person.is(Role.CPNE)) {
            open.add(Role.CPNE);
        }
        UUID body =
                person.certifyingBody() == null ? null : person.certifyingBody().value();
        List<UUID> queues = new ArrayList<>(teams);
        if (!teams.isEmpty()) {
            queues.add(body);
        }
        return new Access(
                body,
                person.id().value(),
                List.copyOf(open),
                person.is(Role.ADVISER),
                person.is(Role.JUROR),
                !open.isEmpty() && (person.is(Role.AGENT) || person.is(Role.MANAGER)),
                List.copyOf(queues),
                groups);
    }

    /**
     * What holds besides of a word {@code word} of a case: agents and managers find by every text, an adviser by texts meant for
     * advisers on their own cases, others by none of these.
     */
    String readable(String word) {
        if (everyone) {
            return "";
        }
        String ofTheBody = " and %s.source not like '%s%%'".formatted(word, WordReaders.BODY.mark());
        String ofAdvisers = "%s.source not like '%s%%'".formatted(word, WordReaders.ADVISERS.mark());
        return ofTheBody
                + (adviser
                        ? " and (%s or exists (select 1 from v_case_member m where m.journey_id = %s.journey_id and m.person_id = :me and m.role = 'ADVISER'))"
                                .formatted(ofAdvisers, word)
                        : " and " + ofAdvisers);
    }

    List<String> openNames() {
        return open.stream().map(Role::name).toList();
    }

    /** Whether a row {@code t} nobody holds is asked of this adviser. */
    String theirs() {
        return groups.isEmpty() ? "t.subject is null" : "(t.subject is null or t.subject in (:groups))";
    }

    /** The rule on a row {@code t}, where no index follows it branch by branch. */
    String condition() {
        List<String> allowed = new ArrayList<>();
        if (!open.isEmpty()) {
            allowed.add("t.audience in (:open)");
        }
        if (adviser) {
            allowed.add("t.audience = 'ADVISER' and (t.unheld = 1 and " + theirs() + " or t.holder_id = :me)");
        }
        if (juror) {
            allowed.add("t.audience = 'JUROR' and t.holder_id = :me");
        }
        return allowed.isEmpty() ? "1 = 0" : "t.certifying_body_id = :body and (" + String.join(" or ", allowed) + ")";
    }
}
