package fr.acquis.worklist;

import fr.acquis.identity.CertifyingBody;
import fr.acquis.identity.Organisations;
import fr.acquis.identity.Team;
import fr.acquis.identity.Teams;
import fr.acquis.journey.Journey;
import fr.acquis.shared.PersonId;
import fr.acquis.worklist.store.CaseTeamRows;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Which team has a case: the one it was handed to, or the one that handles its certification. */
@Component
@Transactional(readOnly = true)
public class CaseTeams {

    private final CaseTeamRows rows;
    private final Teams teams;
    private final Organisations organisations;

    CaseTeams(CaseTeamRows rows, Teams teams, Organisations organisations) {
        this.rows = rows;
        this.teams = teams;
        this.organisations = organisations;
    }

    public CaseTeam of(Journey journey) {
        CaseTeamRows.Waiting now = rows.of(journey.id());
        return new CaseTeam(now.queue(), team(journey, now.queue()).orElse(null), now.handedOver());
    }

    /** Empty for the certifying body's own queue. */
    public Optional<Team> team(Journey journey, UUID queue) {
        return teams.find(journey.certifyingBody(), queue);
    }

    /** The team's name; the certifying body's where no team has it in particular. */
    public String name(Journey journey, UUID queue) {
        return team(journey, queue)
                .map(Team::name)
                .orElseGet(() -> organisations
                        .find(journey.certifyingBody())
                        .map(CertifyingBody::name)
                        .orElse("—"));
    }

    /** Those of the team that has it; everybody of the body where that is none. */
    public boolean isOfTheTeam(Journey journey, PersonId person) {
        CaseTeam now = of(journey);
        return now.team() == null || teams.members(now.queue()).contains(person);
    }

    /** Whether the case was handed to a team and this person works in others: what they did on it before binds them no more. */
    public boolean hasLetGo(Journey journey, PersonId person) {
        CaseTeam now = of(journey);
        List<Team> theirs = teams.of(person);
        return now.handedOver()
                && now.team() != null
                && !theirs.isEmpty()
                && theirs.stream().noneMatch(team -> team.id().equals(now.queue()));
    }

    List<PersonId> members(UUID queue) {
        return teams.members(queue);
    }

    List<Team> all(Journey journey) {
        return teams.all(journey.certifyingBody());
    }
}
