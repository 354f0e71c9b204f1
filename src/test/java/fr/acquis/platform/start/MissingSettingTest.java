package fr.acquis.platform.start;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.mock.env.MockEnvironment;

@Tag("fast")
class MissingSettingTest {

    @Test
    void every_missing_variable_is_named_at_once_and_none_that_is_there() {
        MockEnvironment environment = new MockEnvironment().withProperty("ACQUIS_DB_URL", "jdbc:mariadb://db/acquis");

        FailureAnalysis analysis =
                new MissingSettingAnalyzer(environment).analyze(new IllegalStateException(unresolved(environment)));

        assertThat(analysis.getDescription())
                .contains("ACQUIS_DB_PASSWORD", "ACQUIS_S3_SECRET_KEY", "ACQUIS_CAMUNDA_GRPC", "ACQUIS_MAIL_FROM")
                .doesNotContain("ACQUIS_DB_URL", "ACQUIS_PORT");
        assertThat(analysis.getAction()).contains(".env.example");
    }

    private static Throwable unresolved(MockEnvironment environment) {
        try {
            environment.resolveRequiredPlaceholders("${ACQUIS_DB_PASSWORD}");
            throw new AssertionError("it resolved");
        } catch (RuntimeException thrown) {
            return thrown;
        }
    }
}
