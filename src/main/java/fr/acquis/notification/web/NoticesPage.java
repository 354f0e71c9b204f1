package fr.acquis.notification.web;

import fr.acquis.identity.CurrentPerson;
import fr.acquis.identity.SignedIn;
import fr.acquis.notification.Notice;
import fr.acquis.notification.Notices;
import fr.acquis.notification.NotificationId;
import fr.acquis.notification.NotificationSettings;
import fr.acquis.notification.Pace;
import fr.acquis.notification.Paces;
import fr.acquis.notification.Subject;
import fr.acquis.shared.BusinessRefusal;
import fr.acquis.shell.Choice;
import fr.acquis.shell.Dates;
import fr.acquis.shell.Flash;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What a person was told, and how soon they wish to be. */
@Controller
class NoticesPage {

    private static final int SHOWN = 100;

    private final Notices notices;
    private final Paces paces;
    private final NotificationSettings settings;
    private final CurrentPerson current;
    private final MessageSource messages;
    private final Dates dates;

    NoticesPage(
            Notices notices,
            Paces paces,
            NotificationSettings settings,
            CurrentPerson current,
            MessageSource messages,
            Dates dates) {
        this.notices = notices;
        this.paces = paces;
        this.settings = settings;
        this.current = current;
        this.messages = messages;
        this.dates = dates;
    }

    /** @param choices empty for what is told at once in any case */
    record Line(Subject subject, Pace pace, List<Choice> choices) {}

    @GetMapping("/notices")
    String show(@RequestParam(defaultValue = "false") boolean unread, Model model) {
        current.find()
                .ifPresent(person -> model.addAttribute(
                        "notices",
                        notices.of(person.id(), SHOWN).stream()
                                .filter(notice -> !unread || notice.unread())
                                .toList()));
        model.addAttribute("unread", unread);
        return "notification/notices";
    }

    /** The way to what a notice is about: who takes it has read the notice. */
    @GetMapping("/notices/{id}")
    String open(@PathVariable UUID id) {
        SignedIn me = current.get();
        Notice notice = notices.of(me.id(), SHOWN).stream()
                .filter(one -> one.id().value().equals(id))
                .findFirst()
                .orElseThrow(() -> new BusinessRefusal(BusinessRefusal.Kind.NOT_FOUND, "notification.refused.unknown"));
        notices.markRead(me.id(), new NotificationId(id));
        return "redirect:" + notice.page();
    }

    @PostMapping("/notices/read")
    String readAll() {
        notices.markAllRead(current.get().id());
        return "redirect:/notices";
    }

    @GetMapping("/notices/preferences")
    String preferences(Model model, Locale locale) {
        SignedIn me = current.get();
        Map<Subject, Pace> chosen = paces.of(me.id());
        model.addAttribute("hour", dates.time(settings.digestAt()));
        model.addAttribute(
                "lines",
                Subject.of(me).stream()
                        .map(subject ->
                                new Line(subject, chosen.get(subject), subject.always() ? List.of() : choices(locale)))
                        .toList());
        return "notification/preferences";
    }

    @PostMapping("/notices/preferences")
    String choose(@RequestParam Map<String, String> chosen, RedirectAttributes next) {
        SignedIn me = current.get();
        for (Subject subject : Subject.of(me)) {
            String pace = chosen.get(subject.name());
            if (!subject.always() && pace != null) {
                paces.choose(me.id(), subject, pace(pace));
            }
        }
        Flash.ok("notification.preferences.kept").on(next);
        return "redirect:/notices/preferences";
    }

    private static Pace pace(String text) {
        return Arrays.stream(Pace.values())
                .filter(pace -> pace.name().equals(text))
                .findFirst()
                .orElseThrow(() -> new BusinessRefusal(BusinessRefusal.Kind.INVALID, "notification.refused.pace"));
    }

    private List<Choice> choices(Locale locale) {
        return Arrays.stream(Pace.values())
                .map(pace -> Choice.of(pace.name(), messages.getMessage(pace.messageKey(), null, locale)))
                .toList();
    }
}
