package fr.acquis.certification.register;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Limits of an import of the register.
 *
 * @param largestFile of the zip
 * @param largestUnpacked of all its files that are read, unpacked
 * @param mostFiches CQP and CQPI in one file
 * @param silence after which a process at work that says nothing has stopped
 * @param spool where the zip waits while it is read; the system's temporary folder when absent
 */
@ConfigurationProperties("acquis.register")
public record RegisterSettings(
        @DefaultValue("1GB") DataSize largestFile,
        @DefaultValue("4GB") DataSize largestUnpacked,
        @DefaultValue("100000") int mostFiches,
        @DefaultValue("45s") Duration silence,
        @Nullable Path spool) {

    public RegisterSettings {
        spool = spool == null ? Path.of(System.getProperty("java.io.tmpdir"), "acquis-register") : spool;
    }
}
