package fr.acquis.notification;

import fr.acquis.shared.CertifyingBodyId;
import java.util.Locale;
import java.util.Map;

/** Makes documents that are no letters (attestation, certificate) on the letters' press: PDF/A-2a and PDF/UA-1. */
public interface DocumentPress {

    /**
     * Presses {@code templates/notification/letter/<template>.html} with the style sheet beside it. Touches no transaction
     * and may take some tenths of a second.
     *
     * @param facts what the template shows, beside {@code page} (name, letterhead and logo of the body) and {@code words}
     */
    byte[] press(String template, CertifyingBodyId body, Locale language, Map<String, Object> facts);
}
