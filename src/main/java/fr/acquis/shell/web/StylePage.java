package fr.acquis.shell.web;

import fr.acquis.shell.Choice;
import fr.acquis.shell.Crumb;
import fr.acquis.shell.Fact;
import fr.acquis.shell.Flash;
import fr.acquis.shell.Step;
import fr.acquis.shell.Tab;
import fr.acquis.shell.Tone;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/**
 * The style reference: every fragment once, with invented content, for those who build pages and those who judge them.
 * Open to staff, reached by its address only; its form checks what is typed and keeps nothing.
 */
@Controller
class StylePage {

    private final MessageSource messages;
    private final Clock clock;

    StylePage(MessageSource messages, Clock clock) {
        this.messages = messages;
        this.clock = clock;
    }

    @GetMapping("/style")
    String show(Model model, Locale locale) {
        model.addAttribute("form", new StyleForm("", "", "", "", ""));
        fill(model, locale);
        return "shell/style";
    }

    @PostMapping("/style")
    ModelAndView check(
            @Valid @ModelAttribute("form") StyleForm form, BindingResult errors, Model model, Locale locale) {
        fill(model, locale);
        if (errors.hasErrors()) {
            return new ModelAndView("shell/style", HttpStatus.UNPROCESSABLE_CONTENT);
        }
        model.addAttribute("flash", Flash.ok("style.form.checked", form.name()));
        return new ModelAndView("shell/style");
    }

    record StyleForm(
            @NotBlank @Size(max = 80) String name,
            @NotBlank @Email String email,
            String region,
            @NotBlank String route,
            @Size(max = 500) String story) {}

    private void fill(Model model, Locale locale) {
        Words words = key -> messages.getMessage(key, null, locale);
        LocalDate today = LocalDate.now(clock);
        model.addAttribute("tones", Tone.values());
        model.addAttribute(
                "deadlines",
                List.of(
                        today.minusDays(3),
                        today,
                        today.plusDays(1),
                        today.plusDays(3),
                        today.plusDays(9),
                        today.plusMonths(2)));
        model.addAttribute("now", clock.instant());
        model.addAttribute(
                "crumbs", List.of(new Crumb(words.of("shell.home"), "/"), Crumb.here(words.of("style.title"))));
        model.addAttribute("steps", steps(words));
        model.addAttribute(
                "tabs",
                List.of(
                        new Tab(words.of("style.tab.summary"), "/style", true, 0),
                        new Tab(words.of("style.tab.evidence"), "/style", false, 3),
                        new Tab(words.of("style.tab.history"), "/style", false, 0)));
        model.addAttribute(
                "facts",
                List.of(
                        new Fact(words.of("style.fact.certification"), words.of("style.fact.certification.value")),
                        new Fact(words.of("style.fact.holder"), words.of("style.fact.holder.value")),
                        new Fact(words.of("style.fact.received"), words.of("style.fact.received.value"))));
        model.addAttribute(
                "regions",
                List.of(
                        Choice.of("bre", words.of("style.region.bre")),
                        Choice.of("occ", words.of("style.region.occ"))));
        model.addAttribute(
                "routes",
                List.of(
                        new Choice("whole", words.of("style.route.whole"), words.of("style.route.whole.hint")),
                        new Choice("blocs", words.of("style.route.blocs"), words.of("style.route.blocs.hint"))));
    }

    private static List<Step> steps(Words words) {
        return List.of(
                step(Step.State.DONE, "style.step.request", words),
                step(Step.State.DONE, "style.step.admissible", words),
                step(Step.State.NOW, "style.step.livret2", words),
                step(Step.State.WAITING, "style.step.support", words),
                step(Step.State.LATER, "style.step.jury", words));
    }

    private static Step step(Step.State state, String key, Words words) {
        return new Step(state, words.of(key), words.of(key + ".detail"), words.of(key + ".note"));
    }

    /** A message in the reader's language. */
    private interface Words {
        String of(String key);
    }
}
