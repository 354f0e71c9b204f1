package fr.acquis.notification;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Voies de recours: what a person may do against a decision.
 *
 * @param delay as a sentence: "dans les deux mois qui suivent la réception de ce courrier"
 * @param source null when the delay is the certifying body's own practice
 * @param ways each way as a sentence: in the portal, by post and to whom
 */
public record Appeal(String delay, @Nullable String source, List<String> ways) {

    public Appeal {
        ways = List.copyOf(ways);
    }
}
