package fr.acquis.devservices;

import fr.acquis.AcquisApplication;
import fr.acquis.devservices.demonstration.DemonstrationConfiguration;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.boot.SpringApplication;

/**
 * {@code mvn spring-boot:test-run}: the whole product on services it brings along, data kept under {@code .data/}, with a
 * demonstration that is made once. {@code --acquis.demonstration=off} makes none, {@code reset} forgets all data and begins
 * again.
 */
public final class DevelopmentApplication {

    private static final String DEMONSTRATION = "--acquis.demonstration=";

    private DevelopmentApplication() {}

    public static void main(String[] args) {
        try {
            requireFreePort(port(args));
            Path data = Path.of(System.getProperty("acquis.data", ".data"));
            String demonstration = setting(args, DEMONSTRATION).orElse("on");
            if (demonstration.equals("reset")) {
                reset(data);
            }
            DevServices services = DevServices.durable(data);
            SpringApplication.getShutdownHandlers().add(services::close);
            Map<String, String> found = services.settings();
            found.put("acquis.public.address", "http://localhost:" + port(args));
            found.put("acquis.demonstration", demonstration.equals("off") ? "off" : "on");
            String[] settings = Stream.concat(
                            found.entrySet().stream()
                                    .filter(setting -> !givenOutside(setting.getKey()))
                                    .map(setting -> "--" + setting.getKey() + "=" + setting.getValue()),
                            Arrays.stream(args).filter(arg -> !arg.startsWith(DEMONSTRATION)))
                    .toArray(String[]::new);
            start(settings);
            Progress.say("Acquis is ready: http://localhost:" + port(args));
        } catch (Refused refused) {
            Progress.say(refused.getMessage());
            System.exit(1);
        }
    }

    /** A start that fails ends the process: the services would keep it alive with nothing to serve. */
    private static void start(String[] settings) {
        try {
            SpringApplication.from(AcquisApplication::main)
                    .with(DevelopmentConfiguration.class, DemonstrationConfiguration.class)
                    .withAdditionalProfiles("dev")
                    .run(settings);
        } catch (RuntimeException failed) {
            throw new Refused("Acquis did not start, see above: " + failed.getMessage());
        }
    }

    private static void reset(Path data) {
        if (System.getenv("ACQUIS_DB_URL") != null || System.getenv("ACQUIS_S3_ENDPOINT") != null) {
            throw new Refused(
                    "Only the data of the services brought along can be reset: empty your own database, object"
                            + " store and engine together.");
        }
        DevServices.reset(data);
    }

    /** An external service wins when its environment variable is set, as in production. */
    private static boolean givenOutside(String setting) {
        return switch (setting) {
            case "spring.datasource.url", "spring.datasource.username", "spring.datasource.password" ->
                System.getenv("ACQUIS_DB_URL") != null;
            case "acquis.store.endpoint", "acquis.store.bucket", "acquis.store.access-key", "acquis.store.secret-key" ->
                System.getenv("ACQUIS_S3_ENDPOINT") != null;
            case "acquis.engine.grpc", "acquis.engine.rest" -> System.getenv("ACQUIS_CAMUNDA_GRPC") != null;
            case "acquis.public.address" -> System.getenv("ACQUIS_PUBLIC_ADDRESS") != null;
            case "acquis.public.mail-from" -> System.getenv("ACQUIS_MAIL_FROM") != null;
            case "spring.mail.host", "spring.mail.port" -> System.getenv("ACQUIS_MAIL_HOST") != null;
            default ->
                // Answers to mails that leave by a server of one's own arrive in a mailbox of one's own.
                setting.startsWith("acquis.mailbox.")
                        && (System.getenv("ACQUIS_MAIL_HOST") != null || System.getenv("ACQUIS_MAILBOX_HOST") != null);
        };
    }

    private static int port(String[] args) {
        return setting(args, "--server.port=")
                .map(Integer::parseInt)
                .orElseGet(() -> Integer.parseInt(System.getenv().getOrDefault("ACQUIS_PORT", "8080")));
    }

    private static Optional<String> setting(String[] args, String name) {
        return Arrays.stream(args)
                .filter(arg -> arg.startsWith(name))
                .map(arg -> arg.substring(name.length()))
                .reduce((first, last) -> last);
    }

    private static void requireFreePort(int port) {
        try (ServerSocket probe = new ServerSocket(port, 1, InetAddress.ofLiteral("0.0.0.0"))) {
            probe.setReuseAddress(true);
        } catch (IOException taken) {
            throw new Refused(("Port %d is taken by another program: stop it, or choose another port with"
                            + " -Dspring-boot.run.arguments=--server.port=8090.")
                    .formatted(port));
        }
    }
}
