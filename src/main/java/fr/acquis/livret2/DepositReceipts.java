package fr.acquis.livret2;

import fr.acquis.journey.Journey;
import fr.acquis.journey.Journeys;
import fr.acquis.livret2.store.DepositRows;
import fr.acquis.notification.Addressing;
import fr.acquis.notification.LaterLetter;
import fr.acquis.notification.LetterId;
import fr.acquis.notification.Letters;
import fr.acquis.notification.RenderedLetter;
import fr.acquis.shell.Dates;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Récépissé: what was deposited, when, and the hash of each piece and of the file. */
@Component
public class DepositReceipts {

    private final Letters letters;
    private final Journeys journeys;
    private final DepositRows deposits;
    private final Livret2Dates dates;
    private final References references;
    private final MessageSource messages;
    private final Dates moments;

    DepositReceipts(
            Letters letters,
            Journeys journeys,
            DepositRows deposits,
            Livret2Dates dates,
            References references,
            MessageSource messages,
            Dates moments) {
        this.letters = letters;
        this.journeys = journeys;
        this.deposits = deposits;
        this.dates = dates;
        this.references = references;
        this.messages = messages;
        this.moments = moments;
    }

    /** Renders, outside any transaction. */
    public RenderedLetter render(Deposit deposit, AssembledFile file) {
        Journey journey = journeys.find(deposit.journey()).orElseThrow();
        Instant first = deposits.of(journey.id(), deposit.attempt()).getFirst().depositedAt();
        List<Proof> proofs = deposit.content().pieces();
        return letters.render(
                Addressing.of(references.of(journey), null, Livret2Dates.day(deposit.depositedAt())),
                new LaterLetter.Livret2Receipt(
                        Livret2Dates.day(deposit.depositedAt()),
                        hour(deposit.depositedAt()),
                        exact(deposit.depositedAt()),
                        deposit.attempt(),
                        deposit.number(),
                        deposit.content().blocks().stream()
                                .map(bloc -> bloc.code() + " – " + bloc.title())
                                .toList(),
                        file.pieces().stream()
                                .map(place -> piece(place, proofs.get(place.number() - 1)))
                                .toList(),
                        file.pages(),
                        file.sha256().hex(),
                        deposit.seal().lines(),
                        deposit.seal().hash().hex(),
                        deposit.gaps(),
                        dates.check(journey, deposit.depositedAt(), Locale.FRENCH),
                        dates.jury(journey, first, Locale.FRENCH)));
    }

    private String hour(Instant moment) {
        return messages.getMessage("livret2.receipt.at", new Object[] {moments.time(moment)}, Locale.FRENCH);
    }

    private static String exact(Instant moment) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                moment.truncatedTo(ChronoUnit.SECONDS).atZone(Dates.PARIS));
    }

    private LaterLetter.DepositedPiece piece(AssembledFile.Place place, Proof proof) {
        return new LaterLetter.DepositedPiece(
                place.number(),
                messages.getMessage(proof.kind().messageKey(), null, Locale.FRENCH),
                place.page(),
                proof.sha256().hex());
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void keep(Deposit deposit, RenderedLetter letter) {
        letters.keep(
                LetterId.about(deposit.journey(), "livret2-deposited/" + deposit.attempt() + "/" + deposit.number()),
                letter);
    }
}
