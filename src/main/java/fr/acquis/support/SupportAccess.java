package fr.acquis.support;

import fr.acquis.identity.CurrentPerson;
import fr.acquis.identity.SignedIn;
import fr.acquis.journey.Journey;
import fr.acquis.journey.Journeys;
import fr.acquis.shared.BusinessRefusal;
import fr.acquis.shared.BusinessRefusal.Kind;
import fr.acquis.shared.JourneyId;
import fr.acquis.support.store.SupportRows;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Who may read what stands between a candidate and their adviser, and who may act on it. */
@Component
@Transactional
public class SupportAccess {

    private final SupportRows rows;
    private final Journeys journeys;
    private final CurrentPerson current;

    SupportAccess(SupportRows rows, Journeys journeys, CurrentPerson current) {
        this.rows = rows;
        this.journeys = journeys;
        this.current = current;
    }

    /**
     * A case's support with the person who looks at it.
     *
     * @param own the reader is the candidate
     * @param adviser the reader accompanies them
     * @param office the reader handles the case for its certifying body
     */
    public record View(
            Journey journey, Support support, SignedIn reader, boolean own, boolean adviser, boolean office) {

        /** Adviser, or the certifying body in their place. */
        public boolean staff() {
            return adviser || office;
        }

        /** Notes of sessions are for the two who were there. */
        public boolean readsNotes() {
            return own || adviser;
        }

        public boolean underWay() {
            return support.isRunning() && !journey.isOver();
        }
    }

    /** @throws BusinessRefusal for whoever is not concerned, as if there were nothing */
    @Transactional(readOnly = true)
    public View read(JourneyId id) {
        return view(journeys.get(id), rows.find(id).orElseThrow(SupportAccess::unknown));
    }

    /** The same to change something: the row is locked, and support must be under way. */
    View change(JourneyId id) {
        View view = view(journeys.get(id), rows.lock(id).orElseThrow(SupportAccess::unknown));
        if (!view.underWay()) {
            throw new BusinessRefusal(Kind.CONFLICT, "support.refused.not-running");
        }
        return view;
    }

    /** For the adviser, or the certifying body in their place. */
    View changeAsStaff(JourneyId id) {
        View view = change(id);
        if (!view.staff()) {
            throw notYours();
        }
        return view;
    }

    View changeAsCandidate(JourneyId id) {
        View view = change(id);
        if (!view.own()) {
            throw notYours();
        }
        return view;
    }

    static BusinessRefusal notYours() {
        return new BusinessRefusal(Kind.FORBIDDEN, "support.refused.not-yours");
    }

    private View view(Journey journey, Support support) {
        SignedIn me = current.get();
        View view = new View(
                journey,
                support,
                me,
                journey.candidate().equals(me.id()),
                me.id().equals(support.adviser()),
                journey.handledBy(me));
        if (!view.own() && !view.staff()) {
            throw unknown();
        }
        return view;
    }

    private static BusinessRefusal unknown() {
        return new BusinessRefusal(Kind.NOT_FOUND, "journey.refused.unknown");
    }
}
