package fr.acquis.admissibility;

import fr.acquis.admissibility.Consent.Kind;
import fr.acquis.admissibility.store.ConsentRows;
import fr.acquis.admissibility.store.Livret1Rows;
import fr.acquis.audit.Audit;
import fr.acquis.identity.CurrentPerson;
import fr.acquis.journey.Journey;
import fr.acquis.journey.Journeys;
import fr.acquis.journey.SharingConsents;
import fr.acquis.shared.BusinessRefusal;
import fr.acquis.shared.JourneyId;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The two consents of the sworn statement: given there, withdrawn or given again by the candidate at any time after. */
@Service
@Transactional
public class Consents implements SharingConsents {

    private final ConsentRows rows;
    private final Livret1Rows livrets;
    private final Journeys journeys;
    private final CurrentPerson current;
    private final Audit audit;
    private final Clock clock;

    Consents(
            ConsentRows rows, Livret1Rows livrets, Journeys journeys, CurrentPerson current, Audit audit, Clock clock) {
        this.rows = rows;
        this.livrets = livrets;
        this.journeys = journeys;
        this.current = current;
        this.audit = audit;
        this.clock = clock;
    }

    /** Both, as they stand on a case of the signed-in candidate. */
    @Transactional(readOnly = true)
    public List<Consent> of(JourneyId id) {
        requireOwn(id);
        return Arrays.stream(Kind.values()).map(kind -> standing(id, kind)).toList();
    }

    /** The candidate gives a consent or withdraws it; from here on it is kept to. */
    public void say(JourneyId id, Kind kind, boolean given) {
        requireOwn(id);
        if (standing(id, kind).given() == given) {
            return;
        }
        rows.add(id, new Consent(kind, given, clock.instant()));
        audit.record(id.value(), given ? "give-consent" : "withdraw-consent", Map.of("consent", kind.name()));
    }

    @Override
    @Transactional(readOnly = true)
    public boolean sharesDecision(JourneyId id) {
        return standing(id, Kind.DECISION).given();
    }

    @Override
    @Transactional(readOnly = true)
    public boolean sharesResult(JourneyId id) {
        return standing(id, Kind.RESULT).given();
    }

    private Consent standing(JourneyId id, Kind kind) {
        return rows.last(id, kind).orElseGet(() -> {
            Livret1.Statement statement = livrets.find(id).statement();
            return new Consent(
                    kind, kind == Kind.DECISION ? statement.shareAdmissibility() : statement.shareResult(), null);
        });
    }

    private void requireOwn(JourneyId id) {
        Journey journey = journeys.get(id);
        if (!journey.candidate().equals(current.get().id())) {
            throw new BusinessRefusal(BusinessRefusal.Kind.FORBIDDEN, "admissibility.refused.not-the-candidate");
        }
    }
}
