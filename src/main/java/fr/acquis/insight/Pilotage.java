package fr.acquis.insight;

import fr.acquis.audit.Audit;
import fr.acquis.identity.CurrentPerson;
import fr.acquis.identity.Role;
import fr.acquis.identity.SignedIn;
import fr.acquis.insight.store.Cut;
import fr.acquis.insight.store.DelayRows;
import fr.acquis.insight.store.Source;
import fr.acquis.insight.store.Standings;
import fr.acquis.insight.store.Standings.Count;
import fr.acquis.journey.LegalClock;
import fr.acquis.shared.BusinessRefusal;
import fr.acquis.shared.CertifyingBodyId;
import fr.acquis.workflow.ModelStep;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What a certifying body's people look at: numbers of now, the lists behind them, and how long things take. */
@Service
@Transactional(readOnly = true)
public class Pilotage {

    /** From here on a date of the law is said to be near. A window to look through, no rule. */
    public static final Duration NEAR = Duration.ofDays(15);

    private final Standings standings;
    private final DelayRows delays;
    private final Steps steps;
    private final CaseLists lists;
    private final CurrentPerson current;
    private final Audit audit;
    private final Clock clock;

    Pilotage(
            Standings standings,
            DelayRows delays,
            Steps steps,
            CaseLists lists,
            CurrentPerson current,
            Audit audit,
            Clock clock) {
        this.standings = standings;
        this.delays = delays;
        this.steps = steps;
        this.lists = lists;
        this.current = current;
        this.audit = audit;
        this.clock = clock;
    }

    public Figures figures(Selection selection) {
        Cut cut = cut(selection);
        Map<String, StepFigures> standing = new HashMap<>();
        Map<Law, Long> late = new EnumMap<>(Law.class);
        Map<Law, Long> soon = new EnumMap<>(Law.class);
        long inProgress = 0;
        long blocked = 0;
        for (Source source : Source.values()) {
            List<Count> counts = standings.count(source, cut);
            blocked += source.condition() == Condition.BLOCKED ? all(counts) : 0;
            switch (source.places()) {
                case KIND, JOB, MESSAGE, STEP -> counts.forEach(count -> add(standing, source, count));
                case LAW -> {
                    counts.forEach(count -> add(late, count, Count::late));
                    counts.forEach(count -> add(soon, count, Count::soon));
                }
                case CASE -> inProgress += all(counts);
            }
        }
        return new Figures(inProgress, standing, late, soon, blocked);
    }

    private static long all(List<Count> counts) {
        return counts.stream().mapToLong(Count::cases).sum();
    }

    private void add(Map<String, StepFigures> standing, Source source, Count count) {
        ModelStep step = steps.at(source.places(), count.place());
        if (step != null) {
            StepFigures figures = switch (source.condition()) {
                case ASKED, WAITS -> new StepFigures(count.cases(), count.late(), 0, 0);
                case MACHINE -> new StepFigures(count.cases(), 0, count.cases(), 0);
                case BLOCKED -> new StepFigures(count.cases(), 0, 0, count.cases());
            };
            standing.merge(step.key(), figures, StepFigures::and);
        }
    }

    private static void add(Map<Law, Long> byLaw, Count count, ToLongFunction<Count> number) {
        byLaw.merge(Law.valueOf(count.place()), number.applyAsLong(count), Long::sum);
    }

    /** How long things took, by kind of task or by {@link Law#measure()}; counted every few minutes, not of this instant. */
    public Map<String, Delay> delays(Selection selection) {
        YearMonth first = YearMonth.from(today()).minusMonths(selection.over().months() - 1L);
        return delays.read(body(), selection.certification(), first).entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        entry -> Delay.of(
                                entry.getValue().casesByDays(), entry.getValue().late())));
    }

    /** When delays were last counted; null before the first time. */
    public @Nullable Instant delaysCountedAt() {
        return delays.countedAt();
    }

    /**
     * A page of the list behind a number.
     *
     * @param after the cursor of the last line of the page before; null for the first page
     * @throws BusinessRefusal when the cursor is none of ours
     */
    public List<CaseLine> cases(CaseList list, Selection selection, @Nullable String after, int most) {
        return standings.rows(lists.wanted(list), cut(selection), CaseLists.cursor(after), most).stream()
                .map(lists::line)
                .toList();
    }

    /** The first lines of a list that leaves as a file; that it was taken out is kept in the log. */
    @Transactional
    public List<CaseLine> exported(CaseList list, Selection selection, int most) {
        List<CaseLine> lines = cases(list, selection, null, most);
        audit.record(
                body().value(), "export-cases", Map.of("list", list.getClass().getSimpleName()));
        return lines;
    }

    private Cut cut(Selection selection) {
        Instant now = clock.instant();
        Integer year = selection.filedIn();
        return new Cut(
                body(),
                selection.certification(),
                year == null ? null : startOf(year),
                year == null ? null : startOf(year + 1),
                now,
                now.plus(NEAR),
                Steps.kinds());
    }

    private static Instant startOf(int year) {
        return LocalDate.of(year, 1, 1).atStartOfDay(LegalClock.ZONE).toInstant();
    }

    public LocalDate today() {
        return clock.instant().atZone(LegalClock.ZONE).toLocalDate();
    }

    /** Of the body the reader works in, and of no other. */
    private CertifyingBodyId body() {
        SignedIn me = current.get();
        if (me.certifyingBody() == null || !me.is(Role.MANAGER) && !me.is(Role.AGENT)) {
            throw new BusinessRefusal(BusinessRefusal.Kind.FORBIDDEN, "insight.refused.not-yours");
        }
        return me.certifyingBody();
    }
}
