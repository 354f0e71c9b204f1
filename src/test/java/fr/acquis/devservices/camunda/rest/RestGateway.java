package fr.acquis.devservices.camunda.rest;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import fr.acquis.devservices.camunda.Commands;
import fr.acquis.devservices.camunda.EngineState;
import fr.acquis.devservices.camunda.LongPolling;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.IntSupplier;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/** The REST server: reads, finds the way, answers or explains. */
public final class RestGateway implements AutoCloseable {

    static {
        // The JDK's server sends head and body apart; without this each answer waits 40 ms for the caller's delayed
        // ACK.
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    private static final int LARGEST_FORM = 4 << 20;
    private static final int LARGEST_BODY = 16 << 20;
    private static final Set<String> WITH_BODY = Set.of("POST", "PUT", "PATCH");
    private static final JsonMapper JSON = JsonMapper.shared();

    private final HttpServer server;
    private final ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor();
    private final Routes routes = new Routes();

    public RestGateway(
            Commands commands, EngineState state, LongPolling polling, InetSocketAddress address, IntSupplier grpcPort)
            throws IOException {
        new ClusterEndpoints(commands, grpcPort).addTo(routes);
        new ProcessEndpoints(commands, state).addTo(routes);
        new UserTaskEndpoints(commands, state).addTo(routes);
        new IncidentEndpoints(commands, state).addTo(routes);
        new MessageEndpoints(commands).addTo(routes);
        new JobEndpoints(commands, polling).addTo(routes);
        new DeploymentEndpoints(commands).addTo(routes);
        server = HttpServer.create(address, 0);
        server.setExecutor(callers);
        server.createContext("/", this::handle);
        server.start();
    }

    public int port() {
        return server.getAddress().getPort();
    }

    private void handle(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        Reply reply;
        try {
            Routes.Found found = routes.find(exchange.getRequestMethod(), path);
            reply = found.leadsTo().apply(call(found.names(), exchange));
        } catch (RuntimeException failed) {
            reply = Reply.problem(Problem.of(failed), path);
        }
        send(exchange, reply);
    }

    private static Call call(Map<String, String> names, HttpExchange exchange) throws IOException {
        byte[] bytes;
        try (InputStream in = exchange.getRequestBody()) {
            bytes = in.readNBytes(LARGEST_BODY + 1);
            in.transferTo(OutputStream.nullOutputStream());
        }
        JsonNode nothing = JsonNodeFactory.instance.objectNode();
        String type = Optional.ofNullable(exchange.getRequestHeaders().getFirst("Content-Type"))
                .orElse(Reply.JSON);
        if (!WITH_BODY.contains(exchange.getRequestMethod()) || bytes.length == 0) {
            return new Call(names, nothing, List.of());
        }
        if (Multipart.is(type)) {
            if (bytes.length > LARGEST_FORM) {
                throw new Problem(413, "Payload Too Large", "Maximum upload size exceeded");
            }
            return new Call(names, nothing, Multipart.parts(type, bytes));
        }
        if (!type.toLowerCase(Locale.ROOT).startsWith(Reply.JSON)) {
            throw new Problem(415, "Unsupported Media Type", "Content-Type '" + type + "' is not supported.");
        }
        return new Call(names, json(bytes), List.of());
    }

    private static JsonNode json(byte[] bytes) {
        try {
            JsonNode read = JSON.readTree(bytes);
            if (read.isObject()) {
                return read;
            }
        } catch (JacksonException notJson) {
            throw Problem.badRequest("Failed to read request");
        }
        throw Problem.badRequest("Failed to read request");
    }

    private static void send(HttpExchange exchange, Reply reply) throws IOException {
        try (exchange) {
            if (reply.body() == null) {
                exchange.sendResponseHeaders(reply.status(), -1);
                return;
            }
            byte[] bytes = reply.body() instanceof String text
                    ? text.getBytes(StandardCharsets.UTF_8)
                    : JSON.writeValueAsBytes(reply.body());
            exchange.getResponseHeaders().set("Content-Type", reply.contentType());
            exchange.sendResponseHeaders(reply.status(), bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        callers.shutdownNow();
    }
}
