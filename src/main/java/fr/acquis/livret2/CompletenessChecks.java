package fr.acquis.livret2;

import fr.acquis.audit.Audit;
import fr.acquis.forms.FormTask;
import fr.acquis.forms.RefusedAnswer;
import fr.acquis.identity.CurrentPerson;
import fr.acquis.journey.Journey;
import fr.acquis.journey.Journeys;
import fr.acquis.livret2.Deposit.Check;
import fr.acquis.livret2.Deposit.Problem;
import fr.acquis.livret2.Deposit.Verdict;
import fr.acquis.livret2.Livret2.State;
import fr.acquis.livret2.store.DepositRows;
import fr.acquis.livret2.store.Livret2Rows;
import fr.acquis.notification.Livret2Notification;
import fr.acquis.notification.NotificationId;
import fr.acquis.notification.Notifications;
import fr.acquis.shared.JourneyId;
import fr.acquis.worklist.Task;
import fr.acquis.worklist.TaskKind;
import fr.acquis.worklist.Worklist;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The agent's check of a deposited file: whether a jury can read it, never whether the skills are shown. */
@Service
public class CompletenessChecks implements FormTask {

    private final DepositRows deposits;
    private final Livret2Rows rows;
    private final Journeys journeys;
    private final Worklist worklist;
    private final Notifications notifications;
    private final References references;
    private final Livret2Dates dates;
    private final CurrentPerson current;
    private final Audit audit;
    private final Clock clock;

    CompletenessChecks(
            DepositRows deposits,
            Livret2Rows rows,
            Journeys journeys,
            Worklist worklist,
            Notifications notifications,
            References references,
            Livret2Dates dates,
            CurrentPerson current,
            Audit audit,
            Clock clock) {
        this.deposits = deposits;
        this.rows = rows;
        this.journeys = journeys;
        this.worklist = worklist;
        this.notifications = notifications;
        this.references = references;
        this.dates = dates;
        this.current = current;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public TaskKind kind() {
        return TaskKind.CHECK_FILE;
    }

    @Override
    public Map<String, Object> initial(Task task) {
        return Map.of();
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void submit(Task task, Map<String, Object> data) {
        Verdict verdict = Verdict.valueOf(String.valueOf(data.get("fileCheck")));
        List<Problem> problems = data.get("problems") instanceof List<?> codes
                ? codes.stream()
                        .map(code -> Problem.valueOf(String.valueOf(code)))
                        .toList()
                : List.of();
        Object explanation = data.get("explanation");
        if (verdict == Verdict.PROBLEM && problems.isEmpty()) {
            throw new RefusedAnswer("problems", "livret2.refused.no-problem");
        }
        if (verdict == Verdict.PROBLEM
                && (explanation == null || explanation.toString().isBlank())) {
            throw new RefusedAnswer("explanation", "livret2.refused.no-explanation");
        }
        check(
                task.journey(),
                verdict,
                verdict == Verdict.PROBLEM ? problems : List.of(),
                verdict == Verdict.PROBLEM ? explanation.toString().strip() : null);
    }

    private void check(JourneyId id, Verdict verdict, List<Problem> problems, @Nullable String explanation) {
        journeys.get(id);
        Journey journey = journeys.lock(id);
        Deposit deposit = rows.all(id).stream()
                .findFirst()
                .flatMap(row -> deposits.latest(id, row.attempt()))
                .orElseThrow(Livret2s::unknown);
        LocalDate by = dates.completeBy(journey);
        deposits.checked(
                deposit,
                new Check(
                        clock.instant(),
                        current.get().id(),
                        verdict,
                        problems,
                        explanation,
                        verdict == Verdict.PROBLEM ? by : null));
        worklist.submit(
                id,
                TaskKind.CHECK_FILE,
                Map.of("fileCheck", verdict.name(), "completionDue", Journeys.engineDate(Livret2Dates.endOf(by))));
        audit.record(id.value(), "check-livret2", Map.of("outcome", verdict.name()));
        if (verdict == Verdict.PROBLEM) {
            rows.state(id, deposit.attempt(), State.COMPLETING);
            notifications.tell(
                    told(journey, deposit),
                    journey.candidate(),
                    new Livret2Notification.Livret2Problem(references.of(journey), by, references.path(id)));
        }
    }

    /** What the mail about problems of a deposit is known by. */
    static NotificationId told(Journey journey, Deposit deposit) {
        return NotificationId.about(
                journey.id(), "livret2-problem/" + deposit.attempt() + "/" + deposit.number(), journey.candidate());
    }
}
