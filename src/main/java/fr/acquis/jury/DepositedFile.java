package fr.acquis.jury;

import fr.acquis.journey.Journey;
import fr.acquis.livret2.AssembledFile;
import fr.acquis.livret2.Deposited;
import fr.acquis.livret2.Livret2s;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The validation file as its jury reads it: the assembled PDF and its pieces. */
@Component
public class DepositedFile {

    private final Livret2s livrets;

    DepositedFile(Livret2s livrets) {
        this.livrets = livrets;
    }

    /** The file deposited for the case's attempt; empty while there is none. The jury has checked that the reader may. */
    public Optional<Links> of(Journey journey, int attempt) {
        return livrets.deposited(journey.id(), attempt)
                .filter(deposited -> deposited.file() != null)
                .map(deposited -> links(deposited, deposited.file()));
    }

    private static Links links(Deposited deposited, AssembledFile file) {
        String livret = "/journeys/" + deposited.journey() + "/livret2";
        return new Links(
                livret + "/file",
                livret + "/matrix",
                file.pages(),
                deposited.content().pieces().stream()
                        .map(proof ->
                                new Piece(proof.kind().messageKey(), "/evidence/" + proof.evidence() + "/pages/1"))
                        .toList());
    }

    /**
     * @param href where the assembled PDF is opened
     * @param matrix where skills stand against pieces
     * @param pages of the assembled PDF
     * @param pieces in the file's order
     */
    public record Links(String href, String matrix, int pages, List<Piece> pieces) {}

    /** @param href where its pages are looked at */
    public record Piece(String kindKey, String href) {}
}
