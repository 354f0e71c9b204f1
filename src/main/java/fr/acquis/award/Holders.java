package fr.acquis.award;

import fr.acquis.notification.PostalAddress;
import fr.acquis.shared.JourneyId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Answered by the room that holds the candidate's civil identity: what a certificate bears, where letters go. */
public interface Holders {

    Optional<Holder> of(JourneyId journey);

    /** @param address null when it is not complete */
    record Holder(Titular titular, @Nullable PostalAddress address) {}
}
