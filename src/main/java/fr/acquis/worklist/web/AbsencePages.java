package fr.acquis.worklist.web;

import fr.acquis.identity.Absence;
import fr.acquis.identity.Absences;
import fr.acquis.identity.Absences.Moves;
import fr.acquis.identity.CurrentPerson;
import fr.acquis.identity.People;
import fr.acquis.identity.Person;
import fr.acquis.identity.Role;
import fr.acquis.identity.SignedIn;
import fr.acquis.shared.BusinessRefusal;
import fr.acquis.shared.PersonId;
import fr.acquis.shell.Choice;
import fr.acquis.shell.Flash;
import fr.acquis.shell.NavigationEntry;
import fr.acquis.worklist.store.Counters;
import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Who is away, who stands in, and what moves. */
@Controller
class AbsencePages {

    private final Absences absences;
    private final People people;
    private final Counters counters;
    private final CurrentPerson current;
    private final MessageSource messages;

    AbsencePages(Absences absences, People people, Counters counters, CurrentPerson current, MessageSource messages) {
        this.absences = absences;
        this.people = people;
        this.counters = counters;
        this.current = current;
        this.messages = messages;
    }

    /** What is typed; kept when it cannot be planned. */
    public record AbsenceForm(
            @Nullable UUID person,
            @Nullable LocalDate from,
            @Nullable LocalDate until,
            @Nullable UUID substitute,
            boolean openTasks,
            boolean newTasks,
            boolean returning) {}

    /** A planned absence as the page shows it. */
    public record Line(
            Absence absence, String person, @Nullable String substitute, boolean mine) {}

    @GetMapping("/absences")
    String show(Model model, Locale locale) {
        UUID me = current.get().id().value();
        model.addAttribute("form", new AbsenceForm(me, null, null, null, true, true, true));
        return fill(model, locale);
    }

    @PostMapping("/absences")
    String plan(
            @RequestParam(required = false) @Nullable UUID person,
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(required = false) @Nullable LocalDate until,
            @RequestParam(required = false) @Nullable UUID substitute,
            @RequestParam(defaultValue = "false") boolean openTasks,
            @RequestParam(defaultValue = "false") boolean newTasks,
            @RequestParam(defaultValue = "false") boolean returning,
            Model model,
            Locale locale,
            HttpServletResponse response,
            RedirectAttributes next) {
        AbsenceForm form = new AbsenceForm(person, from, until, substitute, openTasks, newTasks, returning);
        model.addAttribute("form", form);
        Optional<String> wrong = planned(form, locale);
        if (wrong.isPresent()) {
            model.addAttribute("wrong", wrong.get());
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return fill(model, locale);
        }
        Flash.ok("worklist.absence.planned").on(next);
        return "redirect:/absences";
    }

    /** @return why not, in words */
    private Optional<String> planned(AbsenceForm form, Locale locale) {
        if (form.from() == null || form.until() == null) {
            return Optional.of(messages.getMessage("worklist.absence.dates-missing", null, locale));
        }
        PersonId person = form.person() == null ? current.get().id() : new PersonId(form.person());
        try {
            absences.plan(
                    person,
                    form.from(),
                    form.until(),
                    form.substitute() == null ? null : new PersonId(form.substitute()),
                    new Moves(form.openTasks(), form.newTasks(), form.returning()));
            return Optional.empty();
        } catch (BusinessRefusal no) {
            if (no.kind() == BusinessRefusal.Kind.FORBIDDEN) {
                throw no;
            }
            return Optional.of(messages.getMessage(no.key(), no.arguments(), locale));
        }
    }

    @PostMapping("/absences/{id}/cancellation")
    String cancel(@PathVariable UUID id, RedirectAttributes next) {
        absences.cancel(id);
        Flash.ok("worklist.absence.cancelled").on(next);
        return "redirect:/absences";
    }

    private String fill(Model model, Locale locale) {
        SignedIn me = current.get();
        List<Person> colleagues = colleagues(me);
        var loads = counters.loads(
                colleagues.stream().map(person -> person.id().value()).toList());
        model.addAttribute("lines", absences.planned().stream().map(this::line).toList());
        model.addAttribute("manages", me.is(Role.MANAGER));
        model.addAttribute(
                "people",
                colleagues.stream()
                        .map(person -> Choice.of(person.id().toString(), person.displayName()))
                        .toList());
        model.addAttribute(
                "substitutes",
                colleagues.stream()
                        .sorted(Comparator.comparingLong(
                                person -> loads.getOrDefault(person.id().value(), 0L)))
                        .map(person -> Choice.of(
                                person.id().toString(),
                                messages.getMessage(
                                        "worklist.assign.load",
                                        new Object[] {
                                            person.displayName(),
                                            loads.getOrDefault(person.id().value(), 0L)
                                        },
                                        locale)))
                        .toList());
        return "worklist/absences";
    }

    private List<Person> colleagues(SignedIn me) {
        return me.certifyingBody() == null
                ? List.of()
                : Stream.of(Role.ADVISER, Role.AGENT, Role.MANAGER, Role.CPNE)
                        .flatMap(role -> people.holding(role, me.certifyingBody()).stream())
                        .distinct()
                        .toList();
    }

    private Line line(Absence absence) {
        return new Line(
                absence,
                name(absence.person()),
                absence.substitute() == null ? null : name(absence.substitute()),
                absence.person().equals(current.get().id()) || current.get().is(Role.MANAGER));
    }

    private String name(PersonId person) {
        return people.find(person).map(Person::displayName).orElse("—");
    }

    @Bean
    static NavigationEntry absencesEntry() {
        return NavigationEntry.account(
                30,
                "worklist.absences",
                "calendar-clock",
                "/absences",
                Role.ADVISER,
                Role.AGENT,
                Role.MANAGER,
                Role.CPNE);
    }
}
