package fr.acquis.evidence;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Files that come in parts.
 *
 * @param keep how long a file of which nothing more comes is kept
 * @param part how much goes to the store at once; stores ask for 5 MB at least
 * @param most how many files of one person in one journey may be on their way
 */
@ConfigurationProperties("acquis.evidence.sending")
public record SendingSettings(
        @DefaultValue("7d") Duration keep,
        @DefaultValue("8MB") DataSize part,
        @DefaultValue("50") int most) {}
