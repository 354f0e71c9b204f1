package fr.acquis.notification.web;

import fr.acquis.identity.CalendarKeys;
import fr.acquis.identity.CalendarReader;
import fr.acquis.identity.CurrentPerson;
import fr.acquis.identity.Role;
import fr.acquis.notification.NotificationSettings;
import fr.acquis.notification.PersonalCalendars;
import fr.acquis.shell.Flash;
import fr.acquis.shell.NavigationEntry;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A person's calendar by a secret address: made, shown once, renewed, withdrawn; and the calendar itself. */
@Controller
class CalendarPages {

    private static final MediaType CALENDAR = new MediaType("text", "calendar", StandardCharsets.UTF_8);
    private static final String ENDING = ".ics";
    private static final String LATER = "900";

    private final CalendarKeys keys;
    private final PersonalCalendars calendars;
    private final NotificationSettings settings;
    private final CurrentPerson current;

    CalendarPages(
            CalendarKeys keys, PersonalCalendars calendars, NotificationSettings settings, CurrentPerson current) {
        this.current = current;
        this.keys = keys;
        this.calendars = calendars;
        this.settings = settings;
    }

    @GetMapping("/calendar")
    String show(Model model) {
        model.addAttribute("key", keys.mine().orElse(null));
        model.addAttribute("candidate", current.get().is(Role.CANDIDATE));
        return "notification/calendar";
    }

    /** Answered without a redirect: the address stands in this answer and nowhere else, no session keeps it. */
    @PostMapping("/calendar")
    String renew(Model model, HttpServletResponse response) {
        model.addAttribute("address", settings.link("/calendars/" + keys.renew() + ENDING));
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        return show(model);
    }

    @PostMapping("/calendar/withdrawal")
    String withdraw(RedirectAttributes next) {
        keys.withdraw();
        Flash.ok("notification.calendar.withdrawn").on(next);
        return "redirect:/calendar";
    }

    /** For the calendar, which cannot sign in: the address is all it knows. */
    @GetMapping("/calendars/{secret}")
    ResponseEntity<byte[]> read(@PathVariable String secret, HttpServletRequest request) {
        String presented = secret.endsWith(ENDING) ? secret.substring(0, secret.length() - ENDING.length()) : secret;
        return switch (keys.recognise(presented, request.getRemoteAddr())) {
            case CalendarReader.Known(var person) ->
                ResponseEntity.ok().contentType(CALENDAR).body(calendars.of(person));
            case CalendarReader.Unknown unknown -> ResponseEntity.notFound().build();
            case CalendarReader.TooMany tooMany ->
                ResponseEntity.status(HttpStatus.TOO_MANY_REQUESTS)
                        .header(HttpHeaders.RETRY_AFTER, LATER)
                        .build();
        };
    }

    @Bean
    static NavigationEntry calendarEntry() {
        return NavigationEntry.account(8, "notification.calendar", "calendar-clock", "/calendar", Role.values());
    }
}
