package fr.acquis.worklist;

import fr.acquis.audit.Audit;
import fr.acquis.identity.CurrentPerson;
import fr.acquis.identity.Role;
import fr.acquis.identity.SignedIn;
import fr.acquis.journey.CaseMembers;
import fr.acquis.journey.Journey;
import fr.acquis.journey.Journeys;
import fr.acquis.shared.BusinessRefusal;
import fr.acquis.shared.BusinessRefusal.Kind;
import fr.acquis.shared.JourneyId;
import fr.acquis.shared.PersonId;
import fr.acquis.worklist.store.CaseWords;
import fr.acquis.worklist.store.TagRows;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What people put on a case to find it again: tags, for everybody of the body; a watch, for oneself; words of a room's own. */
@Service
@Transactional
public class CaseMarks {

    public static final int LONGEST_TAG = 40;

    private final TagRows rows;
    private final CaseWords words;
    private final Journeys journeys;
    private final CaseMembers members;
    private final CurrentPerson current;
    private final Audit audit;
    private final Clock clock;

    CaseMarks(
            TagRows rows,
            CaseWords words,
            Journeys journeys,
            CaseMembers members,
            CurrentPerson current,
            Audit audit,
            Clock clock) {
        this.rows = rows;
        this.words = words;
        this.journeys = journeys;
        this.members = members;
        this.current = current;
        this.audit = audit;
        this.clock = clock;
    }

    /** Tags of the reader's body. */
    @Transactional(readOnly = true)
    public List<Tag> all() {
        SignedIn me = current.get();
        return me.certifyingBody() == null
                ? List.of()
                : rows.all(me.certifyingBody().value());
    }

    @Transactional(readOnly = true)
    public Map<UUID, List<Tag>> of(Collection<UUID> cases) {
        return rows.of(cases);
    }

    public void tag(JourneyId id, String name) {
        put(staffed(id), name);
    }

    /** The same in a running transaction, the right to do so already looked at. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void put(Journey journey, String name) {
        String clean = name.strip();
        if (clean.isEmpty() || clean.length() > LONGEST_TAG) {
            throw new BusinessRefusal(Kind.INVALID, "worklist.refused.tag", LONGEST_TAG);
        }
        UUID body = journey.certifyingBody().value();
        Tag tag = rows.named(body, clean, clock.instant());
        if (rows.put(journey.id(), tag, current.get().id().value(), clock.instant())) {
            words.tag(body, journey.id(), tag.id(), tag.name());
            audit.record(
                    journey.id().value(), "tag-case", Map.of("tag", tag.id().toString()));
        }
    }

    public void untag(JourneyId id, UUID tag) {
        Journey journey = staffed(id);
        if (rows.take(journey.id(), tag)) {
            words.untag(journey.id(), tag);
            audit.record(journey.id().value(), "untag-case", Map.of("tag", tag.toString()));
        }
    }

    public void watch(JourneyId id) {
        rows.watch(current.get().id().value(), journeys.get(id).id(), clock.instant());
    }

    public void unwatch(JourneyId id) {
        rows.unwatch(current.get().id().value(), id);
    }

    @Transactional(readOnly = true)
    public boolean watched(JourneyId id) {
        return rows.watches(current.get().id().value(), id);
    }

    /** Whether somebody works on the case, for its body or as its adviser: they are shown who follows it. */
    @Transactional(readOnly = true)
    public boolean worksOn(Journey journey, SignedIn reader) {
        boolean works = journey.handledBy(reader)
                || reader.is(Role.ADVISER)
                        && members.of(journey.id(), Role.ADVISER).contains(reader.id());
        return works && !journey.candidate().equals(reader.id());
    }

    /** Who watches the case; a watch is no right: whoever tells them something looks at what they may see first. */
    @Transactional(readOnly = true)
    public List<PersonId> watchers(JourneyId id) {
        return rows.watchers(id);
    }

    /**
     * Makes a case findable by a text of a room's own, for those who may read it.
     *
     * @param what the text's id; what it said before is replaced
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void findableBy(Journey journey, WordReaders readers, UUID what, String text) {
        words.replace(journey.certifyingBody().value(), journey.id(), CaseWords.source(readers.mark(), what), text);
    }

    /** The text is gone: nobody finds the case by it any more. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void forget(JourneyId id, WordReaders readers, UUID what) {
        words.forget(id, CaseWords.source(readers.mark(), what));
    }

    /** Tags are the body's: whoever works on the case for it, or supports it. */
    private Journey staffed(JourneyId id) {
        Journey journey = journeys.get(id);
        if (!current.get().isStaff()
                || !journey.certifyingBody().equals(current.get().certifyingBody())) {
            throw new BusinessRefusal(Kind.FORBIDDEN, "worklist.refused.not-asked-of-you");
        }
        return journey;
    }
}
