package fr.acquis.notification.letter;

import fr.acquis.notification.Letterhead;
import org.jspecify.annotations.Nullable;

/**
 * What every document shows of the certifying body.
 *
 * @param logo as a data address, null when there is none
 * @param address where the reader finds the application
 * @param sheet what issued documents share of their style, for a template to embed before its own
 * @param style the template's own style sheet, to embed
 */
public record DocumentPage(
        String language,
        String body,
        Letterhead head,
        @Nullable String logo,
        String address,
        String sheet,
        String style) {}
