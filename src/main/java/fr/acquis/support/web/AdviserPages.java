package fr.acquis.support.web;

import fr.acquis.identity.CurrentPerson;
import fr.acquis.identity.Person;
import fr.acquis.identity.Role;
import fr.acquis.shared.BusinessRefusal;
import fr.acquis.shared.CertifyingBodyId;
import fr.acquis.shared.PersonId;
import fr.acquis.shell.Flash;
import fr.acquis.shell.NavigationEntry;
import fr.acquis.support.SupportBodies;
import fr.acquis.support.SupportBody;
import fr.acquis.support.Supports;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The cases an adviser follows; the support bodies a manager registers. */
@Controller
class AdviserPages {

    private final Supports supports;
    private final SupportBodies bodies;
    private final CurrentPerson current;

    AdviserPages(Supports supports, SupportBodies bodies, CurrentPerson current) {
        this.supports = supports;
        this.bodies = bodies;
        this.current = current;
    }

    @GetMapping("/support")
    String followed(Model model) {
        model.addAttribute("rows", supports.followed());
        return "support/followed";
    }

    @GetMapping("/support/bodies")
    String bodies(Model model) {
        CertifyingBodyId certifier = certifier();
        List<SupportBody> all = bodies.all(certifier);
        model.addAttribute(
                "bodies",
                all.stream()
                        .map(body -> new Staffed(body, bodies.advisers(certifier, body.id())))
                        .toList());
        return "support/bodies";
    }

    @PostMapping("/support/bodies")
    String register(
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String place,
            Model model,
            HttpServletResponse response,
            RedirectAttributes next) {
        try {
            bodies.register(certifier(), name, place);
        } catch (BusinessRefusal refused) {
            response.setStatus(refused.kind() == BusinessRefusal.Kind.CONFLICT ? 409 : 422);
            model.addAttribute("refused", refused.key());
            model.addAttribute("name", name);
            model.addAttribute("place", place);
            return bodies(model);
        }
        Flash.ok("support.bodies.registered").on(next);
        return "redirect:/support/bodies";
    }

    @PostMapping("/support/bodies/{body}/advisers")
    String place(@PathVariable UUID body, @RequestParam UUID adviser, RedirectAttributes next) {
        bodies.place(certifier(), new PersonId(adviser), body);
        Flash.ok("support.bodies.placed").on(next);
        return "redirect:/support/bodies";
    }

    private CertifyingBodyId certifier() {
        return current.get().certifyingBody();
    }

    record Staffed(SupportBody body, List<Person> advisers) {}

    @Bean
    static NavigationEntry followedEntry() {
        return NavigationEntry.rail(20, "support.nav", "handshake", "/support", Role.ADVISER);
    }

    @Bean
    static NavigationEntry supportBodiesEntry() {
        return NavigationEntry.rail(70, "support.bodies.nav", "handshake", "/support/bodies", Role.MANAGER);
    }
}
