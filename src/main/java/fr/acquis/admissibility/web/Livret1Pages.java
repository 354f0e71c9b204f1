package fr.acquis.admissibility.web;

import fr.acquis.admissibility.Gap;
import fr.acquis.admissibility.Livret1;
import fr.acquis.admissibility.Livret1s;
import fr.acquis.admissibility.PieceCheck;
import fr.acquis.admissibility.Section;
import fr.acquis.certification.Branch;
import fr.acquis.certification.BranchSummary;
import fr.acquis.certification.Branches;
import fr.acquis.certification.Certifications;
import fr.acquis.certification.SkillBlock;
import fr.acquis.certification.Standard;
import fr.acquis.evidence.Evidences;
import fr.acquis.identity.CurrentPerson;
import fr.acquis.identity.People;
import fr.acquis.journey.Journey;
import fr.acquis.journey.Journeys;
import fr.acquis.shared.BusinessRefusal;
import fr.acquis.shared.JourneyId;
import fr.acquis.shell.Choice;
import fr.acquis.shell.Crumb;
import fr.acquis.shell.Dates;
import fr.acquis.shell.Flash;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.springframework.context.MessageSource;
import org.springframework.format.support.FormattingConversionService;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.ServletRequestDataBinder;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Livret 1, one group of questions per page; everything typed is kept, whatever it lacks. */
@Controller
class Livret1Pages {

    private final Livret1s livrets;
    private final Journeys journeys;
    private final Certifications certifications;
    private final Branches branches;
    private final Evidences evidences;
    private final People people;
    private final CurrentPerson current;
    private final MessageSource messages;
    private final Dates dates;
    private final FormattingConversionService conversions;

    Livret1Pages(
            Livret1s livrets,
            Journeys journeys,
            Certifications certifications,
            Branches branches,
            Evidences evidences,
            People people,
            CurrentPerson current,
            MessageSource messages,
            Dates dates,
            FormattingConversionService mvcConversionService) {
        this.livrets = livrets;
        this.journeys = journeys;
        this.certifications = certifications;
        this.branches = branches;
        this.evidences = evidences;
        this.people = people;
        this.current = current;
        this.messages = messages;
        this.dates = dates;
        this.conversions = mvcConversionService;
    }

    /** The whole form to read again, with what it lacks; the place from which it is sent. */
    @GetMapping("/journeys/{id}/livret1")
    String review(@PathVariable UUID id, Model model, Locale locale) {
        Journey journey = journeys.get(new JourneyId(id));
        Livret1 livret = livrets.get(journey.id());
        List<Gap> gaps = livrets.gaps(journey.id());
        model.addAttribute("journey", journey);
        model.addAttribute("livret", livret);
        model.addAttribute("gaps", gaps);
        model.addAttribute("writes", livrets.mayWrite(journey));
        model.addAttribute("sections", sections(journey, gaps, locale));
        model.addAttribute(
                "blocks", certifications.standard(journey.certification()).blocks());
        model.addAttribute("pieces", livrets.pieces(journey, livret));
        crumbs(model, journey, locale, null);
        return "admissibility/review";
    }

    @GetMapping("/journeys/{id}/livret1/{section}")
    String edit(
            @PathVariable UUID id,
            @PathVariable String section,
            @RequestParam(defaultValue = "false") boolean check,
            Model model,
            Locale locale) {
        Journey journey = writable(id);
        Section page = section(section);
        Livret1 livret = livrets.get(journey.id());
        Forms.Page form = Forms.of(page, livret, blocks(journey, livret), livrets.prerequisites(journey));
        people.find(journey.candidate()).ifPresent(form::offer);
        ServletRequestDataBinder binder = binder(form, locale);
        if (check) {
            show(livrets.gaps(journey.id()), page, binder.getBindingResult(), locale);
        }
        return page(model, journey, page, livret, binder.getBindingResult(), locale);
    }

    @PostMapping("/journeys/{id}/livret1/{section}")
    String save(
            @PathVariable UUID id,
            @PathVariable String section,
            @RequestHeader(name = "HX-Request", defaultValue = "false") boolean autosave,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model,
            Locale locale) {
        Journey journey = writable(id);
        Section page = section(section);
        Livret1 livret = livrets.get(journey.id());
        Forms.Page form = Forms.of(page, livret, blocks(journey, livret), livrets.prerequisites(journey));
        ServletRequestDataBinder binder = binder(form, locale);
        binder.bind(request);
        livrets.write(journey.id(), form::into);
        if (autosave) {
            response.setStatus(HttpServletResponse.SC_NO_CONTENT);
            return null;
        }
        BindingResult result = binder.getBindingResult();
        // What is merely missing may wait for the review; what is written and wrong is said at once, beside its field.
        show(
                livrets.gaps(journey.id()).stream()
                        .filter(gap -> !gap.messageKey().endsWith(".required"))
                        .toList(),
                page,
                result,
                locale);
        if (result.hasErrors()) {
            response.setStatus(422);
            return page(model, journey, page, livrets.get(journey.id()), result, locale);
        }
        if (request.getParameter("more") != null) {
            return "redirect:/journeys/" + id + "/livret1/" + page.slug();
        }
        return "redirect:/journeys/" + id + "/livret1"
                + page.next().map(next -> "/" + next.slug()).orElse("");
    }

