package fr.acquis.jury;

import fr.acquis.journey.Journey;
import java.util.List;
import java.util.Optional;

/** The validation file a jury reads; answered by the room that assembles it. The jury has checked that the reader may. */
public interface DepositedFile {

    /** The file deposited for the case's attempt; empty while there is none. */
    Optional<Deposited> of(Journey journey, int attempt);

    /**
     * @param href where the assembled PDF is opened
     * @param pieces the evidence in it, in its order
     */
    record Deposited(String title, String href, List<Piece> pieces) {}

    record Piece(String title, String href) {}
}
