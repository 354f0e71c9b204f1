package fr.acquis.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.acquis.devservices.camunda.DevEngine;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whose folder it is, and what is swept out of it at a start. */
@Tag("durable")
class DataFolderTest {

    @TempDir
    Path folder;

    private DevEngine start() {
        return DevEngine.start(DevEngine.Settings.in(folder));
    }

    @Test
    void an_engine_refused_in_this_process_does_not_set_the_folder_free_for_another_process() {
        try (DevEngine first = start()) {
            assertThatThrownBy(this::start).hasMessageContaining("Another engine runs on");
            try (EngineProcess second = EngineProcess.launch(folder)) {
                assertThat(second.exitCode()).isNotZero();
                assertThat(second.output()).contains("Another engine runs on");
            }
            assertThat(first.writtenBytes()).isNotNegative();
        }
    }

    @Test
    void what_a_kill_left_of_a_snapshot_is_swept_out() throws Exception {
        UUID epoch;
        try (DevEngine engine = start()) {
            epoch = engine.epoch();
        }
        // Ours is named by its end, and the store makes one more under a name of its own first.
        Path ours = Files.createDirectories(folder.resolve("snapshots/%020d.unfinished".formatted(99)));
        Path theirs = Files.createDirectories(folder.resolve("snapshots/%020d.unfinished.tmp".formatted(99)));
        Files.writeString(theirs.resolve("000001.sst"), "half");
        try (DevEngine engine = start()) {
            assertThat(engine.epoch()).isEqualTo(epoch);
            assertThat(ours).doesNotExist();
            assertThat(theirs).doesNotExist();
        }
    }
}
