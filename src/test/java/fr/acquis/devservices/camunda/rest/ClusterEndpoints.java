package fr.acquis.devservices.camunda.rest;

import fr.acquis.devservices.camunda.Command;
import fr.acquis.devservices.camunda.Commands;
import io.camunda.zeebe.protocol.impl.record.value.clock.ClockRecord;
import io.camunda.zeebe.protocol.record.ValueType;
import io.camunda.zeebe.protocol.record.intent.ClockIntent;
import io.camunda.zeebe.util.VersionUtil;
import java.util.List;
import java.util.Map;
import java.util.function.IntSupplier;

/** The cluster of one, and its clock. */
final class ClusterEndpoints extends Endpoints {

    private final IntSupplier grpcPort;

    ClusterEndpoints(Commands commands, IntSupplier grpcPort) {
        super(commands);
        this.grpcPort = grpcPort;
    }

    @Override
    void addTo(Routes routes) {
        routes.on("GET", "/v2/topology", call -> Reply.json(topology()))
                .on("GET", "/v2/status", call -> Reply.done())
                .on("PUT", "/v2/clock", this::pin)
                .on(
                        "POST",
                        "/v2/clock/reset",
                        call -> sent(Command.of(ValueType.CLOCK, ClockIntent.RESET, new ClockRecord())));
    }

    private Map<String, Object> topology() {
        String version = VersionUtil.getVersion();
        Map<String, Object> partition = Map.of("partitionId", 1, "role", "leader", "health", "healthy");
        Map<String, Object> broker = new Document()
                .with("nodeId", 0)
                .with("host", "127.0.0.1")
                .with("port", grpcPort.getAsInt())
                .with("partitions", List.of(partition))
                .with("version", version)
                .done();
        return new Document()
                .with("brokers", List.of(broker))
                .with("clusterSize", 1)
                .with("partitionsCount", 1)
                .with("replicationFactor", 1)
                .with("gatewayVersion", version)
                .with("lastCompletedChangeId", "-1")
                .done();
    }

    private Reply pin(Call call) {
        if (!call.has("timestamp")) {
            throw Problem.invalid("No timestamp provided.");
        }
        long timestamp = call.number("timestamp", -1);
        if (timestamp < 0) {
            throw Problem.invalid("The value for timestamp is '%d' but must be not negative.".formatted(timestamp));
        }
        return sent(Command.of(ValueType.CLOCK, ClockIntent.PIN, new ClockRecord().pinAt(timestamp)));
    }
}
