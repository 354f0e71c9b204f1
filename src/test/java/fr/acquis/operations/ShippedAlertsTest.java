package fr.acquis.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("fast")
class ShippedAlertsTest {

    @Test
    void every_alert_leads_to_a_page_of_the_incident_guide() {
        String anchors = MonitoringFiles.text(Path.of("docs/operations.md"))
                .lines()
                .filter(line -> line.startsWith("#"))
                .map(line -> line.replaceFirst("^#+ ", "")
                        .toLowerCase(Locale.ROOT)
                        .replaceAll("[^a-z0-9 -]", "")
                        .replace(' ', '-'))
                .collect(Collectors.joining("\n", "\n", "\n"));
        assertThat(MonitoringFiles.alerts()).isNotEmpty().allSatisfy(alert -> {
            assertThat(alert.runbook()).startsWith("docs/operations.md#");
            assertThat(anchors).contains("\n" + alert.runbook().substring("docs/operations.md#".length()) + "\n");
        });
    }

    @Test
    void every_alert_says_how_bad_it_is_and_what_happened() {
        assertThat(MonitoringFiles.alerts()).allSatisfy(alert -> {
            assertThat(alert.severity()).isIn("critical", "warning");
            assertThat(alert.summary()).isNotBlank();
        });
    }
}
