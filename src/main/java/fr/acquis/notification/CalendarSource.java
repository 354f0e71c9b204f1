package fr.acquis.notification;

import fr.acquis.identity.SignedIn;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/** A room with something for people's calendars. */
public interface CalendarSource {

    /**
     * What a person has to be at, or to do by a day, between the two moments; what falls outside of them is left out of the file.
     *
     * @param person with the roles held now; nobody is signed in
     */
    List<CalendarEntry> entries(SignedIn person, Instant from, Instant until, Locale language);
}
