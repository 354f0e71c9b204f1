package fr.acquis.notification.web;

import fr.acquis.identity.CurrentPerson;
import fr.acquis.notification.Notices;
import fr.acquis.shared.PersonId;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

/** What the signed-in person was told. */
@Controller
class NoticePages {

    private static final int MOST = 100;

    private final Notices notices;
    private final CurrentPerson current;

    NoticePages(Notices notices, CurrentPerson current) {
        this.notices = notices;
        this.current = current;
    }

    @GetMapping("/notices")
    String list(Model model) {
        PersonId me = current.get().id();
        model.addAttribute("notices", notices.of(me, MOST));
        model.addAttribute("unread", notices.unread(me));
        return "notification/notices";
    }

    @PostMapping("/notices/read")
    String readAll() {
        notices.markAllRead(current.get().id());
        return "redirect:/notices";
    }
}
