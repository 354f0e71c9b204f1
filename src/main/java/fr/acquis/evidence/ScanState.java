package fr.acquis.evidence;

import java.util.Locale;

/** What the antivirus said of a file. */
public enum ScanState {
    /** No antivirus is configured here: said as it is, never as "clean". */
    NOT_SCANNED,
    PENDING,
    CLEAN,
    INFECTED;

    public String messageKey() {
        return "evidence.scan." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
