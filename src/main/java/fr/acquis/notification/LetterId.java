package fr.acquis.notification;

import fr.acquis.shared.JourneyId;
import fr.acquis.shared.TimeOrderedUuid;
import java.io.Serializable;
import java.util.UUID;

public record LetterId(UUID value) implements Serializable {

    public static LetterId create() {
        return new LetterId(TimeOrderedUuid.next());
    }

    /**
     * The same id for the same letter of a journey, however often it is asked for: a worker that runs again writes no
     * second letter.
     *
     * @param event what the letter is about, unique within the journey: {@code completion-requested/2}
     */
    public static LetterId about(JourneyId journey, String event) {
        return new LetterId(NotificationId.named("letter", journey + "/" + event));
    }

    /** @throws IllegalArgumentException when the text is not a UUID */
    public static LetterId of(String text) {
        return new LetterId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
