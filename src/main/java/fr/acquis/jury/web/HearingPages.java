package fr.acquis.jury.web;

import fr.acquis.certification.Certifications;
import fr.acquis.certification.SkillBlock;
import fr.acquis.identity.CurrentPerson;
import fr.acquis.identity.People;
import fr.acquis.identity.Person;
import fr.acquis.journey.Journey;
import fr.acquis.journey.Journeys;
import fr.acquis.jury.Declaration;
import fr.acquis.jury.DepositedFile;
import fr.acquis.jury.Evaluation;
import fr.acquis.jury.Evaluations;
import fr.acquis.jury.Grid;
import fr.acquis.jury.Hearing;
import fr.acquis.jury.HearingId;
import fr.acquis.jury.JuryHearings;
import fr.acquis.jury.JuryHearings.Sitting;
import fr.acquis.jury.JurySession;
import fr.acquis.jury.WorkplaceAssessments;
import fr.acquis.shared.JourneyId;
import fr.acquis.shell.Crumb;
import fr.acquis.shell.Dates;
import fr.acquis.shell.Flash;
import fr.acquis.worklist.Task;
import fr.acquis.worklist.TaskKind;
import fr.acquis.worklist.Worklist;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A juror's own pages: their sessions, then one candidate in two panes, the file and the grid. */
@Controller
class HearingPages {

    private final JuryHearings hearings;
    private final Evaluations evaluations;
    private final WorkplaceAssessments assessments;
    private final DepositedFile files;
    private final Journeys journeys;
    private final Certifications certifications;
    private final Worklist worklist;
    private final People people;
    private final CurrentPerson current;
    private final MessageSource messages;
    private final Dates dates;

    HearingPages(
            JuryHearings hearings,
            Evaluations evaluations,
            WorkplaceAssessments assessments,
            DepositedFile files,
            Journeys journeys,
            Certifications certifications,
            Worklist worklist,
            People people,
            CurrentPerson current,
            MessageSource messages,
            Dates dates) {
        this.hearings = hearings;
        this.evaluations = evaluations;
        this.assessments = assessments;
        this.files = files;
        this.journeys = journeys;
        this.certifications = certifications;
        this.worklist = worklist;
        this.people = people;
        this.current = current;
        this.messages = messages;
        this.dates = dates;
    }

    record Mine(JurySession session, String title, boolean presides, List<Line> passages) {}

    /** @param state what is expected of the reader, a message key */
    record Line(HearingId id, String candidate, Instant hour, String state) {}

    @GetMapping("/sessions/mine")
    String mine(Model model) {
        model.addAttribute("sessions", hearings.mine().stream().map(this::mine).toList());
        return "jury/mine";
    }

    private Mine mine(JurySession session) {
        boolean presides = session.president()
                .filter(seat -> seat.person().equals(current.get().id()))
                .isPresent();
        return new Mine(
                session,
                certifications.get(session.certification()).title(),
                presides,
                session.passages().stream()
                        .filter(hearing -> hearing.plannedAt() != null)
                        .map(hearing -> new Line(
                                hearing.id(), name(hearing), session.hour(hearing), "jury.mine." + expected(hearing)))
                        .toList());
    }

    private String expected(Hearing hearing) {
        if (hearing.signed()) {
            return "SIGNED";
        }
        return switch (evaluations.declaration(hearing)) {
            case LINKED -> "LINKED";
            case NONE_YET -> "DECLARE";
            case NO_LINK -> {
                if (hearing.marksClosed()) {
                    yield "DELIBERATE";
                }
                yield evaluations.own(hearing).filter(Evaluation::submitted).isPresent() ? "HANDED_IN" : "EVALUATE";
            }
        };
    }

    /** What is asked of a juror on a case: from a list of tasks, without a look at each case for it. */
    @GetMapping("/journeys/{id}/hearing")
    String live(@PathVariable UUID id) {
        Sitting sitting = hearings.sitting(new JourneyId(id));
        boolean decides = sitting.hearing().marksClosed() && presides(sitting);
        return "redirect:/hearings/" + sitting.hearing().id() + (decides ? "/deliberation" : "");
    }

    private boolean presides(Sitting sitting) {
        return sitting.session()
                .president()
                .filter(seat -> seat.person().equals(current.get().id()))
                .isPresent();
    }

    @GetMapping("/hearings/{id}")
    String show(@PathVariable UUID id, Model model, Locale locale) {
        Sitting sitting = hearings.sitting(new HearingId(id));
        return page(sitting, null, List.of(), model, locale);
    }

