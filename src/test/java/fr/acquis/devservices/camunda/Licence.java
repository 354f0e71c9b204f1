package fr.acquis.devservices.camunda;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the engine's libraries allow: said once, and refused where it cannot be meant. */
final class Licence {

    static final String NOTICE =
            "Development engine: Zeebe 8.8.21 under the Camunda License 1.0, for development, tests"
                    + " and demonstrations only, never for production. In production run a Camunda 8.8 (or later) cluster.";

    private static final Logger LOG = LoggerFactory.getLogger(Licence.class);
    private static final AtomicBoolean SAID = new AtomicBoolean();

    private Licence() {}

    static void accept() {
        QuietLogs.begin();
        if (profiles().anyMatch(List.of("prod", "production")::contains)) {
            throw new IllegalStateException(
                    "The profile «prod» is active and the development engine refuses to start. " + NOTICE);
        }
        if (SAID.compareAndSet(false, true)) {
            LOG.info(NOTICE);
        }
    }

    private static Stream<String> profiles() {
        return Stream.of(System.getProperty("spring.profiles.active"), System.getenv("SPRING_PROFILES_ACTIVE"))
                .filter(given -> given != null)
                .flatMap(given -> Arrays.stream(given.split(",")))
                .map(profile -> profile.strip().toLowerCase(Locale.ROOT));
    }
}
