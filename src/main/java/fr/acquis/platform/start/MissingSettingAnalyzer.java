package fr.acquis.platform.start;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.env.Environment;
import org.springframework.core.io.ClassPathResource;
import org.springframework.util.PlaceholderResolutionException;

/** Names every environment variable that is missing, not only the first that was asked for. */
class MissingSettingAnalyzer extends AbstractFailureAnalyzer<PlaceholderResolutionException> {

    private static final Pattern REQUIRED = Pattern.compile("\\$\\{(ACQUIS_[A-Z0-9_]+)}");

    private final Environment environment;

    MissingSettingAnalyzer(Environment environment) {
        this.environment = environment;
    }

    @Override
    protected FailureAnalysis analyze(Throwable root, PlaceholderResolutionException unresolved) {
        List<String> missing = REQUIRED.matcher(settings())
                .results()
                .map(found -> found.group(1))
                .distinct()
                .filter(name -> environment.getProperty(name) == null)
                .toList();
        if (missing.isEmpty()) {
            return null;
        }
        return new FailureAnalysis(
                missing.stream().collect(Collectors.joining(", ", "These environment variables are not set: ", ".")),
                "Set them: .env.example says what each is for, docs/operations.md how they belong together. For a trial"
                        + " that needs none of them: mvn spring-boot:test-run.",
                unresolved);
    }

    private static String settings() {
        try {
            return new ClassPathResource("application.yaml").getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
