package fr.acquis.notification;

import java.util.Locale;
import java.util.Map;

/** Presses documents that are no letters (minutes) as letters are pressed: PDF/A-2a and PDF/UA-1. */
public interface DocumentPress {

    /**
     * @param template name of a template beside those of the letters; it finds {@code words} and {@code style} besides its model
     */
    byte[] press(String template, Map<String, Object> model, Locale language);
}
