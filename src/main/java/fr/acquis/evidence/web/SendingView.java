package fr.acquis.evidence.web;

import fr.acquis.evidence.EvidenceKind;
import fr.acquis.evidence.JourneyRoom;
import fr.acquis.evidence.Sending;
import fr.acquis.evidence.Sendings;
import fr.acquis.shared.JourneyId;
import java.util.Collection;
import java.util.List;
import org.springframework.stereotype.Component;

/** What the form for files shows beside its fields, in whichever room's page it stands: {@code ${@sendings.room(journey)}}. */
@Component("sendings")
class SendingView {

    private static final long MEGABYTE = 1L << 20;

    private final Sendings sendings;

    SendingView(Sendings sendings) {
        this.sendings = sendings;
    }

    public JourneyRoom room(JourneyId journey) {
        return sendings.room(journey);
    }

    /** Files of these kinds that were begun and have not come whole. */
    public List<Sending> interrupted(JourneyId journey, Collection<EvidenceKind> kinds) {
        return sendings.open(journey).stream()
                .filter(sending -> sending.received() > 0 && kinds.contains(sending.kind()))
                .toList();
    }

    public long megabytes(long bytes) {
        return (bytes + MEGABYTE - 1) / MEGABYTE;
    }
}
