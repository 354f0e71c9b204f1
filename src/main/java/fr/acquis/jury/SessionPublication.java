package fr.acquis.jury;

import fr.acquis.audit.Audit;
import fr.acquis.journey.Journeys;
import fr.acquis.jury.store.HearingRows;
import fr.acquis.jury.store.JurySessionRows;
import fr.acquis.shared.BusinessRefusal;
import fr.acquis.shared.BusinessRefusal.Kind;
import fr.acquis.worklist.TaskKind;
import fr.acquis.worklist.Worklist;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Announces a session: each case is planned in a transaction of its own and gets its answer. Asked again, it goes on with
 * those not planned yet, cases added since among them.
 */
@Service
public class SessionPublication {

    private final JurySessions sessions;
    private final JurySessionRows rows;
    private final HearingRows hearings;
    private final Journeys journeys;
    private final Worklist worklist;
    private final Audit audit;
    private final Clock clock;
    private final TransactionTemplate transaction;

    SessionPublication(
            JurySessions sessions,
            JurySessionRows rows,
            HearingRows hearings,
            Journeys journeys,
            Worklist worklist,
            Audit audit,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.sessions = sessions;
        this.rows = rows;
        this.hearings = hearings;
        this.journeys = journeys;
        this.worklist = worklist;
        this.audit = audit;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /**
     * @param accepted why what is warned of is accepted; null when there is nothing to accept
     * @throws BusinessRefusal when something blocking stands, or a warning without a reason
     */
    public List<RowAnswer> publish(SessionId id, @Nullable String accepted) {
        JurySession session = transaction.execute(status -> announce(id, accepted));
        List<RowAnswer> answers = new ArrayList<>();
        for (Hearing hearing : session.passages()) {
            if (hearing.live() && hearing.plannedAt() == null) {
                answers.add(plan(session, hearing));
            }
        }
        return answers;
    }

    private JurySession announce(SessionId id, @Nullable String accepted) {
        JurySession session = sessions.lock(id);
        List<Finding> findings = sessions.findings(session);
        if (findings.stream().anyMatch(Finding::blocking)) {
            throw new BusinessRefusal(Kind.INVALID, "jury.refused.findings");
        }
        boolean explained = accepted != null && !accepted.isBlank() || session.acceptedWarnings() != null;
        if (!findings.isEmpty() && !explained) {
            throw new BusinessRefusal(Kind.INVALID, "jury.refused.warnings");
        }
        rows.publish(id, clock.instant(), accepted == null || accepted.isBlank() ? null : accepted.strip());
        if (!session.published()) {
            audit.record(
                    id.value(),
                    "publish-jury-session",
                    Map.of(
                            "hearings",
                            Integer.toString(session.passages().size()),
                            "warnings",
                            Integer.toString(findings.size())));
        }
        return session;
    }

    private RowAnswer plan(JurySession session, Hearing hearing) {
        String number = journeys.find(hearing.journey()).orElseThrow().caseNumber();
        try {
            transaction.executeWithoutResult(status -> {
                worklist.submit(hearing.journey(), TaskKind.PLAN_HEARING, Map.of());
                hearings.planned(hearing.id(), clock.instant());
                audit.record(
                        hearing.journey().value(),
                        "plan-hearing",
                        Map.of(
                                "session",
                                session.id().toString(),
                                "day",
                                session.day().toString()));
            });
            return RowAnswer.done(hearing.journey(), number);
        } catch (BusinessRefusal refused) {
            return new RowAnswer(hearing.journey(), number, refused.key(), Arrays.asList(refused.arguments()));
        }
    }
}