    @PostMapping("/hearings/{id}/declaration")
    String declare(@PathVariable UUID id, @RequestParam boolean linked, RedirectAttributes next) {
        evaluations.declare(new HearingId(id), linked);
        (linked ? Flash.warn("jury.declared.linked") : Flash.ok("jury.declared")).on(next);
        return "redirect:" + (linked ? "/sessions/mine" : "/hearings/" + id);
    }

    @PostMapping("/hearings/{id}/grid")
    String save(
            @PathVariable UUID id,
            @RequestParam Map<String, String> typed,
            @RequestHeader(name = "HX-Request", defaultValue = "false") boolean autosave,
            HttpServletResponse response,
            Model model,
            Locale locale) {
        Sitting sitting = hearings.sitting(new HearingId(id));
        List<SkillBlock> examined = evaluations.examined(sitting.hearing());
        GridForm form = GridForm.of(typed, examined);
        evaluations.save(sitting.hearing().id(), form.grid());
        if (autosave) {
            response.setStatus(HttpServletResponse.SC_NO_CONTENT);
            return null;
        }
        List<String> gaps = form.grid().gaps(examined);
        if (!gaps.isEmpty() || !form.wrong().isEmpty()) {
            response.setStatus(422);
            return page(sitting, form, gaps, model, locale);
        }
        return "redirect:/hearings/" + id + "/evaluation";
    }

    /** The whole grid once more, to be read before it is handed in. */
    @GetMapping("/hearings/{id}/evaluation")
    String review(@PathVariable UUID id, Model model, Locale locale) {
        Sitting sitting = hearings.sitting(new HearingId(id));
        String page = page(sitting, null, List.of(), model, locale);
        return page.equals("jury/hearing") ? "jury/evaluation" : page;
    }

    @PostMapping("/hearings/{id}/evaluation")
    String handIn(@PathVariable UUID id, RedirectAttributes next) {
        evaluations.handIn(new HearingId(id));
        Flash.ok("jury.handed-in").on(next);
        return "redirect:/hearings/" + id;
    }

    private String page(Sitting sitting, @Nullable GridForm typed, List<String> gaps, Model model, Locale locale) {
        Hearing hearing = sitting.hearing();
        Journey journey = journeys.find(hearing.journey()).orElseThrow();
        Declaration declaration = evaluations.declaration(hearing);
        Optional<Evaluation> own = evaluations.own(hearing);
        boolean presides = sitting.session()
                .president()
                .filter(seat -> seat.person().equals(current.get().id()))
                .isPresent();
        model.addAttribute("jurySession", sitting.session());
        model.addAttribute("hearing", hearing);
        model.addAttribute("caseNumber", journey.caseNumber());
        model.addAttribute("candidate", name(hearing));
        model.addAttribute("hour", sitting.session().hour(hearing));
        model.addAttribute("declaration", declaration.name());
        model.addAttribute("presides", presides);
        model.addAttribute("gaps", gaps);
        model.addAttribute("wrong", typed == null ? List.of() : typed.wrong());
        model.addAttribute(
                "crumbs",
                List.of(
                        new Crumb(messages.getMessage("jury.nav.mine", null, locale), "/sessions/mine"),
                        Crumb.here(name(hearing))));
        if (declaration != Declaration.NO_LINK) {
            return "jury/declaration";
        }
        model.addAttribute("blocks", evaluations.examined(hearing));
        model.addAttribute("threshold", evaluations.threshold(hearing));
        model.addAttribute(
                "grid", typed != null ? typed.grid() : own.map(Evaluation::grid).orElse(Grid.EMPTY));
        model.addAttribute("levels", Grid.Level.values());
        model.addAttribute("handedIn", own.filter(Evaluation::submitted).isPresent());
        model.addAttribute(
                "saved", own.map(Evaluation::savedAt).map(dates::time).orElse(null));
        model.addAttribute("open", mayEvaluate(hearing));
        model.addAttribute("seats", sitting.session().seats().size());
        model.addAttribute("done", evaluations.handedIn(hearing).size());
        // Once the result is given the jury's sight of the case is over.
        boolean reads = hearing.notifiedAt() == null;
        model.addAttribute("reads", reads);
        model.addAttribute("file", reads ? files.of(journey, hearing.attempt()).orElse(null) : null);
        model.addAttribute("assessment", assessments.of(journey.id()).orElse(null));
        return "jury/hearing";
    }

    private boolean mayEvaluate(Hearing hearing) {
        return worklist.open(hearing.journey()).stream()
                .filter(task -> task.kind() == TaskKind.EVALUATE)
                .map(Task::holder)
                .anyMatch(current.get().id()::equals);
    }

    private String name(Hearing hearing) {
        return people.find(hearing.candidate()).map(Person::displayName).orElse("—");
    }
}
