package fr.acquis.evidence;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Limits of what is taken in.
 *
 * @param maxSize of one file
 * @param maxUnpacked what an office document may hold once unpacked
 * @param maxPixels of one picture
 * @param journeyQuota of all files of a journey that stand
 * @param journeyFiles how many of them
 * @param spool where files wait while they are checked; the system's temporary folder when absent
 */
@ConfigurationProperties("acquis.evidence")
public record EvidenceSettings(
        @DefaultValue("200MB") DataSize maxSize,
        @DefaultValue("600MB") DataSize maxUnpacked,
        @DefaultValue("150000000") long maxPixels,
        @DefaultValue("2GB") DataSize journeyQuota,
        @DefaultValue("400") int journeyFiles,
        @Nullable Path spool) {

    public EvidenceSettings {
        spool = spool == null ? Path.of(System.getProperty("java.io.tmpdir"), "acquis-spool") : spool;
    }
}
