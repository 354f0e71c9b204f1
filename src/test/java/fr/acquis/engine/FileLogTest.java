package fr.acquis.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import fr.acquis.devservices.camunda.log.CorruptLog;
import fr.acquis.devservices.camunda.log.Disk;
import fr.acquis.devservices.camunda.log.FileLog;
import io.camunda.zeebe.logstreams.storage.LogStorage.AppendListener;
import io.camunda.zeebe.logstreams.storage.LogStorageReader;
import io.camunda.zeebe.util.buffer.DirectBufferWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The log alone, in small segments, so that there are many. */
@Tag("durable")
@Tag("fast")
class FileLogTest {

    private static final int SEGMENT = 1_000;

    @TempDir
    Path folder;

    private void append(FileLog log, long position) {
        UnsafeBuffer payload = new UnsafeBuffer(new byte[200]);
        payload.putLong(0, position);
        log.append(position, position, new DirectBufferWriter().wrap(payload), new AppendListener() {});
    }

    private FileLog open() throws IOException {
        return new FileLog(folder, Disk.REAL, SEGMENT);
    }

    private void write(int from, int to) throws IOException {
        try (FileLog log = open()) {
            for (int position = from; position <= to; position++) {
                append(log, position);
                long written = position;
                await().pollInterval(Duration.ofMillis(1)).until(() -> log.durable() == written);
            }
        }
    }

    private List<Path> segments() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }

    private static long next(LogStorageReader reader) {
        return reader.next().getLong(0);
    }

    @Test
    void everything_is_read_again_in_order_after_a_restart() throws Exception {
        write(1, 30);
        assertThat(segments()).hasSizeGreaterThan(4);
        write(31, 40);
        try (FileLog log = open();
                LogStorageReader reader = log.newReader()) {
            for (long position = 1; position <= 40; position++) {
                assertThat(reader.hasNext()).isTrue();
                assertThat(next(reader)).isEqualTo(position);
            }
            assertThat(reader.hasNext()).isFalse();
            reader.seek(17);
            assertThat(next(reader)).isEqualTo(17);
            reader.seek(Long.MAX_VALUE);
            assertThat(next(reader)).isEqualTo(40);
        }
    }

    @Test
    void a_reader_sees_what_is_durable_and_goes_on_when_more_is() throws Exception {
        try (FileLog log = open();
                LogStorageReader reader = log.newReader()) {
            assertThat(reader.hasNext()).isFalse();
            append(log, 1);
            await().until(reader::hasNext);
            assertThat(next(reader)).isEqualTo(1);
            append(log, 2);
            await().until(reader::hasNext);
            assertThat(next(reader)).isEqualTo(2);
        }
    }

    @Test
    void a_damaged_segment_in_the_middle_is_refused() throws Exception {
        write(1, 30);
        Path middle = segments().get(2);
        byte[] bytes = Files.readAllBytes(middle);
        bytes[bytes.length / 2] ^= 1;
        Files.write(middle, bytes);
        assertThatThrownBy(this::open)
                .isInstanceOf(CorruptLog.class)
                .hasMessageContaining(middle.getFileName().toString())
                .hasMessageContaining("does not start");
    }

    @Test
    void a_missing_segment_is_refused() throws Exception {
        write(1, 30);
        Files.delete(segments().get(2));
        assertThatThrownBy(this::open).isInstanceOf(CorruptLog.class);
    }

    @Test
    void a_last_block_cut_anywhere_is_cut_off_whole() throws Exception {
        write(1, 3);
        Path last = segments().getLast();
        byte[] whole = Files.readAllBytes(last);
        int block = whole.length / 3;
        for (int cut : new int[] {1, 39, 40, 41, block - 1}) {
            Files.write(last, Arrays.copyOf(whole, 2 * block + cut));
            try (FileLog log = open()) {
                assertThat(log.durable())
                        .as("cut after " + cut + " bytes of the block")
                        .isEqualTo(2);
            }
            assertThat(Files.size(last)).isEqualTo(2L * block);
        }
    }

    @Test
    void bytes_after_a_position_are_those_of_the_blocks_behind_it() throws Exception {
        write(1, 30);
        try (FileLog log = open()) {
            long block = log.bytes() / 30;
            assertThat(log.bytesAfter(0)).isEqualTo(log.bytes());
            assertThat(log.bytesAfter(17)).isEqualTo(13 * block);
            assertThat(log.bytesAfter(29)).isEqualTo(block);
            assertThat(log.bytesAfter(30)).isZero();
        }
    }

    @Test
    void compaction_keeps_the_segment_that_holds_the_position() throws Exception {
        write(1, 30);
        try (FileLog log = open()) {
            log.compact(17);
            assertThat(log.first()).isLessThanOrEqualTo(17);
            assertThat(log.first()).isGreaterThan(10);
            try (LogStorageReader reader = log.newReader()) {
                reader.seek(17);
                assertThat(next(reader)).isEqualTo(17);
            }
        }
        try (FileLog log = open()) {
            assertThat(log.durable()).isEqualTo(30);
        }
    }
}
