package fr.acquis.certification.web;

import fr.acquis.certification.Certification;
import fr.acquis.certification.CertificationId;
import fr.acquis.certification.Certifications;
import fr.acquis.certification.Confidence;
import fr.acquis.certification.Regulation;
import fr.acquis.certification.RegulationParameter;
import fr.acquis.certification.RegulationParameters;
import fr.acquis.certification.Regulations;
import fr.acquis.certification.RequiredPiece;
import fr.acquis.certification.Rule;
import fr.acquis.certification.UnknownCertification;
import fr.acquis.identity.CurrentPerson;
import fr.acquis.shared.CertifyingBodyId;
import fr.acquis.shell.Choice;
import fr.acquis.shell.Crumb;
import fr.acquis.shell.Dates;
import fr.acquis.shell.Flash;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Règlements: what each rule says, since when and by which text; a new value from a day to come, seen before it is settled. */
@Controller
class RegulationPages {

    private static final int LONGEST_SOURCE = 500;

    private final Certifications certifications;
    private final Regulations regulations;
    private final RuleRows rows;
    private final RuleWords words;
    private final CurrentPerson current;
    private final Dates dates;
    private final Clock clock;

    RegulationPages(
            Certifications certifications,
            Regulations regulations,
            RuleRows rows,
            RuleWords words,
            CurrentPerson current,
            Dates dates,
            Clock clock) {
        this.certifications = certifications;
        this.regulations = regulations;
        this.rows = rows;
        this.words = words;
        this.current = current;
        this.dates = dates;
        this.clock = clock;
    }

    @GetMapping("/regulations")
    String list(Model model) {
        CertifyingBodyId body = current.get().certifyingBody();
        model.addAttribute("certifications", body == null ? List.of() : certifications.runBy(body));
        return "certification/regulations";
    }

    @GetMapping("/regulations/{id}")
    String show(@PathVariable UUID id, Model model) {
        Certification certification = mine(id);
        Regulation today = regulations.on(certification.id(), today());
        model.addAttribute("certification", certification);
        model.addAttribute("rules", lines(certification.id(), today));
        model.addAttribute(
                "crumbs",
                List.of(
                        new Crumb(words.say("certification.regulations"), "/regulations"),
                        Crumb.here(certification.title())));
        return "certification/regulation";
    }

    private List<RuleLine> lines(CertificationId id, Regulation today) {
        Map<RegulationParameter<?>, Rule<?>> next = new LinkedHashMap<>();
        regulations.toCome(id).forEach(rule -> next.putIfAbsent(rule.parameter(), rule));
        return today.rules().stream()
                .map(rule -> new RuleLine(rule.parameter().name(), rows.row(rule), change(next.get(rule.parameter()))))
                .toList();
    }

    private @Nullable String change(@Nullable Rule<?> next) {
        return next == null
                ? null
                : words.say("certification.regulation.next", dates.day(next.validFrom()), words.value(next));
    }

    @GetMapping("/regulations/{id}/{parameter}")
    String edit(@PathVariable UUID id, @PathVariable String parameter, Model model) {
        Certification certification = mine(id);
        RegulationParameter<?> rule = named(parameter);
        return page(certification, rule, RuleForm.of(inForce(certification, rule)), Map.of(), model);
    }

    /** Shows what would change; settles it once that was seen. */
    @PostMapping("/regulations/{id}/{parameter}")
    String settle(
            @PathVariable UUID id,
            @PathVariable String parameter,
            @RequestParam(defaultValue = "false") boolean seen,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model,
            RedirectAttributes next) {
        Certification certification = mine(id);
        return settle(certification, named(parameter), RuleForm.typed(request), seen, response, model, next);
    }

    private <T> String settle(
            Certification certification,
            RegulationParameter<T> parameter,
            RuleForm form,
            boolean seen,
            HttpServletResponse response,
            Model model,
            RedirectAttributes next) {
        Map<String, String> wrong = new LinkedHashMap<>();
        T value = read(parameter, form, wrong);
        LocalDate from = day(form.getFrom(), wrong);
        if (form.getSource().isEmpty() || form.getSource().length() > LONGEST_SOURCE) {
            wrong.put("source", "certification.regulation.source.wrong");
        }
        Confidence confidence = Arrays.stream(Confidence.values())
                .filter(one -> one.name().equals(form.getConfidence()))
                .findFirst()
                .orElse(Confidence.LOW);
        if (!wrong.isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return page(certification, parameter, form.withSpareLines(), wrong, model);
        }
        Rule<T> after = new Rule<>(parameter, value, form.getSource(), confidence, from);
        if (!seen) {
            model.addAttribute("after", words.value(after));
            model.addAttribute("afterFrom", from);
            return page(certification, parameter, form.withSpareLines(), Map.of(), model);
        }
        regulations.settle(certification.id(), parameter, value, from, form.getSource(), confidence);
        Flash.ok("certification.regulation.settled", words.name(after), dates.day(from))
                .on(next);
        return "redirect:/regulations/" + certification.id();
    }

