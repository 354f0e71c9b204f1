package fr.acquis.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.acquis.devservices.DevelopmentConfiguration;
import fr.acquis.platform.RefusedStart;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.mock.env.MockEnvironment;

@Tag("fast")
class StartUpGuardTest {

    private static final String SAFE = "b7Yq0m5c2VxT8n1K";

    private final MockEnvironment settings = new MockEnvironment()
            .withProperty("spring.datasource.password", SAFE)
            .withProperty("acquis.store.secret-key", SAFE)
            .withProperty("acquis.public.address", "https://vae.certificateur.example");

    @Test
    void a_production_with_secrets_of_its_own_starts() {
        assertThatCode(() -> StartUpGuard.refuse(List.of(), settings)).doesNotThrowAnyException();
    }

    @Test
    void an_open_account_of_the_development_services_stops_the_start() {
        assertThatThrownBy(() -> StartUpGuard.refuse(List.of("agent@acquis.example"), settings))
                .isInstanceOf(RefusedStart.class)
                .hasMessageContaining("agent@acquis.example");
    }

    @Test
    void every_account_the_development_services_seed_is_watched_for() {
        for (Role role : Role.values()) {
            assertThat(StartUpGuard.PUBLISHED)
                    .contains(DevelopmentConfiguration.account(role).email());
        }
        DevelopmentConfiguration.panel()
                .forEach(juror -> assertThat(StartUpGuard.PUBLISHED).contains(juror.email()));
    }

    @Test
    void secrets_that_are_empty_short_or_guessed_are_all_named() {
        settings.withProperty("spring.datasource.password", "")
                .withProperty("acquis.store.secret-key", "short")
                .withProperty("acquis.engine.basic.username", "acquis")
                .withProperty("acquis.engine.basic.password", "demonstration")
                .withProperty("acquis.oidc.issuer", "https://connexion.certificateur.example/realms/acquis");
        assertThatThrownBy(() -> StartUpGuard.refuse(List.of(), settings))
                .hasMessageContainingAll(
                        "ACQUIS_DB_PASSWORD is empty",
                        "ACQUIS_S3_SECRET_KEY is easily guessed",
                        "ACQUIS_CAMUNDA_PASSWORD is easily guessed",
                        "ACQUIS_OIDC_SECRET is empty")
                .hasMessageNotContaining("short");
    }

    @Test
    void people_sign_in_in_clear_on_their_own_machine_only() {
        settings.withProperty("acquis.public.address", "http://vae.certificateur.example");
        assertThatThrownBy(() -> StartUpGuard.refuse(List.of(), settings)).hasMessageContaining("not https");
        settings.withProperty("acquis.public.address", "http://acquis.localhost:8080");
        assertThatCode(() -> StartUpGuard.refuse(List.of(), settings)).doesNotThrowAnyException();
    }
}
