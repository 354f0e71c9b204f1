package fr.acquis.worklist.work;

import fr.acquis.identity.CurrentPerson;
import fr.acquis.identity.People;
import fr.acquis.identity.Role;
import fr.acquis.identity.SignedIn;
import fr.acquis.journey.CaseMembers;
import fr.acquis.journey.Journey;
import fr.acquis.journey.Journeys;
import fr.acquis.notification.CaseFollowers;
import fr.acquis.notification.CaseReference;
import fr.acquis.shared.PersonId;
import fr.acquis.worklist.CaseMarks;
import java.util.List;
import org.springframework.stereotype.Component;

/** Who watches a case and may still see it; a watch opens nothing. */
@Component
class Followers implements CaseFollowers {

    private final CaseMarks marks;
    private final Journeys journeys;
    private final CaseMembers members;
    private final People people;
    private final CurrentPerson current;

    Followers(CaseMarks marks, Journeys journeys, CaseMembers members, People people, CurrentPerson current) {
        this.marks = marks;
        this.journeys = journeys;
        this.members = members;
        this.people = people;
        this.current = current;
    }

    @Override
    public List<PersonId> of(CaseReference about) {
        List<PersonId> watchers = marks.watchers(about.journey());
        if (watchers.isEmpty()) {
            return List.of();
        }
        Journey journey = journeys.find(about.journey()).orElseThrow();
        PersonId actor = current.find().map(SignedIn::id).orElse(null);
        return watchers.stream()
                .filter(watcher -> !watcher.equals(actor) && !watcher.equals(about.candidate()))
                .filter(watcher -> people.standing(watcher)
                        .filter(known -> journey.handledBy(known)
                                || known.is(Role.ADVISER)
                                        && members.of(journey.id(), Role.ADVISER)
                                                .contains(watcher))
                        .isPresent())
                .toList();
    }
}
