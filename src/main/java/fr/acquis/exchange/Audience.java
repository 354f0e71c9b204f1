package fr.acquis.exchange;

import fr.acquis.exchange.store.MessageRows;
import fr.acquis.identity.People;
import fr.acquis.identity.Person;
import fr.acquis.identity.Role;
import fr.acquis.journey.CaseMembers;
import fr.acquis.journey.Journey;
import fr.acquis.shared.PersonId;
import fr.acquis.worklist.CaseMarks;
import fr.acquis.worklist.CaseTeams;
import fr.acquis.worklist.Task;
import fr.acquis.worklist.Worklist;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * For whom something written is new. The candidate and the adviser always; of the body, those who have to do with the case:
 * who holds a task of it, watches it, or wrote in it before it went to another team. Where that is nobody, its managers.
 */
@Component
class Audience {

    private final CaseMembers members;
    private final Worklist worklist;
    private final CaseMarks marks;
    private final CaseTeams teams;
    private final MessageRows messages;
    private final People people;
    private final Seats seats;

    Audience(
            CaseMembers members,
            Worklist worklist,
            CaseMarks marks,
            CaseTeams teams,
            MessageRows messages,
            People people,
            Seats seats) {
        this.members = members;
        this.worklist = worklist;
        this.marks = marks;
        this.teams = teams;
        this.messages = messages;
        this.people = people;
        this.seats = seats;
    }

    Set<PersonId> of(Journey journey, Message message) {
        Set<PersonId> readers = new LinkedHashSet<>();
        if (message.kind() == Message.Kind.MESSAGE) {
            readers.add(journey.candidate());
        }
        if (message.kind() == Message.Kind.MESSAGE || message.adviserReads()) {
            readers.addAll(members.of(journey.id(), Role.ADVISER));
        }
        Set<PersonId> body = concerned(journey, message.kind());
        body.remove(message.author());
        if (body.isEmpty() && message.side() != Side.BODY) {
            people.holding(Role.MANAGER, journey.certifyingBody()).stream()
                    .map(Person::id)
                    .forEach(body::add);
        }
        readers.addAll(body);
        readers.remove(message.author());
        return readers;
    }

    private Set<PersonId> concerned(Journey journey, Message.Kind kind) {
        List<PersonId> wrote =
                kind == Message.Kind.NOTE ? messages.noteAuthors(journey.id()) : messages.answerers(journey.id());
        Set<PersonId> body = new LinkedHashSet<>();
        Stream.of(
                        worklist.open(journey.id()).stream().map(Task::holder).filter(holder -> holder != null),
                        marks.watchers(journey.id()).stream(),
                        wrote.stream().filter(author -> !teams.hasLetGo(journey, author)))
                .flatMap(some -> some)
                .distinct()
                .filter(person -> isOfTheBody(journey, person))
                .forEach(body::add);
        return body;
    }

    private boolean isOfTheBody(Journey journey, PersonId person) {
        return people.standing(person)
                .flatMap(known -> seats.side(journey, known))
                .filter(side -> side == Side.BODY)
                .isPresent();
    }
}
