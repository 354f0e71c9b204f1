package fr.acquis.award;

import static org.assertj.core.api.Assertions.assertThat;

import fr.acquis.award.AcquiredBlock.Source;
import fr.acquis.devservices.AcquisTest;
import fr.acquis.devservices.ActingAs;
import fr.acquis.identity.SignedIn;
import fr.acquis.journey.Journey;
import fr.acquis.journey.Journeys;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Numbers of certificates: one after the other, whoever comes at the same time and whatever fails. */
@AcquisTest
@Import(JobsOfOtherRooms.class)
@Tag("whole")
class AwardNumbersTest {

    private static final int CASES = 24;

    @Autowired
    ActingAs as;

    @Autowired
    Walks walks;

    @Autowired
    Journeys journeys;

    @Autowired
    AwardDocuments documents;

    @Autowired
    AcquiredBlocks blocks;

    @Autowired
    JdbcClient database;

    @Autowired
    TransactionTemplate transaction;

    @Test
    void certificates_entered_at_the_same_time_are_numbered_without_a_gap_though_some_fail() throws Exception {
        List<Journey> cases =
                IntStream.range(0, CASES).mapToObj(n -> whoHoldsAll()).toList();
        List<Callable<Boolean>> work = new ArrayList<>();
        for (int n = 0; n < CASES; n++) {
            Journey journey = cases.get(n);
            boolean fails = n % 4 == 3;
            work.add(() -> transaction.execute(status -> {
                documents.enterCertificate(journey);
                if (fails) {
                    status.setRollbackOnly();
                }
                return !fails;
            }));
        }
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            for (Future<Boolean> one : threads.invokeAll(work)) {
                one.get();
            }
        }
        for (Journey journey : cases) {
            String number = documents.enterCertificate(journey).number();
            assertThat(documents.enterCertificate(journey).number()).isEqualTo(number);
        }
        TreeSet<Integer> numbers = new TreeSet<>(database.sql("""
                        select cast(substring_index(number, '-', -1) as signed) from award_document
                        where kind = 'CERTIFICATE' and certifying_body_id = :body
                        """)
                .param("body", cases.getFirst().certifyingBody().value())
                .query(Integer.class)
                .list());
        assertThat(numbers.first()).isEqualTo(1);
        assertThat(numbers.last()).isEqualTo(numbers.size());
        assertThat(numbers.size()).isGreaterThanOrEqualTo(CASES);
    }

    @Test
    void a_bloc_acquired_twice_stays_as_it_was_acquired_first() {
        Journey journey = whoHoldsAll();
        List<AcquiredBlock> first = blocks.heldFor(journey);
        transaction.executeWithoutResult(
                status -> blocks.acquire(journey, walks.blocks(), Source.DISPENSATION, LocalDate.of(2030, 1, 1)));
        assertThat(blocks.heldFor(journey)).isEqualTo(first);
        assertThat(blocks.missing(journey)).isEmpty();
    }

    private Journey whoHoldsAll() {
        SignedIn candidate = as.newCandidate();
        Journey journey = walks.journey(as.call(candidate, () -> journeys.begin(walks.certification())));
        transaction.executeWithoutResult(
                status -> blocks.acquire(journey, walks.blocks(), Source.JURY, LocalDate.of(2026, 11, 23)));
        return journey;
    }
}
