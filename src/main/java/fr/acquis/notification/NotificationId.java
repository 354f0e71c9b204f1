package fr.acquis.notification;

import fr.acquis.shared.JourneyId;
import fr.acquis.shared.PersonId;
import fr.acquis.shared.Sha256;
import fr.acquis.shared.TimeOrderedUuid;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.UUID;

/**
 * Names one thing told to one person. The same id told twice is told once; the mail's Message-ID is made from it, so a
 * mail repeated after a crash is recognised as the same.
 */
public record NotificationId(UUID value) implements Serializable {

    private static final long VARIANT_BYTE = 0xFF00_0000_0000_0000L;

    public static NotificationId create() {
        return new NotificationId(TimeOrderedUuid.next());
    }

    /**
     * The same id for the same event and person, however often it is asked for.
     *
     * @param event what happened, unique within the journey: {@code completion-requested/2}
     */
    public static NotificationId about(JourneyId journey, String event, PersonId person) {
        return new NotificationId(named("notification", journey + "/" + event + "/" + person));
    }

    /** The warning that a case nears its date without a decision; once for each date. */
    public static NotificationId legalDateNear(JourneyId journey, LocalDate date, PersonId person) {
        return about(journey, legalDateNear(date), person);
    }

    public static String legalDateNear(LocalDate date) {
        return "legal-date-near/" + date;
    }

    /** The same, for an event of the notification's case or, where it has none, of its certifying body. */
    static NotificationId about(Notification notification, String event, PersonId person) {
        CaseReference about = notification.about();
        return about == null
                ? new NotificationId(named("notification", notification.certifyingBody() + "/" + event + "/" + person))
                : about(about.journey(), event, person);
    }

    /** The mail of a day to a person. */
    public static NotificationId ofDay(PersonId person, LocalDate day) {
        return new NotificationId(named("digest", person + "/" + day));
    }

    /** @throws IllegalArgumentException when the text is not a UUID */
    public static NotificationId of(String text) {
        return new NotificationId(UUID.fromString(text));
    }

    /**
     * UUID version 8 (RFC 9562) over a SHA-256. MariaDB refuses those of this version whose ninth byte is 0x80, one in
     * sixty-four, because it could not tell them from others it stores turned round: they get the next byte.
     */
    static UUID named(String space, String name) {
        byte[] hash = HexFormat.of()
                .parseHex(Sha256.of("acquis/" + space + "/" + name).hex());
        long high = 0;
        long low = 0;
        for (int i = 0; i < 8; i++) {
            high = high << 8 | hash[i] & 0xFF;
            low = low << 8 | hash[i + 8] & 0xFF;
        }
        low = low & 0x3FFF_FFFF_FFFF_FFFFL | 0x8000_0000_0000_0000L;
        if ((low & VARIANT_BYTE) == 0x8000_0000_0000_0000L) {
            low |= 0x0100_0000_0000_0000L;
        }
        return new UUID(high & 0xFFFF_FFFF_FFFF_0FFFL | 0x8000L, low);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
