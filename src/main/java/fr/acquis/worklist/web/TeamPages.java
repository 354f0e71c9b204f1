package fr.acquis.worklist.web;

import fr.acquis.identity.CurrentPerson;
import fr.acquis.identity.People;
import fr.acquis.identity.Person;
import fr.acquis.identity.Role;
import fr.acquis.identity.Team;
import fr.acquis.identity.Teams;
import fr.acquis.shared.BusinessRefusal;
import fr.acquis.shared.BusinessRefusal.Kind;
import fr.acquis.shared.CertifyingBodyId;
import fr.acquis.shared.PersonId;
import fr.acquis.shell.Flash;
import fr.acquis.shell.NavigationEntry;
import fr.acquis.worklist.Queues;
import fr.acquis.worklist.store.Counters;
import fr.acquis.worklist.store.FilterChoices;
import fr.acquis.worklist.store.FilterChoices.Named;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Teams of the body: who is in them, whom one asks, which certifications they handle, how much they hold. */
@Controller
class TeamPages {

    private final Teams teams;
    private final Queues queues;
    private final People people;
    private final FilterChoices choices;
    private final Counters counters;
    private final CurrentPerson current;

    TeamPages(
            Teams teams,
            Queues queues,
            People people,
            FilterChoices choices,
            Counters counters,
            CurrentPerson current) {
        this.teams = teams;
        this.queues = queues;
        this.people = people;
        this.choices = choices;
        this.counters = counters;
        this.current = current;
    }

    /** A member with what they hold. */
    public record Member(Person person, long load, boolean referent) {}

    public record Shown(Team team, List<Member> members, List<Named> certifications) {}

    @GetMapping("/teams")
    String show(Model model) {
        CertifyingBodyId body = body();
        List<Person> all = Stream.of(Role.ADVISER, Role.AGENT, Role.MANAGER)
                .flatMap(role -> people.holding(role, body).stream())
                .distinct()
                .toList();
        List<Named> certifications = choices.certifications(body);
        model.addAttribute("people", all);
        model.addAttribute("certifications", certifications);
        model.addAttribute(
                "teams",
                teams.all(body).stream()
                        .map(team -> shown(team, all, certifications))
                        .toList());
        return "worklist/teams";
    }

    private Shown shown(Team team, List<Person> all, List<Named> certifications) {
        List<PersonId> ids = teams.members(team.id());
        var loads = counters.loads(ids.stream().map(PersonId::value).toList());
        List<UUID> handled = queues.of(team.id());
        return new Shown(
                team,
                all.stream()
                        .filter(person -> ids.contains(person.id()))
                        .map(person -> new Member(
                                person,
                                loads.getOrDefault(person.id().value(), 0L),
                                person.id().equals(team.referent())))
                        .toList(),
                certifications.stream()
                        .filter(one -> handled.contains(one.id()))
                        .toList());
    }

    @PostMapping("/teams")
    String found(@RequestParam String name, RedirectAttributes next) {
        Team team = teams.found(body(), name);
        Flash.ok("worklist.team.founded", team.name()).on(next);
        return "redirect:/teams";
    }

    @PostMapping("/teams/{id}/members")
    String join(@PathVariable UUID id, @RequestParam UUID person, RedirectAttributes next) {
        PersonId member = new PersonId(person);
        boolean ours = Stream.of(Role.ADVISER, Role.AGENT, Role.MANAGER)
                .flatMap(role -> people.holding(role, body()).stream())
                .anyMatch(one -> one.id().equals(member));
        if (!ours) {
            throw new BusinessRefusal(Kind.NOT_FOUND, "identity.refused.no-person");
        }
        teams.join(team(id), member);
        return changed(next);
    }

    @PostMapping("/teams/{id}/members/{person}/removal")
    String leave(@PathVariable UUID id, @PathVariable UUID person, RedirectAttributes next) {
        teams.leave(team(id), new PersonId(person));
        return changed(next);
    }

    @PostMapping("/teams/{id}/referent")
    String refer(
            @PathVariable UUID id, @RequestParam(required = false) @Nullable UUID person, RedirectAttributes next) {
        Team team = team(id);
        PersonId referent = person == null ? null : new PersonId(person);
        if (referent != null && !teams.members(team.id()).contains(referent)) {
            throw new BusinessRefusal(Kind.INVALID, "identity.refused.referent");
        }
        teams.refer(team, referent);
        return changed(next);
    }

    @PostMapping("/teams/{id}/certifications")
    String handle(@PathVariable UUID id, @RequestParam UUID certification, RedirectAttributes next) {
        if (choices.certifications(body()).stream().noneMatch(one -> one.id().equals(certification))) {
            throw new BusinessRefusal(Kind.NOT_FOUND, "worklist.refused.unknown");
        }
        queues.handle(certification, team(id));
        return changed(next);
    }

    @PostMapping("/teams/{id}/certifications/{certification}/removal")
    String unhandle(@PathVariable UUID id, @PathVariable UUID certification, RedirectAttributes next) {
        Team team = team(id);
        if (queues.of(team.id()).contains(certification)) {
            queues.leave(certification, team);
        }
        return changed(next);
    }

    private static String changed(RedirectAttributes next) {
        Flash.ok("worklist.team.changed").on(next);
        return "redirect:/teams";
    }

    private Team team(UUID id) {
        return teams.find(body(), id)
                .orElseThrow(() -> new BusinessRefusal(Kind.NOT_FOUND, "identity.refused.no-team"));
    }

    private CertifyingBodyId body() {
        CertifyingBodyId body = current.get().certifyingBody();
        if (body == null) {
            throw new BusinessRefusal(Kind.FORBIDDEN, "worklist.refused.not-asked-of-you");
        }
        return body;
    }

    @Bean
    static NavigationEntry teamsEntry() {
        return NavigationEntry.account(31, "worklist.teams", "users", "/teams", Role.MANAGER);
    }
}
