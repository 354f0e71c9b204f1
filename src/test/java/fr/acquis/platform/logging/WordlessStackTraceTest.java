package fr.acquis.platform.logging;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ConnectException;
import java.sql.SQLException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("fast")
class WordlessStackTraceTest {

    @Test
    void the_value_a_database_refused_is_not_written_its_code_is() throws IOException {
        Exception thrown = new IllegalStateException(
                "camille@exemple.example exists",
                new SQLException("Duplicate entry 'camille@exemple.example'", "23000", 1062));
        assertThat(printed(thrown))
                .doesNotContain("camille")
                .contains(
                        "java.lang.IllegalStateException\n",
                        "Caused by: java.sql.SQLException: error 1062, state 23000")
                .contains("\tat " + WordlessStackTraceTest.class.getName());
    }

    @Test
    void what_a_network_says_is_written() throws IOException {
        assertThat(printed(new ConnectException("Connection refused: store:7070")))
                .contains("store:7070");
    }

    @Test
    void causes_that_run_in_a_circle_end() throws IOException {
        Exception first = new Exception("a");
        first.initCause(new Exception("b", first));
        assertThat(printed(first)).contains("Caused by: ");
    }

    private static String printed(Throwable thrown) throws IOException {
        StringBuilder out = new StringBuilder();
        new WordlessStackTrace().printStackTrace(thrown, out);
        return out.toString();
    }
}
