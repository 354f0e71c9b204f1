package fr.acquis.insight;

import fr.acquis.identity.CurrentPerson;
import fr.acquis.identity.Role;
import fr.acquis.identity.SignedIn;
import fr.acquis.insight.CaseMap.Sight;
import fr.acquis.insight.Passage.State;
import fr.acquis.insight.store.CaseTrail;
import fr.acquis.insight.store.CaseTrail.Row;
import fr.acquis.journey.CaseMembers;
import fr.acquis.journey.Journey;
import fr.acquis.journey.Journeys;
import fr.acquis.journey.SharingConsents;
import fr.acquis.shared.BusinessRefusal;
import fr.acquis.shared.BusinessRefusal.Kind;
import fr.acquis.shared.JourneyId;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Where one case stands and the way it came, for who works on it. */
@Service
@Transactional(readOnly = true)
public class CaseMaps {

    private static final Comparator<Passage> IN_ORDER = Comparator.comparing(
                    Passage::since, Comparator.nullsFirst(Comparator.<Instant>naturalOrder()))
            .thenComparing(Passage::until, Comparator.nullsLast(Comparator.naturalOrder()));

    private final CaseTrail trail;
    private final Steps steps;
    private final Journeys journeys;
    private final CaseMembers members;
    private final SharingConsents consents;
    private final CurrentPerson current;
    private final Clock clock;

    CaseMaps(
            CaseTrail trail,
            Steps steps,
            Journeys journeys,
            CaseMembers members,
            SharingConsents consents,
            CurrentPerson current,
            Clock clock) {
        this.trail = trail;
        this.steps = steps;
        this.journeys = journeys;
        this.members = members;
        this.consents = consents;
        this.current = current;
        this.clock = clock;
    }

    /** For the certifying body's people and the adviser of the case; its candidate has their own road. */
    public boolean opensTo(Journey journey, SignedIn reader) {
        return journey.submittedAt() != null
                && !journey.candidate().equals(reader.id())
                && (journey.handledBy(reader)
                        || reader.is(Role.ADVISER)
                                && members.of(journey.id(), Role.ADVISER).contains(reader.id()));
    }

    /** @throws BusinessRefusal when the reader does not work on the case */
    public CaseMap of(JourneyId id) {
        Journey journey = journeys.get(id);
        SignedIn reader = current.get();
        if (!opensTo(journey, reader)) {
            throw new BusinessRefusal(Kind.FORBIDDEN, "insight.refused.not-on-case");
        }
        Sight sight = new Sight(consents.decisionOpenTo(journey, reader), consents.resultOpenTo(journey, reader));
        Instant now = clock.instant();
        List<Passage> passages = trail.of(id, now).stream()
                .flatMap(row -> passage(row, now).stream())
                .filter(passage -> sight.shows(passage.step()))
                .sorted(IN_ORDER)
                .toList();
        return new CaseMap(journey, passages, sight);
    }

    private Optional<Passage> passage(Row row, Instant now) {
        return Optional.ofNullable(steps.at(row.places(), row.place()))
                .map(step -> new Passage(
                        step,
                        late(row, now) ? State.LATE : row.state(),
                        row.since(),
                        row.until(),
                        row.due(),
                        row.asked(),
                        row.by(),
                        row.reason()));
    }

    private static boolean late(Row row, Instant now) {
        return (row.state() == State.ASKED || row.state() == State.WAITS)
                && row.due() != null
                && !row.due().isAfter(now);
    }
}
