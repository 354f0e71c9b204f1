package fr.acquis.devservices.camunda;

import fr.acquis.devservices.camunda.grpc.GrpcGateway;
import fr.acquis.devservices.camunda.rest.RestGateway;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.BrokerInfo;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.Partition;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.TopologyResponse;
import io.camunda.zeebe.util.VersionUtil;
import io.grpc.Server;
import io.grpc.netty.NettyServerBuilder;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** The two doors, both on loopback only: there is no password on them. */
final class Gateways implements AutoCloseable {

    private static final long GRACE_MILLIS = 300;

    private final ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor();
    private final Server grpc;
    private final RestGateway rest;

    Gateways(EngineCore core, int grpcPort, int restPort) throws IOException {
        InetAddress loopback = InetAddress.getByName("127.0.0.1");
        grpc = NettyServerBuilder.forAddress(new InetSocketAddress(loopback, grpcPort))
                .executor(callers)
                .permitKeepAliveTime(1, TimeUnit.SECONDS)
                .permitKeepAliveWithoutCalls(true)
                .addService(new GrpcGateway(core.commands(), core.polling(), core.streams(), this::topology))
                .build()
                .start();
        try {
            rest = new RestGateway(
                    core.commands(),
                    core.state(),
                    core.polling(),
                    new InetSocketAddress(loopback, restPort),
                    this::grpcPort);
        } catch (IOException | RuntimeException failed) {
            grpc.shutdownNow();
            throw failed;
        }
    }

    private TopologyResponse topology() {
        String version = VersionUtil.getVersion();
        return TopologyResponse.newBuilder()
                .setClusterSize(1)
                .setPartitionsCount(1)
                .setReplicationFactor(1)
                .setGatewayVersion(version)
                .addBrokers(BrokerInfo.newBuilder()
                        .setNodeId(0)
                        .setHost("127.0.0.1")
                        .setPort(grpcPort())
                        .setVersion(version)
                        .addPartitions(Partition.newBuilder()
                                .setPartitionId(EngineCore.PARTITION)
                                .setRole(Partition.PartitionBrokerRole.LEADER)
                                .setHealth(Partition.PartitionBrokerHealth.HEALTHY)))
                .build();
    }

    int grpcPort() {
        return grpc.getPort();
    }

    int restPort() {
        return rest.port();
    }

    @Override
    public void close() {
        rest.close();
        grpc.shutdown();
        try {
            if (!grpc.awaitTermination(GRACE_MILLIS, TimeUnit.MILLISECONDS)) {
                grpc.shutdownNow().awaitTermination(GRACE_MILLIS, TimeUnit.MILLISECONDS);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        callers.shutdownNow();
    }
}
