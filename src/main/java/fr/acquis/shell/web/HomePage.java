package fr.acquis.shell.web;

import fr.acquis.identity.CurrentPerson;
import fr.acquis.identity.Role;
import fr.acquis.identity.SignedIn;
import fr.acquis.shell.NavigationEntry;
import java.util.Comparator;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Leads to the page a person's day begins with; until a room has one, says plainly what will stand here. */
@Controller
class HomePage {

    private final CurrentPerson current;
    private final Frame frame;

    HomePage(CurrentPerson current, Frame frame) {
        this.current = current;
        this.frame = frame;
    }

    @GetMapping("/")
    String open(Model model) {
        SignedIn person = current.get();
        return frame.entries().stream()
                .filter(NavigationEntry::opensFirst)
                .filter(entry -> entry.roles().stream().anyMatch(person::is))
                .findFirst()
                .map(entry -> "redirect:" + entry.href())
                .orElseGet(() -> nothingYet(person, model));
    }

    private static String nothingYet(SignedIn person, Model model) {
        model.addAttribute("name", person.displayName());
        model.addAttribute(
                "role", person.roles().stream().max(Comparator.naturalOrder()).orElse(Role.CANDIDATE));
        return "shell/home";
    }
}
