package fr.acquis.experience;

import fr.acquis.evidence.Evidence;
import fr.acquis.evidence.EvidenceId;
import java.util.Locale;

/** What would make the account better: something to do, in a document. */
public record Missing(What what, EvidenceId evidence, String fileName) {

    public enum What {
        BEING_READ,
        UNANSWERED,
        NO_END,
        NO_HOURS,
        OTHER_NAME;

        public String messageKey() {
            return "experience.missing." + name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    static Missing of(What what, Evidence piece) {
        return new Missing(what, piece.id(), piece.current().fileName());
    }
}
