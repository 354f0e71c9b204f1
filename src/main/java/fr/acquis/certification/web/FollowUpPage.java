package fr.acquis.certification.web;

import fr.acquis.certification.Certification;
import fr.acquis.certification.CertificationId;
import fr.acquis.certification.FollowUp;
import fr.acquis.certification.FollowUp.Concern;
import fr.acquis.certification.FollowUp.Scope;
import fr.acquis.certification.FollowUps;
import fr.acquis.certification.UnknownCertification;
import fr.acquis.identity.CurrentPerson;
import fr.acquis.identity.Role;
import fr.acquis.shell.Choice;
import fr.acquis.shell.Crumb;
import fr.acquis.shell.Dates;
import fr.acquis.shell.Tab;
import fr.acquis.shell.Tone;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Registrations that ask for attention, nearest end first. */
@Controller
class FollowUpPage {

    private static final int PER_PAGE = 25;

    private final FollowUps followUps;
    private final CertificationFacts facts;
    private final CurrentPerson current;
    private final Dates dates;
    private final Clock clock;

    FollowUpPage(FollowUps followUps, CertificationFacts facts, CurrentPerson current, Dates dates, Clock clock) {
        this.followUps = followUps;
        this.facts = facts;
        this.current = current;
        this.dates = dates;
        this.clock = clock;
    }

    /** @param text the concern with its date, in words */
    record Mark(Tone tone, String label, String text) {}

    record Row(Certification certification, String line, String validity, List<Mark> marks) {}

    @GetMapping("/certifications/follow-up")
    String show(
            @RequestParam(required = false) @Nullable Scope scope,
            @RequestParam(required = false) @Nullable Concern concern,
            @RequestParam(required = false) @Nullable UUID after,
            @RequestParam(required = false) @Nullable UUID before,
            Model model) {
        Scope asked = scope != null ? scope : current.get().certifyingBody() != null ? Scope.MINE : Scope.HERE;
        boolean backwards = after == null && before != null;
        UUID edge = backwards ? before : after;
        List<FollowUp> found = followUps.page(
                asked, concern, edge == null ? null : new CertificationId(edge), backwards, PER_PAGE + 1);
        boolean more = found.size() > PER_PAGE;
        List<FollowUp> page = more ? (backwards ? found.subList(1, found.size()) : found.subList(0, PER_PAGE)) : found;
        LocalDate today = dates.day(clock.instant());
        String here = address(asked, concern);
        boolean back = backwards ? more : after != null;
        boolean on = backwards || more;
        model.addAttribute(
                "crumbs", List.of(facts.catalogue(), Crumb.here(facts.say("certification.follow-up.title"))));
        model.addAttribute("tabs", tabs(asked, concern));
        model.addAttribute("scope", asked.name());
        model.addAttribute("concern", concern);
        model.addAttribute("scopes", scopes());
        model.addAttribute("rows", page.stream().map(one -> row(one, today)).toList());
        model.addAttribute(
                "before",
                back && !page.isEmpty()
                        ? here + "&before=" + page.getFirst().certification().id()
                        : null);
        model.addAttribute(
                "after",
                on && !page.isEmpty()
                        ? here + "&after=" + page.getLast().certification().id()
                        : null);
        model.addAttribute("mayImport", current.get().is(Role.ADMIN));
        return "certification/follow-up";
    }

    private Row row(FollowUp one, LocalDate today) {
        Certification certification = one.certification();
        List<Mark> marks = Arrays.stream(Concern.values())
                .filter(one.concerns()::contains)
                // A file that is late says more than an end that comes.
                .filter(concern -> concern != Concern.ENDING || !one.concerns().contains(Concern.FILE_LATE))
                .map(concern -> mark(concern, one))
                .toList();
        return new Row(
                certification,
                facts.line(certification) + " · " + certification.certifier(),
                facts.validity(certification, today),
                marks);
    }

    private Mark mark(Concern concern, FollowUp one) {
        String key = "certification.concern." + concern;
        String text = switch (concern) {
            case ENDING, FILE_LATE -> facts.say(key + ".text", dates.day(one.fileDue()));
            case REPLACED -> facts.say(key + ".text", one.successor() == null ? "" : one.successor());
            case ENDED, DIFFERS -> facts.say(key + ".text");
        };
        return new Mark(tone(concern), facts.say(key), text);
    }

    private static Tone tone(Concern concern) {
        return switch (concern) {
            case ENDING -> Tone.WARN;
            case FILE_LATE, ENDED -> Tone.BAD;
            case REPLACED -> Tone.BRAND;
            case DIFFERS -> Tone.NEUTRAL;
        };
    }

    private List<Tab> tabs(Scope scope, @Nullable Concern shown) {
        Map<Concern, Integer> counts = followUps.counts(scope);
        List<Tab> tabs = new ArrayList<>();
        tabs.add(new Tab(facts.say("certification.concern.any"), address(scope, null), shown == null, 0));
        for (Concern concern : Concern.values()) {
            tabs.add(new Tab(
                    facts.say("certification.concern." + concern),
                    address(scope, concern),
                    concern == shown,
                    counts.getOrDefault(concern, 0)));
        }
        return tabs;
    }

    private List<Choice> scopes() {
        return Arrays.stream(Scope.values())
                .filter(scope -> scope != Scope.MINE || current.get().certifyingBody() != null)
                .map(scope -> Choice.of(scope.name(), facts.say("certification.scope." + scope)))
                .toList();
    }

    private static String address(Scope scope, @Nullable Concern concern) {
        return "/certifications/follow-up?scope=" + scope + (concern == null ? "" : "&concern=" + concern);
    }

    @ExceptionHandler
    void notThere(UnknownCertification unknown, HttpServletResponse response) throws IOException {
        response.sendError(HttpServletResponse.SC_NOT_FOUND);
    }
}
