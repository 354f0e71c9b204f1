package fr.acquis.devservices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.acquis.identity.Role;
import fr.acquis.shared.JourneyId;
import fr.acquis.workflow.Blocks;
import fr.acquis.worklist.Worklist;
import io.camunda.client.CamundaClient;
import io.camunda.client.api.search.enums.ProcessInstanceState;
import java.time.Duration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What must be left of a journey that is over: nothing in the engine, nothing asked of anybody, nothing stuck. */
public class Aftermath {

    private static final Duration SOON = Duration.ofSeconds(45);

    private final ActingAs as;
    private final Worklist worklist;
    private final Blocks blocks;
    private final CamundaClient engine;
    private final JdbcClient database;

    Aftermath(ActingAs as, Worklist worklist, Blocks blocks, CamundaClient engine, JdbcClient database) {
        this.as = as;
        this.worklist = worklist;
        this.blocks = blocks;
        this.engine = engine;
        this.database = database;
    }

    public void nothingIsLeft(JourneyId id) {
        await().atMost(SOON).untilAsserted(() -> assertThat(worklist.open(id)).isEmpty());
        long instance = database.sql("select process_instance_key from engine_journey where journey_id = :id")
                .param("id", id.value())
                .query(Long.class)
                .single();
        await().atMost(SOON).until(() -> ended(instance));
        assertThat(as.call(as.seeded(Role.MANAGER), blocks::incidents).orElseThrow())
                .noneMatch(incident -> incident.journey().equals(id));
    }

    private boolean ended(long instance) {
        return engine.newProcessInstanceSearchRequest()
                .filter(filter -> filter.processInstanceKey(instance).state(ProcessInstanceState.ACTIVE))
                .send()
                .join()
                .items()
                .isEmpty();
    }
}
