package fr.acquis.evidence;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How pages are drawn for people to look at.
 *
 * @param kept what all drawn pages may weigh together; those looked at longest ago go first
 * @param ahead how many pages are drawn before anybody turns to them
 * @param office LibreOffice's program, its name on the path or its whole path; empty shows office files as text
 */
@ConfigurationProperties("acquis.evidence.viewer")
public record ViewerSettings(
        @DefaultValue("4GB") DataSize kept,
        @DefaultValue("3") int ahead,
        @DefaultValue("soffice") String office) {}
