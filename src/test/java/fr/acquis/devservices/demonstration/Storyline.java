package fr.acquis.devservices.demonstration;

import fr.acquis.worklist.TaskKind;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One journey of the demonstration: who wants what, and what happens, each so many days ago.
 *
 * @param name stays the same for ever: it tells a journey made from one to make
 * @param waiting the task it stops at; null when it is over, a draft, or waits for a date
 */
record Storyline(
        String name,
        CandidateRole who,
        String certification,
        List<Act> acts,
        @Nullable TaskKind waiting) {

    /** @param daysAgo counted from the day the demonstration is made; negative for no act */
    record Act(int daysAgo, Deed deed) {}

    Storyline(String name, CandidateRole who, String certification) {
        this(name, who, certification, List.of(), null);
    }

    Storyline ago(int days, Deed deed) {
        List<Act> more = new ArrayList<>(acts);
        more.add(new Act(days, deed));
        return new Storyline(name, who, certification, List.copyOf(more), waiting);
    }

    Storyline untilAsked(TaskKind kind) {
        return new Storyline(name, who, certification, acts, kind);
    }

    /** Within working hours of a working day, later for later acts, and never ahead. */
    Instant moment(int act, Instant now) {
        LocalDate day = workday(day(acts.get(act).daysAgo(), now));
        LocalTime hour = LocalTime.of(10, 0).plusMinutes(act * 13L + Math.floorMod(name.hashCode(), 10));
        Instant moment =
                day.atTime(hour).atZone(fr.acquis.journey.LegalClock.ZONE).toInstant();
        Instant latest = now.minusSeconds(60L);
        return moment.isAfter(latest) ? latest : moment;
    }

    static LocalDate day(int daysAgo, Instant now) {
        return now.atZone(fr.acquis.journey.LegalClock.ZONE).toLocalDate().minusDays(daysAgo);
    }

    /** A Saturday's act is Friday's, a Sunday's is Monday's: the order of acts stays. */
    static LocalDate workday(LocalDate day) {
        return switch (day.getDayOfWeek()) {
            case DayOfWeek.SATURDAY -> day.minusDays(1);
            case DayOfWeek.SUNDAY -> day.plusDays(1);
            default -> day;
        };
    }
}
