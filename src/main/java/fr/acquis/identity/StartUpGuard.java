package fr.acquis.identity;

import fr.acquis.identity.store.PersonAccounts;
import fr.acquis.platform.RefusedStart;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * Outside the development services nothing starts with an account whose password is published, with a secret anybody would
 * guess, or with sign-in in clear over a network. Every reason is said at once.
 */
@Component
class StartUpGuard implements SmartInitializingSingleton {

    /** Those the README names. */
    static final List<String> PUBLISHED = List.of(
            "candidat@acquis.example",
            "accompagnateur@acquis.example",
            "agent@acquis.example",
            "responsable@acquis.example",
            "jury@acquis.example",
            "jury2@acquis.example",
            "jury3@acquis.example",
            "jury4@acquis.example",
            "cpne@acquis.example",
            "admin@acquis.example");

    private static final int SHORTEST_SECRET = 12;

    private static final Set<String> GUESSED = Set.of(
            "changeme", "change-me", "password", "secret", "acquis", "admin", "root", "minioadmin", "demonstration");

    private final PersonAccounts accounts;
    private final Environment settings;
    private final ObjectProvider<DemonstrationAccounts> development;

    StartUpGuard(PersonAccounts accounts, Environment settings, ObjectProvider<DemonstrationAccounts> development) {
        this.accounts = accounts;
        this.settings = settings;
        this.development = development;
    }

    @Override
    public void afterSingletonsInstantiated() {
        if (development.getIfAvailable() == null) {
            refuse(accounts.enabledAmong(PUBLISHED), settings);
        }
    }

    /** @param published accounts of the development services found open in the database */
    static void refuse(List<String> published, Environment settings) {
        List<String> reasons = new ArrayList<>();
        published.forEach(email -> reasons.add(
                "The account %s of the development services is open in this database; its password is published."
                        .formatted(email)));
        secret(reasons, settings, "ACQUIS_DB_PASSWORD", "spring.datasource.password");
        secret(reasons, settings, "ACQUIS_S3_SECRET_KEY", "acquis.store.secret-key");
        if (given(settings, "acquis.engine.basic.username")) {
            secret(reasons, settings, "ACQUIS_CAMUNDA_PASSWORD", "acquis.engine.basic.password");
        }
        if (given(settings, "acquis.oidc.issuer")) {
            secret(reasons, settings, "ACQUIS_OIDC_SECRET", "acquis.oidc.secret");
        }
        if (given(settings, "acquis.mailbox.host")) {
            secret(reasons, settings, "ACQUIS_MAILBOX_PASSWORD", "acquis.mailbox.password");
        }
        if (inClear(settings.getProperty("acquis.public.address", ""))) {
            reasons.add("ACQUIS_PUBLIC_ADDRESS is not https: people would sign in in clear.");
        }
        if (!reasons.isEmpty()) {
            throw new RefusedStart(
                    reasons,
                    "Close those accounts or start on a database of its own; take secrets of %d characters or more from `openssl rand -base64 32`. docs/operations.md says more."
                            .formatted(SHORTEST_SECRET));
        }
    }

    private static boolean given(Environment settings, String name) {
        return !settings.getProperty(name, "").isBlank();
    }

    private static void secret(List<String> reasons, Environment settings, String variable, String name) {
        String value = settings.getProperty(name, "");
        if (value.isBlank()) {
            reasons.add(variable + " is empty.");
        } else if (value.length() < SHORTEST_SECRET || GUESSED.contains(value.toLowerCase(Locale.ROOT))) {
            reasons.add(variable + " is easily guessed.");
        }
    }

    private static boolean inClear(String address) {
        URI uri = URI.create(address);
        String host = String.valueOf(uri.getHost());
        boolean here = host.equals("localhost") || host.endsWith(".localhost") || host.equals("127.0.0.1");
        return !"https".equals(uri.getScheme()) && !here;
    }
}
