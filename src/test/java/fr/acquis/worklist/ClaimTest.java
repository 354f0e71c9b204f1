package fr.acquis.worklist;

import static org.assertj.core.api.Assertions.assertThat;

import fr.acquis.devservices.AcquisTest;
import fr.acquis.devservices.ActingAs;
import fr.acquis.identity.CertifyingBody;
import fr.acquis.identity.Role;
import fr.acquis.identity.SignedIn;
import fr.acquis.worklist.store.Counters;
import fr.acquis.worklist.store.TaskList;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@AcquisTest
@Tag("worklist")
class ClaimTest {

    private static final int PEOPLE = 50;
    private static final int TASKS = 1_000;
    private static final int RIVALS = 5;

    @Autowired
    Office office;

    @Autowired
    ActingAs as;

    @Autowired
    Worklist worklist;

    @Autowired
    TaskList list;

    @Autowired
    Counters counters;

    private record Tried(TaskId task, SignedIn by, Claim answer) {}

    @Test
    void fifty_people_claim_a_thousand_tasks_each_has_one_winner_and_the_others_are_told_who() throws Exception {
        CertifyingBody body = office.body();
        List<SignedIn> people = IntStream.range(0, PEOPLE)
                .mapToObj(n -> office.person(body, Role.AGENT, "Agent", "Numéro" + n))
                .toList();
        List<TaskId> tasks = office.tasks(
                body,
                office.caseOf(body, office.certification(body, "CQP Essai", "Essai"), "Camille", "Exemple", "X-1"),
                TASKS);
        List<Future<List<Tried>>> running = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int who = 0; who < PEOPLE; who++) {
                SignedIn person = people.get(who);
                List<TaskId> mine = share(tasks, who);
                running.add(threads.submit(() -> mine.stream()
                        .map(task -> new Tried(task, person, as.call(person, () -> worklist.claim(task))))
                        .toList()));
            }
        }
        Map<TaskId, SignedIn> winners = new HashMap<>();
        List<Tried> lost = new ArrayList<>();
        for (Future<List<Tried>> person : running) {
            for (Tried tried : person.get()) {
                if (tried.answer() instanceof Claim.Taken) {
                    assertThat(winners.put(tried.task(), tried.by()))
                            .as("one winner")
                            .isNull();
                } else {
                    lost.add(tried);
                }
            }
        }
        assertThat(winners).hasSize(TASKS);
        assertThat(lost)
                .hasSize(TASKS * (RIVALS - 1))
                .allSatisfy(tried -> assertThat(tried.answer())
                        .isEqualTo(new Claim.HeldBy(winners.get(tried.task()).displayName())));
        assertThat(people)
                .allSatisfy(person -> assertThat(counters.mine(person))
                        .isEqualTo(list.count(person, TaskFilter.of(View.MINE), TASKS)));
        assertThat(counters.of(people.getFirst()).unassigned()).isZero();
        assertThat(counters.of(people.getFirst()).team()).isEqualTo(TASKS);
    }

    /** Each task is wanted by five people, who come by it at different moments. */
    private static List<TaskId> share(List<TaskId> tasks, int who) {
        List<TaskId> mine = new ArrayList<>(IntStream.range(0, TASKS)
                .filter(n -> (who - n % PEOPLE + PEOPLE) % PEOPLE < RIVALS)
                .mapToObj(tasks::get)
                .toList());
        Collections.rotate(mine, who * 7);
        return mine;
    }
}
