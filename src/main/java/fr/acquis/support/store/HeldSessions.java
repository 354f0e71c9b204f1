package fr.acquis.support.store;

import fr.acquis.shared.PersonId;
import fr.acquis.support.Support.Place;
import fr.acquis.support.SupportSession;
import fr.acquis.support.SupportSession.Answer;
import fr.acquis.support.SupportSession.Attendance;
import fr.acquis.support.SupportSession.Correction;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;

/** A row of a session held. */
final class HeldSessions {

    private HeldSessions() {}

    static SupportSession read(ResultSet row, int n) throws SQLException {
        String place = row.getString("place");
        String answer = row.getString("answer");
        String correction = row.getString("correction");
        return new SupportSession(
                row.getInt("number"),
                new PersonId(row.getObject("adviser_id", UUID.class)),
                row.getObject("held_at", Instant.class),
                row.getBigDecimal("hours"),
                Attendance.valueOf(row.getString("attendance")),
                place == null ? null : Place.valueOf(place),
                row.getObject("recorded_at", Instant.class),
                row.getString("notes"),
                row.getString("own_notes"),
                row.getString("next_step"),
                row.getString("overrun_reason"),
                answer == null
                        ? null
                        : new Answer(
                                answer.equals("SIGNED"),
                                row.getString("answer_word"),
                                row.getObject("answered_at", Instant.class)),
                correction == null ? null : new Correction(correction, row.getObject("corrected_at", Instant.class)));
    }
}
