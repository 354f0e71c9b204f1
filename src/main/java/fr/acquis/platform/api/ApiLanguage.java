package fr.acquis.platform.api;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import org.springframework.http.HttpHeaders;

/** The language a program asks for by {@code Accept-Language}; French when it does not say, or asks for another. */
public final class ApiLanguage {

    private static final List<Locale> SPOKEN = List.of(Locale.FRENCH, Locale.ENGLISH);

    private ApiLanguage() {}

    public static Locale of(HttpServletRequest request) {
        String wished = request.getHeader(HttpHeaders.ACCEPT_LANGUAGE);
        if (wished == null || wished.isBlank()) {
            return Locale.FRENCH;
        }
        try {
            Locale found = Locale.lookup(Locale.LanguageRange.parse(wished), SPOKEN);
            return found == null ? Locale.FRENCH : found;
        } catch (IllegalArgumentException unreadable) {
            return Locale.FRENCH;
        }
    }

    /** Whether the request is a program's. */
    public static boolean decides(HttpServletRequest request) {
        return request.getRequestURI().startsWith(request.getContextPath() + "/api/");
    }
}
