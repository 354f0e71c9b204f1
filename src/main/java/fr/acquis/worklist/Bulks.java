package fr.acquis.worklist;

import fr.acquis.identity.CurrentPerson;
import fr.acquis.identity.SignedIn;
import fr.acquis.shared.BusinessRefusal;
import fr.acquis.shared.BusinessRefusal.Kind;
import fr.acquis.shared.PersonId;
import fr.acquis.worklist.store.BulkRows;
import fr.acquis.worklist.store.TaskList;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Work on many rows, off the request: each row has its answer, and a restart goes on where it stopped. */
@Service
@Transactional
public class Bulks {

    /** Over these, the filter should be narrowed first. */
    public static final int MOST = 50_000;

    public static final int LONGEST_WORDS = 200;

    private final BulkRows rows;
    private final TaskList list;
    private final CurrentPerson current;
    private final Clock clock;

    Bulks(BulkRows rows, TaskList list, CurrentPerson current, Clock clock) {
        this.rows = rows;
        this.list = list;
        this.current = current;
        this.clock = clock;
    }

    /** Everything the filter holds now, beyond the page shown. */
    public UUID startAll(BulkVerb verb, TaskFilter filter, @Nullable PersonId receiver, @Nullable String words) {
        return start(verb, list.ids(current.get(), filter, MOST + 1), receiver, words);
    }

    /**
     * @param receiver for verbs that need one
     * @param words the tag, or the document asked for
     */
    public UUID start(BulkVerb verb, List<TaskId> tasks, @Nullable PersonId receiver, @Nullable String words) {
        SignedIn me = current.get();
        if (me.certifyingBody() == null) {
            throw new BusinessRefusal(Kind.FORBIDDEN, "worklist.refused.not-asked-of-you");
        }
        if (tasks.isEmpty()) {
            throw new BusinessRefusal(Kind.INVALID, "worklist.refused.bulk-empty");
        }
        if (tasks.size() > MOST) {
            throw new BusinessRefusal(Kind.INVALID, "worklist.refused.bulk-too-many", MOST);
        }
        if (verb.needsReceiver() && receiver == null) {
            throw new BusinessRefusal(Kind.INVALID, "worklist.refused.bulk-receiver");
        }
        String said = words == null ? "" : words.strip();
        int longest = verb == BulkVerb.TAG ? CaseMarks.LONGEST_TAG : LONGEST_WORDS;
        if (verb.needsWords() && (said.isEmpty() || said.length() > longest)) {
            throw new BusinessRefusal(Kind.INVALID, "worklist.refused.bulk-words", longest);
        }
        return rows.add(
                me.certifyingBody().value(),
                me.id(),
                verb,
                verb.needsReceiver() ? receiver : null,
                verb.needsWords() ? said : null,
                tasks.stream().distinct().toList(),
                clock.instant());
    }

    /** Its own author's to look at. */
    @Transactional(readOnly = true)
    public Bulk get(UUID id) {
        return rows.find(id, current.get().id())
                .orElseThrow(() -> new BusinessRefusal(Kind.NOT_FOUND, "worklist.refused.unknown"));
    }

    @Transactional(readOnly = true)
    public List<Bulk.Refused> refused(UUID id, int most) {
        return rows.refused(get(id).id(), most);
    }
}
