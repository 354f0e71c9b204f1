package fr.acquis.support.web;

import fr.acquis.shell.Dates;
import fr.acquis.support.PlannedSession;
import fr.acquis.support.PlannedSession.Wish;
import fr.acquis.support.Support.Place;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** When and where a session shall be, as it is typed. */
public final class SessionForm {

    private String on = "";
    private String at = "";
    private String minutes = String.valueOf(fr.acquis.support.PlannedSessions.USUAL.toMinutes());
    private String place = Place.ON_SITE.name();
    private String where = "";
    private String overrunReason = "";

    static SessionForm of(PlannedSession session) {
        SessionForm form = new SessionForm();
        ZonedDateTime starts = session.startsAt().atZone(Dates.PARIS);
        form.on = starts.toLocalDate().toString();
        form.at = starts.toLocalTime().truncatedTo(ChronoUnit.MINUTES).toString();
        form.minutes = String.valueOf(session.length().toMinutes());
        form.place = session.place().name();
        form.where = session.where() == null ? "" : session.where();
        form.overrunReason = session.overrunReason() == null ? "" : session.overrunReason();
        return form;
    }

    /** @return nothing when something cannot be read; it is said beside its field */
    Optional<Wish> wish(Typed typed) {
        LocalDate day = typed.day("on", on);
        LocalTime time = typed.time("at", at);
        Optional<Place> chosen = place();
        if (chosen.isEmpty()) {
            typed.refuse("place", "support.refused.place");
        }
        Integer length = minutes(typed);
        return typed.holds()
                ? Optional.of(new Wish(
                        day.atTime(time).atZone(Dates.PARIS).toInstant(),
                        Duration.ofMinutes(length),
                        chosen.get(),
                        Typed.orNothing(where),
                        Typed.orNothing(overrunReason)))
                : Optional.empty();
    }

    private Integer minutes(Typed typed) {
        try {
            return Integer.valueOf(minutes.strip());
        } catch (NumberFormatException unreadable) {
            typed.refuse("minutes", "support.refused.length", 15, 480);
            return null;
        }
    }

    private Optional<Place> place() {
        for (Place one : Place.values()) {
            if (one.name().equals(place)) {
                return Optional.of(one);
            }
        }
        return Optional.empty();
    }

    public String getOn() {
        return on;
    }

    public void setOn(String on) {
        this.on = on;
    }

    public String getAt() {
        return at;
    }

    public void setAt(String at) {
        this.at = at;
    }

    public String getMinutes() {
        return minutes;
    }

    public void setMinutes(String minutes) {
        this.minutes = minutes;
    }

    public String getPlace() {
        return place;
    }

    public void setPlace(String place) {
        this.place = place;
    }

    public String getWhere() {
        return where;
    }

    public void setWhere(String where) {
        this.where = where;
    }

    public String getOverrunReason() {
        return overrunReason;
    }

    public void setOverrunReason(String overrunReason) {
        this.overrunReason = overrunReason;
    }
}
