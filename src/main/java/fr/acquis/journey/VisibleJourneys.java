package fr.acquis.journey;

import fr.acquis.identity.CurrentPerson;
import fr.acquis.identity.Role;
import fr.acquis.identity.SignedIn;
import fr.acquis.identity.Visibility;
import fr.acquis.journey.store.JourneyLists;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The cases the signed-in person may see, the latest first: a candidate's own, drafts included; staff's, once filed. */
@Service
@Transactional(readOnly = true)
public class VisibleJourneys {

    private final JourneyLists lists;
    private final Visibility visibility;
    private final CurrentPerson current;

    VisibleJourneys(JourneyLists lists, Visibility visibility, CurrentPerson current) {
        this.lists = lists;
        this.visibility = visibility;
        this.current = current;
    }

    /**
     * @param after {@link #order} and id of the last case of the page before; null for the first page
     * @param most how many to read
     */
    public List<JourneyLine> after(@Nullable Instant after, @Nullable UUID id, int most) {
        return lists.visible(visibility.on("j"), !staff(), after, id, most);
    }

    /** What the list is ordered by. */
    public Instant order(JourneyLine line) {
        return staff() ? line.submittedAt() : line.createdAt();
    }

    private boolean staff() {
        SignedIn person = current.get();
        return person.certifyingBody() != null && (person.is(Role.AGENT) || person.is(Role.MANAGER));
    }
}
