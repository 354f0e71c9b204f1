package fr.acquis.support.web;

import fr.acquis.identity.CurrentPerson;
import fr.acquis.shell.Dates;
import fr.acquis.support.store.PlannedSessionRows;
import fr.acquis.support.store.PlannedSessionRows.InCalendar;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** An adviser's sessions, a week at a time. */
@Controller
class WeekPages {

    private final PlannedSessionRows rows;
    private final CurrentPerson current;
    private final Clock clock;

    WeekPages(PlannedSessionRows rows, CurrentPerson current, Clock clock) {
        this.rows = rows;
        this.current = current;
        this.clock = clock;
    }

    /** A day with its sessions; days without any are left out. */
    record Day(LocalDate on, List<InCalendar> sessions) {}

    @GetMapping("/support/week")
    String show(@RequestParam(required = false) @Nullable String from, Model model) {
        LocalDate monday = day(from).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        model.addAttribute("monday", monday);
        model.addAttribute("days", days(monday));
        model.addAttribute("before", "/support/week?from=" + monday.minusWeeks(1));
        model.addAttribute("after", "/support/week?from=" + monday.plusWeeks(1));
        return "support/week";
    }

    private List<Day> days(LocalDate monday) {
        List<InCalendar> sessions = rows.calendar(
                current.get().id(),
                monday.atStartOfDay(Dates.PARIS).toInstant(),
                monday.plusWeeks(1).atStartOfDay(Dates.PARIS).toInstant());
        List<Day> days = new ArrayList<>();
        for (LocalDate day = monday; day.isBefore(monday.plusWeeks(1)); day = day.plusDays(1)) {
            LocalDate on = day;
            List<InCalendar> then = sessions.stream()
                    .filter(session ->
                            LocalDate.ofInstant(session.startsAt(), Dates.PARIS).equals(on))
                    .toList();
            if (!then.isEmpty()) {
                days.add(new Day(on, then));
            }
        }
        return days;
    }

    /** What an address says that is no day is this week. */
    private LocalDate day(@Nullable String text) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), Dates.PARIS);
        try {
            return text == null ? today : LocalDate.parse(text);
        } catch (DateTimeException unreadable) {
            return today;
        }
    }
}
