package fr.acquis.worklist.web;

import fr.acquis.identity.CurrentPerson;
import fr.acquis.identity.People;
import fr.acquis.identity.Person;
import fr.acquis.identity.Role;
import fr.acquis.identity.Team;
import fr.acquis.journey.Journey;
import fr.acquis.journey.LegalClock;
import fr.acquis.shared.PersonId;
import fr.acquis.shell.Choice;
import fr.acquis.shell.Crumb;
import fr.acquis.worklist.CaseTeam;
import fr.acquis.worklist.CaseTeams;
import fr.acquis.worklist.CaseTransfer;
import fr.acquis.worklist.CaseTransfers;
import fr.acquis.worklist.CaseTransfers.Right;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** What the page of a case's team shows: whose it is, what is asked or planned, where it could go, where it has been. */
@Component
class CaseTeamScene {

    private final CaseTransfers transfers;
    private final CaseTeams teams;
    private final People people;
    private final CurrentPerson current;
    private final MessageSource messages;
    private final Clock clock;

    CaseTeamScene(
            CaseTransfers transfers,
            CaseTeams teams,
            People people,
            CurrentPerson current,
            MessageSource messages,
            Clock clock) {
        this.transfers = transfers;
        this.teams = teams;
        this.people = people;
        this.current = current;
        this.messages = messages;
        this.clock = clock;
    }

    /** @param by who asked for it; of one that was done, who did it */
    record Told(CaseTransfer transfer, String from, String to, String by) {}

    void fill(Journey journey, Model model) {
        CaseTeam now = teams.of(journey);
        List<CaseTransfer> all = transfers.of(journey.id());
        LocalDate today = LocalDate.ofInstant(clock.instant(), LegalClock.ZONE);
        model.addAttribute("journey", journey);
        model.addAttribute("decides", transfers.right(journey) == Right.DECIDE);
        model.addAttribute("standing", standing(now.team()));
        model.addAttribute("founds", current.get().is(Role.MANAGER));
        model.addAttribute("asked", first(journey, all, CaseTransfer.State.ASKED));
        model.addAttribute("planned", first(journey, all, CaseTransfer.State.PLANNED));
        model.addAttribute(
                "past",
                all.stream()
                        .filter(one -> !one.isAsked() && !one.isPlanned())
                        .map(one -> told(journey, one))
                        .toList());
        model.addAttribute("choices", choices(journey, now));
        model.addAttribute("today", today);
        model.addAttribute("farthest", today.plusDays(CaseTransfers.FARTHEST_DAYS));
        model.addAttribute("longest", CaseTransfers.LONGEST_REASON);
        model.addAttribute(
                "crumbs",
                List.of(
                        new Crumb(say("journey.cases"), "/worklist"),
                        new Crumb(journey.caseNumber(), "/journeys/" + journey.id()),
                        Crumb.here(say("worklist.case-team.title"))));
    }

    private String standing(@Nullable Team team) {
        if (team == null) {
            return say("worklist.case-team.now.nobody");
        }
        String referent = referent(team);
        return referent == null
                ? say("worklist.case-team.now", team.name())
                : say("worklist.case-team.now.referent", team.name(), referent);
    }

    private @Nullable String referent(@Nullable Team team) {
        return team == null || team.referent() == null ? null : name(team.referent());
    }

    private List<Choice> choices(Journey journey, CaseTeam now) {
        List<Choice> choices = new ArrayList<>();
        transfers.receivers(journey).forEach(team -> {
            String referent = referent(team);
            choices.add(Choice.of(
                    team.id().toString(),
                    referent == null ? team.name() : say("worklist.case-team.choice", team.name(), referent)));
        });
        if (now.team() != null) {
            choices.add(Choice.of(journey.certifyingBody().toString(), say("worklist.case-team.nobody")));
        }
        return choices;
    }

    private @Nullable Told first(Journey journey, List<CaseTransfer> all, CaseTransfer.State state) {
        return all.stream()
                .filter(one -> one.state() == state)
                .findFirst()
                .map(one -> told(journey, one))
                .orElse(null);
    }

    private Told told(Journey journey, CaseTransfer one) {
        return new Told(
                one,
                team(journey, one.from()),
                team(journey, one.to()),
                name(one.isAsked() || one.settledBy() == null ? one.askedBy() : one.settledBy()));
    }

    private String team(Journey journey, UUID queue) {
        return teams.team(journey, queue).map(Team::name).orElseGet(() -> say("worklist.case-team.nobody"));
    }

    private String name(PersonId person) {
        return people.find(person).map(Person::displayName).orElse("—");
    }

    private String say(String key, Object... values) {
        return messages.getMessage(key, values, LocaleContextHolder.getLocale());
    }
}
