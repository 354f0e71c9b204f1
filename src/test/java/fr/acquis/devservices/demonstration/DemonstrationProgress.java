package fr.acquis.devservices.demonstration;

import fr.acquis.shell.Tone;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** How far the demonstration is, asked for by every page that stands open meanwhile. */
@Controller
class DemonstrationProgress {

    private final ObjectProvider<Demonstration> demonstration;

    DemonstrationProgress(ObjectProvider<Demonstration> demonstration) {
        this.demonstration = demonstration;
    }

    @GetMapping(Demonstration.PROGRESS)
    String progress(Model model) {
        Demonstration made = demonstration.getIfAvailable();
        model.addAttribute(
                "work", Optional.ofNullable(made).flatMap(Demonstration::now).orElse(null));
        model.addAttribute("total", made == null ? 0 : made.total());
        model.addAttribute("tone", Tone.OK);
        return "dev/demonstration";
    }
}
