package fr.acquis.livret2;

import fr.acquis.evidence.EvidenceAccess;
import fr.acquis.evidence.EvidenceId;
import fr.acquis.evidence.Sight;
import fr.acquis.identity.Role;
import fr.acquis.identity.SignedIn;
import fr.acquis.journey.CaseMembers;
import fr.acquis.journey.Journey;
import fr.acquis.journey.Journeys;
import fr.acquis.livret2.store.DepositRows;
import fr.acquis.livret2.store.Livret2Rows;
import fr.acquis.shared.JourneyId;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Pieces a livret names, for those who read it: jurors and the CPNE what was deposited, the adviser what is shared. */
@Component
class HandedPieces implements EvidenceAccess {

    private final Journeys journeys;
    private final CaseMembers members;
    private final Livret2Rows rows;
    private final DepositRows deposits;
    private final Contents contents;

    HandedPieces(Journeys journeys, CaseMembers members, Livret2Rows rows, DepositRows deposits, Contents contents) {
        this.journeys = journeys;
        this.members = members;
        this.rows = rows;
        this.deposits = deposits;
        this.contents = contents;
    }

    @Override
    public Optional<Owner> mayAttach(JourneyId journey, SignedIn person) {
        return Optional.empty();
    }

    @Override
    public Optional<Sight> handed(JourneyId id, EvidenceId evidence, SignedIn person) {
        return journeys.find(id)
                .flatMap(journey -> sight(journey, person).filter(sight -> names(journey, evidence, sight)));
    }

    private Optional<Sight> sight(Journey journey, SignedIn person) {
        if (holds(journey, person, Role.JUROR)) {
            return Optional.of(Sight.PANEL);
        }
        if (person.is(Role.CPNE) && journey.certifyingBody().equals(person.certifyingBody())) {
            return Optional.of(Sight.BRANCH);
        }
        return holds(journey, person, Role.ADVISER) ? Optional.of(Sight.SUPPORT) : Optional.empty();
    }

    private boolean holds(Journey journey, SignedIn person, Role role) {
        return person.is(role) && members.of(journey.id(), role).contains(person.id());
    }

    private boolean names(Journey journey, EvidenceId evidence, Sight sight) {
        return rows.all(journey.id()).stream()
                .flatMap(row -> content(journey, row, sight).stream())
                .anyMatch(content -> content.evidences().contains(evidence));
    }

    private Optional<Content> content(Journey journey, Livret2Rows.Row row, Sight sight) {
        if (sight != Sight.SUPPORT) {
            return deposits.latest(journey.id(), row.attempt()).map(Deposit::content);
        }
        return row.sharedAt() == null ? Optional.empty() : Optional.of(contents.of(journey, row));
    }
}
