package fr.acquis.admissibility;

import fr.acquis.journey.Journey;
import fr.acquis.journey.LegalClock;
import fr.acquis.notification.Addressing;
import fr.acquis.notification.AdmissibilityNotification;
import fr.acquis.notification.Letter;
import fr.acquis.notification.LetterId;
import fr.acquis.notification.Letters;
import fr.acquis.notification.NotificationId;
import fr.acquis.notification.Notifications;
import fr.acquis.notification.RenderedLetter;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Accusé de réception: a mail at once, the letter with the first check of the file. */
@Component
public class Receipts {

    private static final String EVENT = "livret1-received";

    private final Notifications notifications;
    private final Letters letters;
    private final LegalTexts texts;
    private final CaseReferences references;

    Receipts(Notifications notifications, Letters letters, LegalTexts texts, CaseReferences references) {
        this.notifications = notifications;
        this.letters = letters;
        this.texts = texts;
        this.references = references;
    }

    void acknowledge(Journey journey) {
        notifications.tell(
                told(journey),
                journey.candidate(),
                new AdmissibilityNotification.Livret1Received(
                        references.of(journey),
                        receivedOn(journey),
                        texts.decision(journey, Locale.FRENCH),
                        texts.silence(Locale.FRENCH),
                        CasePages.path(journey.id())));
    }

    /** What the mail that acknowledges the request is known by. */
    static NotificationId told(Journey journey) {
        return NotificationId.about(journey.id(), EVENT, journey.candidate());
    }

    /** The letter, unless it is kept already. */
    public Optional<RenderedLetter> render(Journey journey, Livret1 livret) {
        if (letters.find(LetterId.about(journey.id(), EVENT)).isPresent()) {
            return Optional.empty();
        }
        return Optional.of(letters.render(
                Addressing.of(references.of(journey), CaseReferences.address(livret.contact()), receivedOn(journey)),
                new Letter.Receipt(
                        receivedOn(journey), texts.decision(journey, Locale.FRENCH), texts.silence(Locale.FRENCH))));
    }

    public void keep(Journey journey, RenderedLetter letter) {
        letters.keep(LetterId.about(journey.id(), EVENT), letter);
    }

    private static LocalDate receivedOn(Journey journey) {
        return journey.submittedAt().atZone(LegalClock.ZONE).toLocalDate();
    }
}
