package fr.acquis.worklist;

import fr.acquis.audit.Audit;
import fr.acquis.identity.People;
import fr.acquis.identity.Team;
import fr.acquis.journey.Journey;
import fr.acquis.shared.PersonId;
import fr.acquis.worklist.store.CaseTeamRows;
import fr.acquis.worklist.store.TagRows;
import java.time.Clock;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What moves when a case changes teams: its open tasks, who follows it for the team, and everybody's knowledge of it. */
@Component
class CaseHandover {

    private final CaseTeamRows rows;
    private final CaseTeams teams;
    private final TagRows marks;
    private final CaseTransferMails mails;
    private final People people;
    private final Audit audit;
    private final Clock clock;

    CaseHandover(
            CaseTeamRows rows,
            CaseTeams teams,
            TagRows marks,
            CaseTransferMails mails,
            People people,
            Audit audit,
            Clock clock) {
        this.rows = rows;
        this.teams = teams;
        this.marks = marks;
        this.mails = mails;
        this.people = people;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    void carryOut(Journey journey, CaseTransfer transfer, PersonId by) {
        UUID former = teams.of(journey).queue();
        @Nullable Team team = teams.team(journey, transfer.to()).orElse(null);
        @Nullable List<PersonId> staying = team == null ? null : teams.members(team.id());
        rows.put(journey.id(), journey.certifyingBody().value(), transfer.to(), clock.instant());
        Set<PersonId> released =
                new LinkedHashSet<>(rows.move(journey.id(), transfer.to(), staying, by, transfer.reason()));
        released.addAll(unfollow(journey, former, staying));
        audit.record(
                journey.id().value(),
                "transfer-case",
                Map.of(
                        "former", former.toString(),
                        "team", transfer.to().toString(),
                        "released", String.valueOf(released.size())));
        mails.transferred(journey, transfer, released, by);
        referent(journey, team).ifPresent(one -> marks.watch(one.value(), journey.id(), clock.instant()));
    }

    /** Who followed the case as one of the former team does no more. */
    private List<PersonId> unfollow(Journey journey, UUID former, @Nullable List<PersonId> staying) {
        List<PersonId> left = teams.members(former);
        List<PersonId> leaving = marks.watchers(journey.id()).stream()
                .filter(watcher -> left.contains(watcher) && (staying == null || !staying.contains(watcher)))
                .toList();
        leaving.forEach(one -> marks.unwatch(one.value(), journey.id()));
        return leaving;
    }

    /** Whom one asks in the new team, if they may see the case. */
    private Optional<PersonId> referent(Journey journey, @Nullable Team team) {
        return Optional.ofNullable(team)
                .map(Team::referent)
                .filter(one -> people.standing(one).filter(journey::handledBy).isPresent());
    }
}
