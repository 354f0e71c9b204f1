package fr.acquis.certification.web;

import fr.acquis.certification.Branch;
import fr.acquis.certification.Branches;
import fr.acquis.certification.CatalogueEntry;
import fr.acquis.certification.CataloguePage;
import fr.acquis.certification.CatalogueSearch;
import fr.acquis.certification.Certification;
import fr.acquis.certification.CertificationId;
import fr.acquis.certification.Fiche;
import fr.acquis.certification.Openness;
import fr.acquis.certification.Standing;
import fr.acquis.certification.UnknownCertification;
import fr.acquis.shell.Crumb;
import fr.acquis.shell.Dates;
import fr.acquis.shell.Tab;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** The public catalogue of a branch, and the list of branches. */
@Controller
class BranchPages {

    private static final int PER_PAGE = 50;

    private final Branches branches;
    private final CertificationFacts facts;
    private final Dates dates;
    private final Clock clock;

    BranchPages(Branches branches, CertificationFacts facts, Dates dates, Clock clock) {
        this.branches = branches;
        this.facts = facts;
        this.dates = dates;
        this.clock = clock;
    }

    /**
     * A certification of the branch.
     *
     * @param closed key of the reason why VAE is not open; null when it is
     * @param successor what replaces it, when that is here
     * @param fiche what the register said last; null before it was imported
     */
    record BranchRow(
            CatalogueRow of,
            @Nullable Certification successor,
            @Nullable Fiche fiche) {}

    @GetMapping("/branches")
    String index(Model model) {
        model.addAttribute("crumbs", List.of(facts.catalogue(), Crumb.here(facts.say("certification.branches.title"))));
        model.addAttribute("branches", branches.all());
        return "certification/branches";
    }

    @GetMapping("/branches/{slug}")
    String one(
            @PathVariable String slug,
            @RequestParam(defaultValue = "RUNNING") Standing standing,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(required = false) @Nullable UUID after,
            @RequestParam(required = false) @Nullable UUID before,
            Model model) {
        Branch branch = branches.find(slug).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        String words = q.strip();
        words = words.substring(0, Math.min(CatalogueSearch.MOST_CHARACTERS, words.length()));
        boolean backwards = after == null && before != null;
        UUID edge = backwards ? before : after;
        CataloguePage page = branches.page(
                branch, standing, words, edge == null ? null : new CertificationId(edge), backwards, PER_PAGE);
        model.addAttribute(
                "crumbs",
                List.of(
                        facts.catalogue(),
                        new Crumb(facts.say("certification.branches.title"), "/branches"),
                        Crumb.here(branch.name())));
        model.addAttribute("branch", branch);
        model.addAttribute("words", words);
        model.addAttribute("longest", CatalogueSearch.MOST_CHARACTERS);
        model.addAttribute("standing", standing);
        model.addAttribute("tabs", tabs(branch, standing, words));
        model.addAttribute("today", dates.day(clock.instant()));
        model.addAttribute("found", branches.count(branch, standing, words));
        model.addAttribute("rows", rows(page.entries()));
        model.addAttribute("before", address(branch, standing, words, "before", page.previous()));
        model.addAttribute("after", address(branch, standing, words, "after", page.next()));
        return "certification/branch";
    }

    private List<BranchRow> rows(List<CatalogueEntry> entries) {
        LocalDate today = dates.day(clock.instant());
        List<Certification> all =
                entries.stream().map(CatalogueEntry::certification).toList();
        Map<CertificationId, Fiche> fiches =
                branches.fiches(all.stream().map(Certification::id).toList());
        Map<CertificationId, Certification> successors = branches.successors(all);
        return entries.stream()
                .map(entry -> {
                    Certification one = entry.certification();
                    String closed = entry.openness() instanceof Openness.Closed because
                            ? because.reason().messageKey()
                            : null;
                    Fiche fiche = fiches.get(one.id());
                    int blocks = entry.blocks() > 0 || fiche == null
                            ? entry.blocks()
                            : fiche.blocks().size();
                    return new BranchRow(
                            new CatalogueRow(one, facts.line(one), blocks, facts.validity(one, today), closed),
                            one.replacedBy() == null ? null : successors.get(one.replacedBy()),
                            fiche);
                })
                .toList();
    }

    private List<Tab> tabs(Branch branch, Standing shown, String words) {
        return List.of(Standing.RUNNING, Standing.ENDED, Standing.ALL).stream()
                .map(standing -> new Tab(
                        facts.say("certification.standing." + standing),
                        address(branch, standing, words),
                        standing == shown,
                        branches.count(branch, standing, words)))
                .toList();
    }

    private static String address(Branch branch, Standing standing, String words) {
        String searched = words.isEmpty() ? "" : "&q=" + URLEncoder.encode(words, StandardCharsets.UTF_8);
        return "/branches/" + branch.slug() + "?standing=" + standing + searched;
    }

    private static @Nullable String address(
            Branch branch, Standing standing, String words, String side, @Nullable CertificationId edge) {
        return edge == null ? null : address(branch, standing, words) + "&" + side + "=" + edge;
    }

    @ExceptionHandler
    void notThere(UnknownCertification unknown, HttpServletResponse response) throws IOException {
        response.sendError(HttpServletResponse.SC_NOT_FOUND);
    }
}
