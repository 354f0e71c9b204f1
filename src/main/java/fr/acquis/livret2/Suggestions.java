package fr.acquis.livret2;

import fr.acquis.certification.SkillId;
import fr.acquis.evidence.EvidenceId;
import fr.acquis.evidence.Passages;
import fr.acquis.evidence.Passages.Place;
import fr.acquis.evidence.Passages.Places;
import fr.acquis.evidence.Passages.Sought;
import fr.acquis.journey.Journey;
import fr.acquis.journey.Journeys;
import fr.acquis.livret2.store.DismissalRows;
import fr.acquis.shared.BusinessRefusal;
import fr.acquis.shared.BusinessRefusal.Kind;
import fr.acquis.shared.JourneyId;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Pages of the candidate's pieces that may show a skill: they share words with it. The candidate takes one or puts it aside;
 * nothing is linked by itself.
 */
@Service
@Transactional
public class Suggestions {

    /** More would not be read. */
    private static final int MOST = 4;

    private final Livret2s livrets;
    private final Writing writing;
    private final Passages passages;
    private final DismissalRows dismissals;
    private final Journeys journeys;
    private final Clock clock;

    Suggestions(
            Livret2s livrets,
            Writing writing,
            Passages passages,
            DismissalRows dismissals,
            Journeys journeys,
            Clock clock) {
        this.livrets = livrets;
        this.writing = writing;
        this.passages = passages;
        this.dismissals = dismissals;
        this.journeys = journeys;
        this.clock = clock;
    }

    /** For one skill, with the words found. */
    @Transactional(readOnly = true)
    public Offer of(JourneyId id, SkillId skill) {
        Livret2 livret = mine(id);
        Content.Entry entry = livret.content().entry(skill).orElseThrow(Livret2s::unknown);
        Set<EvidenceId> aside = dismissals.of(id, livret.attempt()).getOrDefault(skill, Set.of());
        Sought sought = sought(entry);
        Places<Sought> places =
                passages.near(id, sought, MOST + aside.size() + entry.proofs().size());
        return new Offer(open(places.found().get(sought), entry, aside), places.waiting(), aside.size());
    }

    /** How many each skill has, without their words; for whoever does not write none. */
    @Transactional(readOnly = true)
    public Map<SkillId, Integer> counts(JourneyId id) {
        if (!writing.mayWrite(journeys.get(id))) {
            return Map.of();
        }
        Livret2 livret = livrets.get(id);
        Map<SkillId, Set<EvidenceId>> aside = dismissals.of(id, livret.attempt());
        Map<SkillId, Sought> wishes = livret.content().entries().stream()
                .collect(Collectors.toMap(Content.Entry::skill, Suggestions::sought));
        Map<SkillId, List<Place>> found = passages.places(id, wishes, 2 * MOST).found();
        Map<SkillId, Integer> counts = new HashMap<>();
        for (Content.Entry entry : livret.content().entries()) {
            Set<EvidenceId> not = aside.getOrDefault(entry.skill(), Set.of());
            counts.put(entry.skill(), open(found.get(entry.skill()), entry, not).size());
        }
        return counts;
    }

    /** Not for this skill: it is not proposed again until somebody asks for what was put aside. */
    public void dismiss(JourneyId id, SkillId skill, EvidenceId evidence) {
        Livret2 livret = mine(id);
        livret.content().entry(skill).orElseThrow(Livret2s::unknown);
        dismissals.insert(id, livret.attempt(), skill, evidence, clock.instant());
    }

    public void restore(JourneyId id, SkillId skill) {
        dismissals.forget(id, mine(id).attempt(), skill);
    }

    private Livret2 mine(JourneyId id) {
        Journey journey = journeys.get(id);
        if (!writing.mayWrite(journey)) {
            throw new BusinessRefusal(Kind.CONFLICT, "livret2.refused.not-writable");
        }
        return livrets.get(id);
    }

    private static List<Place> open(List<Place> places, Content.Entry entry, Set<EvidenceId> aside) {
        Set<EvidenceId> linked = entry.proofs().stream().map(Proof::evidence).collect(Collectors.toSet());
        return places.stream()
                .filter(place -> !aside.contains(place.piece().id()))
                .filter(place -> !linked.contains(place.piece().id()))
                .limit(MOST)
                .toList();
    }

    /** The words of the standard weigh most; what the candidate wrote tells which of their pieces is meant. */
    private static Sought sought(Content.Entry entry) {
        return new Sought(
                entry.statement(),
                Stream.concat(entry.criteria().stream(), entry.answers().values().stream())
                        .collect(Collectors.joining("\n")));
    }

    /**
     * @param waiting pieces still being read: there may be more to propose soon
     * @param aside how many were put aside
     */
    public record Offer(List<Place> places, int waiting, int aside) {}
}