    @PostMapping("/regulations/{id}/{parameter}/withdrawal")
    String withdraw(
            @PathVariable UUID id,
            @PathVariable String parameter,
            @RequestParam @DateTimeFormat(iso = ISO.DATE) LocalDate from,
            RedirectAttributes next) {
        Certification certification = mine(id);
        try {
            regulations.withdraw(certification.id(), named(parameter), from);
            Flash.ok("certification.regulation.withdrawn").on(next);
        } catch (IllegalArgumentException tooLate) {
            Flash.warn("certification.regulation.too-late").on(next);
        }
        return "redirect:/regulations/" + id + "/" + parameter;
    }

    private <T> @Nullable T read(RegulationParameter<T> parameter, RuleForm form, Map<String, String> wrong) {
        try {
            return form.valueOf(parameter);
        } catch (IllegalArgumentException | DateTimeException no) {
            wrong.put("value", "certification.regulation.wrong." + RuleForm.asked(parameter));
            return null;
        }
    }

    private @Nullable LocalDate day(String typed, Map<String, String> wrong) {
        try {
            LocalDate from = LocalDate.parse(typed);
            if (from.isAfter(today())) {
                return from;
            }
        } catch (DateTimeException no) {
            // said beside the field, as for a day that has come
        }
        wrong.put("from", "certification.regulation.from.wrong");
        return null;
    }

    private String page(
            Certification certification,
            RegulationParameter<?> parameter,
            RuleForm form,
            Map<String, String> wrong,
            Model model) {
        Rule<?> now = inForce(certification, parameter);
        model.addAttribute("certification", certification);
        model.addAttribute("parameter", parameter.name());
        model.addAttribute("name", words.name(now));
        model.addAttribute("now", rows.row(now));
        model.addAttribute("general", rows.row(parameter.defaultRule()));
        model.addAttribute("form", form);
        model.addAttribute("asked", RuleForm.asked(parameter).name());
        model.addAttribute("choices", choices(parameter));
        model.addAttribute("needs", needs());
        model.addAttribute("confidences", confidences());
        model.addAttribute("wrong", wrong);
        model.addAttribute("tomorrow", today().plusDays(1));
        model.addAttribute(
                "history",
                regulations.history(certification.id(), parameter).stream()
                        .map(rule -> new Past(
                                rows.row(rule),
                                rule.validFrom(),
                                rule.validFrom().isAfter(today())))
                        .toList());
        model.addAttribute(
                "crumbs",
                List.of(
                        new Crumb(words.say("certification.regulations"), "/regulations"),
                        new Crumb(certification.title(), "/regulations/" + certification.id()),
                        Crumb.here(words.name(now))));
        return "certification/rule";
    }

    private List<Choice> choices(RegulationParameter<?> parameter) {
        if (parameter.type() == Boolean.class) {
            return Stream.of("true", "false")
                    .map(value -> Choice.of(value, words.say("certification.value." + value)))
                    .toList();
        }
        Object[] values = parameter.type().getEnumConstants();
        return values == null
                ? List.of()
                : Arrays.stream(values)
                        .map(value -> (Enum<?>) value)
                        .map(value -> Choice.of(value.name(), words.word(value)))
                        .toList();
    }

    private List<Choice> needs() {
        return Arrays.stream(RequiredPiece.Need.values())
                .map(need -> Choice.of(need.name(), words.word(need)))
                .toList();
    }

    private List<Choice> confidences() {
        return Arrays.stream(Confidence.values())
                .map(one -> Choice.of(one.name(), words.say("certification.regulation.confidence." + one)))
                .toList();
    }

    private Rule<?> inForce(Certification certification, RegulationParameter<?> parameter) {
        return regulations.on(certification.id(), today()).rule(parameter);
    }

    private Certification mine(UUID id) {
        Certification certification = certifications.get(new CertificationId(id));
        regulations.requireEditor(certification.id());
        return certification;
    }

    private static RegulationParameter<?> named(String name) {
        return RegulationParameters.named(name).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private LocalDate today() {
        return dates.day(clock.instant());
    }

    @ExceptionHandler
    void notThere(UnknownCertification unknown, HttpServletResponse response) throws IOException {
        response.sendError(HttpServletResponse.SC_NOT_FOUND);
    }

    /** @param next what is settled for a day to come, in words; null for nothing */
    record RuleLine(
            String parameter,
            RuleRows.RuleRow rule,
            @Nullable String next) {}

    record Past(RuleRows.RuleRow rule, LocalDate from, boolean toCome) {}
}
