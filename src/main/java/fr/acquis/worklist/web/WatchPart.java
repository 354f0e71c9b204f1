package fr.acquis.worklist.web;

import fr.acquis.identity.People;
import fr.acquis.identity.Person;
import fr.acquis.identity.Role;
import fr.acquis.identity.SignedIn;
import fr.acquis.identity.Team;
import fr.acquis.journey.CasePart;
import fr.acquis.journey.Journey;
import fr.acquis.shared.PersonId;
import fr.acquis.worklist.CaseMarks;
import fr.acquis.worklist.CaseTeams;
import fr.acquis.worklist.Task;
import fr.acquis.worklist.Worklist;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** On the page of a case, for who works on it: what is asked now and of whom, which team has it, and who follows it. */
@Component
class WatchPart implements CasePart {

    private final CaseMarks marks;
    private final Worklist worklist;
    private final CaseTeams teams;
    private final People people;

    WatchPart(CaseMarks marks, Worklist worklist, CaseTeams teams, People people) {
        this.marks = marks;
        this.worklist = worklist;
        this.teams = teams;
        this.people = people;
    }

    /** @param holder null while nobody took it */
    record Asked(Task task, @Nullable String holder) {}

    /**
     * @param team whose it is; null where no team has it in particular
     * @param moves whether the reader opens the page where it changes teams
     */
    record Shown(
            Journey journey,
            List<Asked> asked,
            @Nullable Team team,
            boolean moves,
            List<String> watchers,
            boolean watches) {}

    @Override
    public List<Panel> panels(Journey journey, SignedIn reader) {
        if (!marks.worksOn(journey, reader)) {
            return List.of();
        }
        List<PersonId> watchers = marks.watchers(journey.id());
        return List.of(new Panel(
                15,
                "worklist/watch",
                new Shown(
                        journey,
                        worklist.known(journey).stream()
                                .filter(task -> journey.handledBy(reader) || task.audience() != Role.JUROR)
                                .map(task -> new Asked(task, task.holder() == null ? null : name(task.holder())))
                                .toList(),
                        teams.of(journey).team(),
                        journey.handledBy(reader),
                        watchers.stream().map(this::name).toList(),
                        watchers.contains(reader.id()))));
    }

    private String name(PersonId person) {
        return people.find(person).map(Person::displayName).orElse("—");
    }
}