    @PostMapping("/journeys/{id}/livret1/submission")
    String submit(@PathVariable UUID id, RedirectAttributes next, Locale locale) {
        Journey journey = livrets.submit(new JourneyId(id));
        Flash.ok(
                        "admissibility.submitted",
                        journey.clock().lastDay().map(dates::day).orElse(""))
                .on(next);
        return "redirect:/journeys/" + id;
    }

    private String page(
            Model model, Journey journey, Section section, Livret1 livret, BindingResult result, Locale locale) {
        model.addAllAttributes(result.getModel());
        model.addAttribute("journey", journey);
        model.addAttribute("section", section);
        model.addAttribute("sections", sections(journey, List.of(), locale));
        model.addAttribute("before", section.before().map(Section::slug).orElse(null));
        model.addAttribute(
                "saved", livrets.savedAt(journey.id()).map(dates::time).orElse(null));
        Standard standard = certifications.standard(journey.certification());
        model.addAttribute("blocks", standard.blocks());
        model.addAttribute("portal", livrets.portal(journey));
        model.addAttribute("blockChoices", blockChoices(standard));
        model.addAttribute("choices", new Choices(messages, locale));
        if (section == Section.PIECES) {
            List<PieceCheck.PieceState> pieces = livrets.pieces(journey, livret);
            model.addAttribute("pieces", pieces);
            model.addAttribute(
                    "kinds",
                    pieces.stream()
                            .collect(java.util.stream.Collectors.toMap(
                                    state -> state.piece().code(),
                                    state -> PieceCheck.kinds(state.piece().code()))));
        }
        if (section == Section.SITUATION) {
            model.addAttribute("conventions", conventions());
        }
        if (section == Section.DISPENSATIONS) {
            model.addAttribute("proofs", proofs(journey));
        }
        crumbs(model, journey, locale, section);
        return "admissibility/" + section.slug();
    }

    /** Of the branches of the catalogue: a help, never the only answers. */
    private List<Branch> conventions() {
        return branches.all().stream()
                .map(BranchSummary::branch)
                .filter(branch -> branch.convention() != null)
                .toList();
    }

    private void crumbs(Model model, Journey journey, Locale locale, Section section) {
        boolean own = journey.candidate().equals(current.get().id());
        model.addAttribute(
                "crumbs",
                List.of(
                        new Crumb(
                                text(own ? "journey.mine" : "journey.cases", locale), own ? "/journeys" : "/worklist"),
                        new Crumb(journey.caseNumber(), "/journeys/" + journey.id()),
                        Crumb.here(text(
                                section == null ? "admissibility.livret1" : "admissibility.section." + section.name(),
                                locale))));
    }

    /** A gap stands beside its field; one without a field at the top of the page. */
    private void show(List<Gap> gaps, Section section, BindingResult result, Locale locale) {
        gaps.stream().filter(gap -> gap.section() == section).forEach(gap -> {
            String message = messages.getMessage(gap.messageKey(), gap.arguments(), locale);
            if (gap.field().isEmpty()) {
                result.reject(gap.messageKey(), message);
            } else if (!result.hasFieldErrors(gap.field())) {
                result.rejectValue(gap.field(), gap.messageKey(), message);
            }
        });
    }

    private List<SectionLink> sections(Journey journey, List<Gap> gaps, Locale locale) {
        return Arrays.stream(Section.values())
                .map(section -> new SectionLink(
                        section,
                        text("admissibility.section." + section.name(), locale),
                        "/journeys/" + journey.id() + "/livret1/" + section.slug(),
                        gaps.stream().filter(gap -> gap.section() == section).count()))
                .toList();
    }

    private List<Choice> proofs(Journey journey) {
        return PieceCheck.proofs(evidences.list(journey.id())).stream()
                .map(piece -> Choice.of(piece.id().toString(), piece.current().fileName()))
                .toList();
    }

    private static List<Choice> blockChoices(Standard standard) {
        return standard.blocks().stream()
                .map(block -> Choice.of(block.code().value(), block.title()))
                .toList();
    }

    private List<String> blocks(Journey journey, Livret1 livret) {
        List<String> all = certifications.standard(journey.certification()).blocks().stream()
                .map(SkillBlock::code)
                .map(Object::toString)
                .toList();
        return livret.request().target() == Livret1.Target.BLOCKS
                ? all.stream().filter(livret.request().blocks()::contains).toList()
                : all;
    }

    private ServletRequestDataBinder binder(Object form, Locale locale) {
        ServletRequestDataBinder binder = new ServletRequestDataBinder(form, "form");
        binder.initDirectFieldAccess();
        binder.setAutoGrowCollectionLimit(Forms.ExperiencesPage.MOST);
        binder.setConversionService(conversions);
        binder.registerCustomEditor(BigDecimal.class, new TypedNumber(locale));
        return binder;
    }

    private Journey writable(UUID id) {
        Journey journey = journeys.get(new JourneyId(id));
        if (!livrets.mayWrite(journey)) {
            throw new BusinessRefusal(BusinessRefusal.Kind.CONFLICT, "admissibility.refused.not-writable");
        }
        return journey;
    }

    private static Section section(String slug) {
        return Section.of(slug)
                .orElseThrow(() -> new BusinessRefusal(BusinessRefusal.Kind.NOT_FOUND, "journey.refused.unknown"));
    }

    private String text(String key, Locale locale) {
        return messages.getMessage(key, null, locale);
    }

    record SectionLink(Section section, String label, String href, long gaps) {}
}
