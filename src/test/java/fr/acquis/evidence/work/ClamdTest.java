package fr.acquis.evidence.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.acquis.evidence.ScanState;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("evidence")
@Tag("fast")
class ClamdTest {

    @Test
    void a_content_is_sent_whole_and_the_verdict_is_read() throws IOException {
        byte[] large = new byte[300_000];
        try (ListeningClamd clamd = new ListeningClamd()) {
            assertThat(scan(clamd, large)).isEqualTo(ScanState.CLEAN);
            assertThat(clamd.received()).isEqualTo(large);
        }
    }

    @Test
    void a_virus_is_found() throws IOException {
        try (ListeningClamd clamd = new ListeningClamd()) {
            assertThat(scan(clamd, ListeningClamd.VIRUS.getBytes(StandardCharsets.US_ASCII)))
                    .isEqualTo(ScanState.INFECTED);
        }
    }

    @Test
    void a_scanner_that_could_not_look_has_said_nothing() throws IOException {
        try (ListeningClamd clamd = new ListeningClamd()) {
            clamd.answerOnly("INSTREAM size limit exceeded. ERROR");
            assertThatThrownBy(() -> scan(clamd, new byte[1])).isInstanceOf(IOException.class);
        }
    }

    private static ScanState scan(ListeningClamd clamd, byte[] content) throws IOException {
        return new Clamd(clamd.settings()).scan(new ByteArrayInputStream(content));
    }
}
