package fr.acquis.worklist;

import fr.acquis.identity.People;
import fr.acquis.identity.Role;
import fr.acquis.identity.Team;
import fr.acquis.journey.CaseMembers;
import fr.acquis.journey.Journey;
import fr.acquis.notification.CaseNotification;
import fr.acquis.notification.CaseNotification.CaseHandedOver.Part;
import fr.acquis.notification.CaseReference;
import fr.acquis.notification.NotificationId;
import fr.acquis.notification.Notifications;
import fr.acquis.shared.PersonId;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Who is told that a case changes teams; its reason is nobody's but the certifying body's, so it stands in no mail. */
@Component
class CaseTransferMails {

    private final Notifications notifications;
    private final CaseTitles titles;
    private final CaseMembers members;
    private final CaseTeams teams;
    private final People people;

    CaseTransferMails(
            Notifications notifications, CaseTitles titles, CaseMembers members, CaseTeams teams, People people) {
        this.notifications = notifications;
        this.titles = titles;
        this.members = members;
        this.teams = teams;
        this.people = people;
    }

    /** To those who give the answer. */
    void asked(Journey journey, CaseTransfer transfer) {
        notifications.tellAll(
                Role.MANAGER,
                "team-asked/" + transfer.id(),
                new CaseNotification.CaseHandedOver(
                        titles.of(journey), Part.ASKED, teams.name(journey, transfer.to()), page(journey) + "/team"));
    }

    void declined(Journey journey, CaseTransfer transfer) {
        notifications.tell(
                NotificationId.about(journey.id(), "team-declined/" + transfer.id(), transfer.askedBy()),
                transfer.askedBy(),
                new CaseNotification.CaseHandedOver(
                        titles.of(journey),
                        Part.DECLINED,
                        teams.name(journey, transfer.to()),
                        page(journey) + "/team"));
    }

    /** Once each: the candidate, who accompanies them, the jury called for them, who takes it up and who let go; not whoever did it. */
    void transferred(Journey journey, CaseTransfer transfer, Set<PersonId> released, PersonId by) {
        Set<PersonId> told = new HashSet<>(Set.of(by));
        tell(journey, transfer, List.of(journey.candidate()), Part.CANDIDATE, told);
        tell(journey, transfer, members.of(journey.id(), Role.ADVISER), Part.ADVISER, told);
        tell(journey, transfer, members.of(journey.id(), Role.JUROR), Part.JUROR, told);
        tell(journey, transfer, receiving(journey, transfer), Part.RECEIVING, told);
        tell(journey, transfer, released, Part.RELEASED, told);
        if (!transfer.askedBy().equals(by)) {
            tell(journey, transfer, List.of(transfer.askedBy()), Part.ASKER, told);
        }
    }

    /** The team's referent; all of its agents and managers where it has none. */
    private List<PersonId> receiving(Journey journey, CaseTransfer transfer) {
        Team team = teams.team(journey, transfer.to()).orElse(null);
        if (team == null) {
            return List.of();
        }
        List<PersonId> able = teams.members(team.id()).stream()
                .filter(one -> people.standing(one).filter(journey::handledBy).isPresent())
                .toList();
        return able.contains(team.referent()) ? List.of(team.referent()) : able;
    }

    private void tell(
            Journey journey, CaseTransfer transfer, Collection<PersonId> people, Part part, Set<PersonId> told) {
        CaseReference about = titles.of(journey);
        String team = teams.name(journey, transfer.to());
        for (PersonId person : people) {
            if (told.add(person)) {
                notifications.tell(
                        NotificationId.about(journey.id(), "handed-over/" + transfer.id(), person),
                        person,
                        new CaseNotification.CaseHandedOver(about, part, team, page(journey)));
            }
        }
    }

    private static String page(Journey journey) {
        return "/journeys/" + journey.id();
    }
}
