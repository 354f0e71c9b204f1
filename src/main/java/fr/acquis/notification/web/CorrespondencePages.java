package fr.acquis.notification.web;

import fr.acquis.identity.CurrentPerson;
import fr.acquis.identity.SignedIn;
import fr.acquis.notification.Addressing;
import fr.acquis.notification.CaseReference;
import fr.acquis.notification.Letter;
import fr.acquis.notification.LetterFile;
import fr.acquis.notification.LetterSamples;
import fr.acquis.notification.LetterTemplate;
import fr.acquis.notification.LetterWording;
import fr.acquis.notification.Letterhead;
import fr.acquis.notification.Letterheads;
import fr.acquis.notification.letter.LetterWriter;
import fr.acquis.notification.store.LetterheadRows;
import fr.acquis.shared.CertifyingBodyId;
import fr.acquis.shared.JourneyId;
import fr.acquis.shell.Crumb;
import fr.acquis.shell.Dates;
import fr.acquis.shell.Flash;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.StringUtils;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The body's letters: its letterhead and what it adds to each letter, seen on an invented case before it is in use. */
@Controller
class CorrespondencePages {

    private static final int LONGEST = 4000;

    private final Letterheads letterheads;
    private final LetterheadRows rows;
    private final LetterWriter writer;
    private final CurrentPerson current;
    private final MessageSource messages;
    private final Dates dates;
    private final Clock clock;

    CorrespondencePages(
            Letterheads letterheads,
            LetterheadRows rows,
            LetterWriter writer,
            CurrentPerson current,
            MessageSource messages,
            Dates dates,
            Clock clock) {
        this.letterheads = letterheads;
        this.rows = rows;
        this.writer = writer;
        this.current = current;
        this.messages = messages;
        this.dates = dates;
        this.clock = clock;
    }

    @GetMapping("/correspondence")
    String show(Model model) {
        LetterheadForm form = letterheads.of(body()).map(LetterheadForm::of).orElseGet(LetterheadForm::blank);
        return page(form, Map.of(), model);
    }

    private String page(LetterheadForm form, Map<String, String> wrong, Model model) {
        model.addAttribute("form", form);
        model.addAttribute("wrong", wrong);
        model.addAttribute(
                "logo",
                letterheads.of(body()).filter(head -> head.logo() != null).isPresent());
        model.addAttribute("versions", rows.versions(body()));
        model.addAttribute("templates", LetterTemplate.values());
        return "notification/correspondence";
    }

    @PostMapping("/correspondence/letterhead")
    Object set(
            @ModelAttribute LetterheadForm form,
            @RequestParam(required = false) @Nullable MultipartFile logo,
            @RequestParam(defaultValue = "false") boolean look,
            HttpServletResponse response,
            Model model,
            RedirectAttributes next)
            throws IOException {
        Map<String, String> wrong = form.wrong();
        Letterhead head = null;
        try {
            head = form.with(form.logo(logo, letterheads.of(body()).orElse(null)));
        } catch (IllegalArgumentException no) {
            wrong.put("logo", "notification.letterhead.logo.wrong");
        }
        if (!wrong.isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return page(form, wrong, model);
        }
        if (look) {
            return specimen(LetterTemplate.ADMISSIBLE, head, new LetterWording("", ""));
        }
        letterheads.set(body(), head);
        Flash.ok("notification.letterhead.set").on(next);
        return "redirect:/correspondence";
    }

    @PostMapping("/correspondence/letterhead/restoration")
    String restore(@RequestParam int version, RedirectAttributes next) {
        requireVersion(rows.versions(body()).stream().anyMatch(one -> one.version() == version));
        letterheads.restore(body(), version);
        Flash.ok("notification.letterhead.restored", version).on(next);
        return "redirect:/correspondence";
    }

    @GetMapping("/correspondence/{template}")
    String edit(@PathVariable String template, Model model, Locale locale) {
        LetterTemplate letter = named(template);
        LetterWording wording = rows.latest(body(), letter, Locale.FRENCH)
                .map(LetterheadRows.Versioned::wording)
                .orElse(new LetterWording("", ""));
        return wording(letter, wording, Map.of(), model, locale);
    }

    private String wording(
            LetterTemplate template, LetterWording wording, Map<String, String> wrong, Model model, Locale locale) {
        String title = StringUtils.capitalize(
                messages.getMessage("notification.letter." + template.key() + ".title", null, locale));
        model.addAttribute("template", template.key());
        model.addAttribute("title", title);
        model.addAttribute("wording", wording);
        model.addAttribute("wrong", wrong);
        model.addAttribute("versions", rows.wordings(body(), template, Locale.FRENCH));
        model.addAttribute(
                "crumbs",
                List.of(
                        new Crumb(messages.getMessage("notification.correspondence", null, locale), "/correspondence"),
                        Crumb.here(title)));
        return "notification/wording";
    }

    @PostMapping("/correspondence/{template}")
    Object reword(
            @PathVariable String template,
            @RequestParam(defaultValue = "") String opening,
            @RequestParam(defaultValue = "") String closing,
            @RequestParam(defaultValue = "false") boolean look,
            HttpServletResponse response,
            Model model,
            RedirectAttributes next,
            Locale locale) {
        LetterTemplate letter = named(template);
        LetterWording typed = new LetterWording(opening.strip(), closing.strip());
        Map<String, String> wrong = new LinkedHashMap<>();
        if (typed.opening().length() > LONGEST) {
            wrong.put("opening", "notification.letterhead.too-long");
        }
        if (typed.closing().length() > LONGEST) {
            wrong.put("closing", "notification.letterhead.too-long");
        }
        if (!wrong.isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return wording(letter, typed, wrong, model, locale);
        }
        if (look) {
            return specimen(letter, letterheads.of(body()).orElse(null), typed);
        }
        letterheads.reword(body(), letter, Locale.FRENCH, typed);
        Flash.ok("notification.wording.set").on(next);
        return "redirect:/correspondence/" + letter.key();
    }

    @PostMapping("/correspondence/{template}/restoration")
    String restore(@PathVariable String template, @RequestParam int version, RedirectAttributes next) {
        LetterTemplate letter = named(template);
        requireVersion(rows.wordings(body(), letter, Locale.FRENCH).stream().anyMatch(one -> one.version() == version));
        letterheads.restore(body(), letter, Locale.FRENCH, version);
        Flash.ok("notification.wording.restored", version).on(next);
        return "redirect:/correspondence/" + letter.key();
    }

    /** An invented case, addressed to whoever looks at it; nothing is kept. */
    private Object specimen(LetterTemplate template, @Nullable Letterhead head, LetterWording wording) {
        SignedIn reader = current.get();
        CaseReference about = new CaseReference(
                JourneyId.create(),
                body(),
                reader.id(),
                "VAE-0000-00000",
                messages.getMessage("notification.specimen.certification", null, Locale.FRENCH));
        Letter letter = LetterSamples.in(Locale.FRENCH).stream()
                .filter(one -> one.template() == template)
                .findFirst()
                .orElseThrow();
        return LetterFile.draft(
                writer.specimen(Addressing.of(about, null, dates.day(clock.instant())), letter, head, wording));
    }

    private CertifyingBodyId body() {
        CertifyingBodyId body = current.get().certifyingBody();
        if (body == null) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return body;
    }

    private static LetterTemplate named(String key) {
        return Arrays.stream(LetterTemplate.values())
                .filter(template -> template.key().equals(key))
                .findFirst()
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private static void requireVersion(boolean known) {
        if (!known) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
    }
}
