package fr.acquis.livret2;

import fr.acquis.journey.Journey;
import fr.acquis.journey.Journeys;
import fr.acquis.livret2.store.DepositRows;
import fr.acquis.livret2.store.ReviewRows;
import fr.acquis.shared.JourneyId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The livret as it was given away: to the adviser with each review, to the certifying body with each deposit. */
@Service
@Transactional(readOnly = true)
public class Versions {

    private final Livret2s livrets;
    private final Journeys journeys;
    private final ReviewRows reviews;
    private final DepositRows deposits;

    Versions(Livret2s livrets, Journeys journeys, ReviewRows reviews, DepositRows deposits) {
        this.livrets = livrets;
        this.journeys = journeys;
        this.reviews = reviews;
        this.deposits = deposits;
    }

    /** What the signed-in person may compare, the newest first; agents and jurors know deposits only. */
    public List<Version> of(JourneyId id) {
        Livret2 livret = livrets.get(id);
        Journey journey = journeys.get(id);
        List<Version> versions = new ArrayList<>();
        if (livrets.readsDraft(journey, livret.attempt())) {
            Map<Integer, Content> given = reviews.contents(id, livret.attempt());
            reviews.of(id, livret.attempt()).stream()
                    .filter(review -> given.containsKey(review.number()))
                    .forEach(review -> versions.add(
                            new Version(Kind.REVIEW, review.number(), review.askedAt(), given.get(review.number()))));
        }
        deposits.of(id, livret.attempt())
                .forEach(deposit -> versions.add(
                        new Version(Kind.DEPOSIT, deposit.number(), deposit.depositedAt(), deposit.content())));
        versions.sort(Comparator.comparing(Version::at).reversed());
        return versions;
    }

    /** From the newest version that differs to what the signed-in person reads now; empty while there is none. */
    public Optional<Since> since(JourneyId id) {
        Content now = livrets.get(id).content();
        return of(id).stream()
                .map(version -> new Since(version, Changes.between(version.content(), now)))
                .filter(since -> !since.changes().skills().isEmpty())
                .findFirst();
    }

    public enum Kind {
        REVIEW,
        DEPOSIT;

        public String messageKey() {
            return "livret2.version." + name();
        }
    }

    public record Version(Kind kind, int number, Instant at, Content content) {}

    public record Since(Version version, Changes changes) {}
}
