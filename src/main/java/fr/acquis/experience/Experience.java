package fr.acquis.experience;

import fr.acquis.evidence.Evidence;
import fr.acquis.evidence.EvidenceId;
import fr.acquis.evidence.Evidences;
import fr.acquis.evidence.FactKind;
import fr.acquis.evidence.FactState;
import fr.acquis.evidence.Facts;
import fr.acquis.evidence.Siret;
import fr.acquis.evidence.Span;
import fr.acquis.evidence.StatedLine;
import fr.acquis.experience.Missing.What;
import fr.acquis.journey.LegalClock;
import fr.acquis.shared.JourneyId;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The experience of a case as its documents prove it, for whoever may see its pieces. */
@Service
@Transactional(readOnly = true)
public class Experience {

    private final Facts facts;
    private final Evidences evidences;
    private final Clock clock;

    Experience(Facts facts, Evidences evidences, Clock clock) {
        this.facts = facts;
        this.evidences = evidences;
        this.clock = clock;
    }

    /**
     * @param said from all lines a person stands behind
     * @param checked from those alone behind which the certifying body stands
     */
    public record Proven(Account said, Account checked, List<Missing> missing) {}

    public Proven of(JourneyId journey) {
        Map<EvidenceId, Evidence> pieces = evidences.list(journey).stream()
                .filter(Evidence::opens)
                .collect(Collectors.toMap(Evidence::id, Function.identity()));
        List<StatedLine> lines = facts.of(journey);
        List<Worked> worked = new ArrayList<>();
        List<Missing> missing = new ArrayList<>();
        for (StatedLine line : lines) {
            Evidence piece = pieces.get(line.evidence());
            worked(line, piece).ifPresent(worked::add);
            missing.addAll(missing(line, piece));
        }
        pieces.values().stream()
                .filter(Evidence::underWay)
                .forEach(piece -> missing.add(Missing.of(What.BEING_READ, piece)));
        return new Proven(
                Account.of(worked),
                Account.of(
                        worked.stream().filter(work -> work.source().checked()).toList()),
                List.copyOf(missing));
    }

    /** What has not happened yet is not counted. */
    private Optional<Worked> worked(StatedLine line, Evidence piece) {
        LocalDate today = clock.instant().atZone(LegalClock.ZONE).toLocalDate();
        return line.period()
                .filter(period ->
                        line.holds() && !period.open() && !period.first().isAfter(today))
                .map(period -> new Span(period.first(), period.last().isAfter(today) ? today : period.last()))
                .map(period -> new Worked(
                        new Source(
                                piece.id(),
                                piece.current().fileName(),
                                line.line(),
                                line.page().orElse(null),
                                line.checked()),
                        line.value(FactKind.EMPLOYER).orElse(""),
                        line.value(FactKind.SIRET).filter(Siret::valid).orElse(null),
                        line.value(FactKind.ROLE).orElse(null),
                        period,
                        line.hours().orElse(null)));
    }

    private static List<Missing> missing(StatedLine line, Evidence piece) {
        List<Missing> missing = new ArrayList<>();
        if (line.waits()) {
            missing.add(Missing.of(What.UNANSWERED, piece));
        }
        if (line.holds() && line.period().filter(Span::open).isPresent()) {
            missing.add(Missing.of(What.NO_END, piece));
        }
        if (line.holds() && line.hours().isEmpty()) {
            missing.add(Missing.of(What.NO_HOURS, piece));
        }
        boolean otherName = line.fact(FactKind.NAME)
                .filter(name -> name.state() == FactState.PROPOSED || name.state() == FactState.REJECTED)
                .isPresent();
        if (otherName && !line.rejected()) {
            missing.add(Missing.of(What.OTHER_NAME, piece));
        }
        return missing;
    }
}
