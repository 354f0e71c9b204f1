package fr.acquis.certification.web;

import fr.acquis.certification.Certification;
import fr.acquis.shell.Tone;
import org.jspecify.annotations.Nullable;

/**
 * One certification of the list.
 *
 * @param line number, level, branch, certifier
 * @param validity until when it is registered, in words
 * @param closed key of the reason why VAE is not open; null when it is
 */
record CatalogueRow(
        Certification certification,
        String line,
        int blocks,
        String validity,
        @Nullable String closed) {

    public Tone tone() {
        return closed == null ? Tone.OK : Tone.WARN;
    }

    public String state() {
        return closed == null ? "certification.open" : "certification.closed";
    }
}
