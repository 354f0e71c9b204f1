package fr.acquis.notification;

import java.util.List;
import java.util.Locale;

/** An appointment as a file for the reader's calendar, the same as the one sent with its mail. */
public interface CalendarFiles {

    /**
     * @param when with its {@link Appointment#mark()}
     * @param page where the entry leads, a path of ours
     */
    Attachment of(Appointment when, String title, String page, Locale language);

    /** Many entries as one calendar that is asked for again, under its name. */
    byte[] feed(List<CalendarEntry> entries, String name, Locale language);
}
