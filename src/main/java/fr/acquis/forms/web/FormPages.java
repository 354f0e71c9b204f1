package fr.acquis.forms.web;

import fr.acquis.certification.Certifications;
import fr.acquis.forms.FormTasks;
import fr.acquis.forms.FormTasks.OpenForm;
import fr.acquis.forms.RefusedAnswer;
import fr.acquis.forms.schema.AnswerCheck;
import fr.acquis.forms.schema.FieldError;
import fr.acquis.identity.CurrentPerson;
import fr.acquis.identity.People;
import fr.acquis.identity.Person;
import fr.acquis.identity.Visibility;
import fr.acquis.journey.CaseMembers;
import fr.acquis.journey.Journey;
import fr.acquis.journey.Journeys;
import fr.acquis.shared.BusinessRefusal;
import fr.acquis.shell.Crumb;
import fr.acquis.shell.Dates;
import fr.acquis.shell.Flash;
import fr.acquis.worklist.TaskId;
import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
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
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** A task's form under the head of its case. What was typed comes back with every refusal. */
@Controller
class FormPages {

    private static final TypeReference<LinkedHashMap<String, Object>> DATA = new TypeReference<>() {};

    private final FormTasks forms;
    private final Journeys journeys;
    private final Certifications certifications;
    private final People people;
    private final ViewerWords words;
    private final Visibility visibility;
    private final CaseMembers members;
    private final CurrentPerson current;
    private final MessageSource messages;
    private final JsonMapper json = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    FormPages(
            FormTasks forms,
            Journeys journeys,
            Certifications certifications,
            People people,
            ViewerWords words,
            Visibility visibility,
            CaseMembers members,
            CurrentPerson current,
            MessageSource messages) {
        this.forms = forms;
        this.journeys = journeys;
        this.certifications = certifications;
        this.people = people;
        this.words = words;
        this.visibility = visibility;
        this.members = members;
        this.current = current;
        this.messages = messages;
    }

    @GetMapping("/tasks/{id}/form")
    String show(@PathVariable UUID id, Model model, Locale locale) {
        OpenForm open = forms.open(new TaskId(id));
        return page(open, open.initial(), List.of(), null, model, locale);
    }

    @PostMapping("/tasks/{id}/form")
    String answer(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String answer,
            Model model,
            Locale locale,
            HttpServletResponse response,
            RedirectAttributes next) {
        TaskId task = new TaskId(id);
        OpenForm open = forms.open(task);
        Map<String, Object> given;
        try {
            given = answer.isBlank() ? new LinkedHashMap<>() : json.readValue(answer, DATA);
        } catch (JacksonException unreadable) {
            throw new BusinessRefusal(BusinessRefusal.Kind.INVALID, "forms.refused.unreadable");
        }
        try {
            List<FieldError> errors = forms.answer(task, given);
            if (errors.isEmpty()) {
                Flash.ok("forms.kept").on(next);
                return "redirect:/worklist";
            }
            response.setStatus(422);
            return page(open, merged(open, given), errors, null, model, locale);
        } catch (RefusedAnswer refused) {
            response.setStatus(422);
            FieldError error = AnswerCheck.at(open.form(), refused.field(), refused.key(), refused.arguments());
            return page(open, merged(open, given), List.of(error), null, model, locale);
        } catch (BusinessRefusal refused) {
            response.setStatus(
                    switch (refused.kind()) {
                        case INVALID -> 422;
                        case CONFLICT -> 409;
                        case NOT_FOUND -> 404;
                        case FORBIDDEN -> 403;
                    });
            String why = messages.getMessage(refused.key(), refused.arguments(), locale);
            return page(open, merged(open, given), List.of(), why, model, locale);
        }
    }

    /** The lists to choose from are ours, whatever came back. */
    private static Map<String, Object> merged(OpenForm open, Map<String, Object> given) {
        Map<String, Object> all = new LinkedHashMap<>(open.initial());
        given.forEach((key, value) -> {
            if (!(all.get(key) instanceof List<?> list
                    && !list.isEmpty()
                    && list.getFirst() instanceof Map<?, ?> option
                    && option.containsKey("label"))) {
                all.put(key, value);
            }
        });
        return all;
    }

    private String page(
            OpenForm open,
            Map<String, Object> data,
            List<FieldError> errors,
            String refused,
            Model model,
            Locale locale) {
        Journey journey = journeys.find(open.task().journey()).orElseThrow();
        List<Beside> beside = errors.stream()
                .map(error -> new Beside(
                        error.id(),
                        error.indexes(),
                        error.label(),
                        messages.getMessage(error.messageKey(), error.values(), locale)))
                .toList();
        model.addAttribute("journey", journey);
        model.addAttribute("task", open.task());
        model.addAttribute("asked", open.asked());
        model.addAttribute("due", open.task().due().atZone(Dates.PARIS).toLocalDate());
        model.addAttribute("certification", certifications.get(journey.certification()));
        model.addAttribute("candidate", people.find(journey.candidate()).orElseThrow());
        model.addAttribute(
                "holder",
                open.task().holder() == null
                        ? null
                        : people.find(open.task().holder())
                                .map(Person::displayName)
                                .orElse(null));
        model.addAttribute("schema", open.form().text());
        model.addAttribute("data", json.writeValueAsString(data));
        model.addAttribute("errors", beside);
        model.addAttribute("wrong", json.writeValueAsString(beside));
        model.addAttribute("refused", refused);
        model.addAttribute("note", open.note());
        model.addAttribute(
                "sees",
                visibility.sees(journey.certifyingBody(), journey.candidate())
                        || members.worksOn(journey.id(), current.get()));
        model.addAttribute("words", json.writeValueAsString(words.in(locale)));
        model.addAttribute(
                "crumbs",
                List.of(
                        new Crumb(messages.getMessage("journey.cases", null, locale), "/worklist"),
                        new Crumb(journey.caseNumber(), "/journeys/" + journey.id()),
                        Crumb.here(messages.getMessage(open.task().kind().messageKey(), null, locale))));
        return "forms/task";
    }

    /** A message, at the component of the form it is about. */
    record Beside(String id, List<Integer> indexes, String label, String message) {}
}
