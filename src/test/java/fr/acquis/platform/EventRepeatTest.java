package fr.acquis.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.acquis.devservices.AcquisTest;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.transaction.support.TransactionTemplate;

@AcquisTest
@Import(EventRepeatTest.Stumbling.class)
@Tag("journey")
class EventRepeatTest {

    private static final Duration SOON = Duration.ofSeconds(30);

    @Autowired
    Stumbling listener;

    @Autowired
    EventRepeat repeat;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient database;

    record Happened(UUID id) {}

    /** Fails at its first event, as if it had died with its process. */
    @TestConfiguration
    static class Stumbling {

        private final AtomicInteger calls = new AtomicInteger();

        /** Asked by a method: what is called from outside is a proxy without fields of its own. */
        int calls() {
            return calls.get();
        }

        @ApplicationModuleListener
        void on(Happened event) {
            if (calls.incrementAndGet() == 1) {
                throw new IllegalStateException("stumbles once");
            }
        }
    }

    @Test
    void an_event_whose_listener_failed_is_given_again_until_it_was_heard() {
        transaction.executeWithoutResult(status -> events.publishEvent(new Happened(UUID.randomUUID())));
        await().atMost(SOON).until(() -> listener.calls() == 1);
        assertThat(waiting()).isEqualTo(1);

        await().atMost(SOON).until(() -> {
            repeat.repeat(Duration.ZERO);
            return waiting() == 0;
        });
        assertThat(listener.calls()).isEqualTo(2);
    }

    private int waiting() {
        return database.sql("select count(*) from EVENT_PUBLICATION where EVENT_TYPE like '%EventRepeatTest%'")
                .query(Integer.class)
                .single();
    }
}
