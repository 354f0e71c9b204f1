package fr.acquis.evidence;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Limits of what is taken in and of what reading may cost.
 *
 * @param maxSize of one file
 * @param maxUnpacked what an office document may hold once unpacked
 * @param maxPixels of one picture
 * @param journeyQuota of all files of a journey that stand
 * @param journeyFiles how many of them
 * @param antivirus where clamd listens; without a host nothing is scanned, and the pages say so
 * @param spool where files wait while they are checked; the system's temporary folder when absent
 */
@ConfigurationProperties("acquis.evidence")
public record EvidenceSettings(
        @DefaultValue("200MB") DataSize maxSize,
        @DefaultValue("600MB") DataSize maxUnpacked,
        @DefaultValue("150000000") long maxPixels,
        @DefaultValue("2GB") DataSize journeyQuota,
        @DefaultValue("400") int journeyFiles,
        @Nullable Path spool,
        @DefaultValue Reader reader,
        @DefaultValue Recognition recognition,
        @DefaultValue Antivirus antivirus) {

    public EvidenceSettings {
        spool = spool == null ? Path.of(System.getProperty("java.io.tmpdir"), "acquis-spool") : spool;
    }

    /**
     * @param processes how many documents are read at the same time, each in a process of its own; 0 reads none here
     * @param heap of such a process
     * @param perDocument time one document may take; its process is killed after it
     * @param characters of text kept per document
     * @param tries how often a document is begun before it is called too heavy
     * @param idle how long a process without work is kept
     * @param poll how often work left by another instance is looked for
     * @param isolation whether the reading process is cut off from the network by the operating system
     */
    public record Reader(
            @DefaultValue("1") int processes,
            @DefaultValue("384MB") DataSize heap,
            @DefaultValue("60s") Duration perDocument,
            @DefaultValue("2000000") int characters,
            @DefaultValue("3") int tries,
            @DefaultValue("2m") Duration idle,
            @DefaultValue("10s") Duration poll,
            @DefaultValue("WHERE_POSSIBLE") Isolation isolation) {}

    /**
     * Letters in pictures, by Tesseract where it is installed.
     *
     * @param program its name on the path, or its whole path; empty switches recognition off
     * @param language of its data
     * @param pages of one document at most
     */
    public record Recognition(
            @DefaultValue("tesseract") String program,
            @DefaultValue("fra") String language,
            @DefaultValue("40") int pages) {}

    /**
     * @param timeout for one exchange; a large file takes a while to look through
     * @param retry how long a file waits when clamd does not answer
     */
    public record Antivirus(
            @Nullable String host,
            @DefaultValue("3310") int port,
            @DefaultValue("2m") Duration timeout,
            @DefaultValue("30s") Duration retry) {

        public boolean configured() {
            return host != null && !host.isBlank();
        }
    }

    public enum Isolation {
        /** Refuses to read where the system offers no network namespace. */
        REQUIRED,
        WHERE_POSSIBLE,
        OFF
    }
}
