package fr.acquis.notification.web;

import fr.acquis.identity.CurrentPerson;
import fr.acquis.notification.Notices;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

@Controller
class NoticesPage {

    private static final int SHOWN = 100;

    private final Notices notices;
    private final CurrentPerson current;

    NoticesPage(Notices notices, CurrentPerson current) {
        this.notices = notices;
        this.current = current;
    }

    @GetMapping("/notices")
    String show(Model model) {
        current.find().ifPresent(person -> model.addAttribute("notices", notices.of(person.id(), SHOWN)));
        return "notification/notices";
    }

    @PostMapping("/notices/read")
    String readAll() {
        notices.markAllRead(current.get().id());
        return "redirect:/notices";
    }
}
