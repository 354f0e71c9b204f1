package fr.acquis.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.acquis.devservices.AcquisTest;
import fr.acquis.shared.TimeOrderedUuid;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionTemplate;

@AcquisTest
@Tag("audit")
class AuditTest {

    @Autowired
    Audit audit;

    @Autowired
    AuditVerifier verifier;

    @Autowired
    AuditSealing sealing;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient database;

    private final UUID subject = TimeOrderedUuid.next();

    @Test
    void an_act_outside_a_transaction_cannot_be_recorded() {
        assertThatThrownBy(() -> audit.record(subject, "act", Map.of()))
                .isInstanceOf(IllegalTransactionStateException.class);
    }

    @Test
    void entries_are_numbered_and_read_back_in_order() {
        act("open", Map.of("b", "2", "a", "1"));
        act("close", Map.of());
        assertThat(audit.of(subject)).extracting(AuditEntry::action).containsExactly("open", "close");
        assertThat(audit.of(subject).getFirst().facts()).containsExactlyInAnyOrderEntriesOf(Map.of("a", "1", "b", "2"));
        assertThat(verifier.verify(subject)).isEmpty();
    }

    @Test
    void an_act_rolled_back_leaves_no_trace_and_no_gap() {
        act("first", Map.of());
        transaction.executeWithoutResult(status -> {
            audit.record(subject, "never", Map.of());
            status.setRollbackOnly();
        });
        act("second", Map.of());
        assertThat(audit.of(subject)).extracting(AuditEntry::number).containsExactly(1L, 2L);
        assertThat(verifier.verify(subject)).isEmpty();
    }

    @Test
    void acts_at_the_same_time_make_one_chain() throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            List<Future<?>> acts = IntStream.range(0, 80)
                    .<Future<?>>mapToObj(n -> threads.submit(() -> act("act", Map.of("n", Integer.toString(n)))))
                    .toList();
            for (Future<?> act : acts) {
                act.get();
            }
        }
        assertThat(audit.of(subject))
                .extracting(AuditEntry::number)
                .containsExactlyElementsOf(LongStream.rangeClosed(1, 80).boxed().toList());
        assertThat(verifier.verify(subject)).isEmpty();
    }

    @Test
    void a_changed_entry_is_found() {
        act("open", Map.of("outcome", "RECEVABLE"));
        act("close", Map.of());
        database.sql("update audit_entry set facts = '{\"outcome\":\"OTHER\"}' where subject_id = :s and number = 1")
                .param("s", subject)
                .update();
        assertThat(verifier.verify(subject)).containsExactly("audit %s: entry 1 was changed".formatted(subject));
        forget();
    }

    @Test
    void a_removed_entry_is_found_even_at_the_end_of_a_chain_whose_head_was_set_back() {
        act("open", Map.of());
        act("close", Map.of());
        sealing.seal();
        database.sql("delete from audit_entry where subject_id = :s and number = 2")
                .param("s", subject)
                .update();
        assertThat(verifier.verify(subject)).hasSize(1);
        database.sql("""
                        update audit_chain set last_number = 1, last_hash =
                        (select hash from audit_entry where subject_id = :s and number = 1) where subject_id = :s
                        """).param("s", subject).update();
        assertThat(verifier.verify(subject)).isEmpty();
        assertThat(verifier.verify())
                .contains("audit %s: entry 2 was sealed and is gone or changed".formatted(subject));
        forget();
    }

    private void act(String action, Map<String, String> facts) {
        transaction.executeWithoutResult(status -> audit.record(subject, Actor.system("test"), action, facts));
    }

    /** The other tests share the database: a chain broken on purpose does not stay, nor the seal that named it. */
    private void forget() {
        database.sql("delete from audit_entry where subject_id = :s")
                .param("s", subject)
                .update();
        database.sql("delete from audit_chain where subject_id = :s")
                .param("s", subject)
                .update();
        database.sql("delete from audit_sealed_head").update();
        database.sql("delete from audit_seal").update();
    }
}
