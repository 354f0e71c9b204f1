package fr.acquis.certification.web;

import fr.acquis.certification.CatalogueEntry;
import fr.acquis.certification.CataloguePage;
import fr.acquis.certification.CatalogueSearch;
import fr.acquis.certification.Certification;
import fr.acquis.certification.CertificationId;
import fr.acquis.certification.Certifications;
import fr.acquis.certification.Openness;
import fr.acquis.certification.UnknownCertification;
import fr.acquis.shell.Dates;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The catalogue: what one looks for, and for each whether VAE is open. */
@Controller
class CatalogueSearchPage {

    private static final int PER_PAGE = 20;

    private final Certifications certifications;
    private final CertificationFacts facts;
    private final Dates dates;
    private final Clock clock;

    CatalogueSearchPage(Certifications certifications, CertificationFacts facts, Dates dates, Clock clock) {
        this.certifications = certifications;
        this.facts = facts;
        this.dates = dates;
        this.clock = clock;
    }

    @GetMapping("/certifications")
    String show(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(required = false) UUID after,
            @RequestParam(required = false) UUID before,
            Model model) {
        String words = clipped(q.strip());
        CataloguePage page = certifications.search(
                new CatalogueSearch(words, id(after), after == null ? id(before) : null, PER_PAGE));
        LocalDate today = dates.day(clock.instant());
        model.addAttribute("words", words);
        model.addAttribute("longest", CatalogueSearch.MOST_CHARACTERS);
        model.addAttribute("found", certifications.count(words));
        model.addAttribute(
                "rows", page.entries().stream().map(entry -> row(entry, today)).toList());
        model.addAttribute("before", address(words, "before", page.previous()));
        model.addAttribute("after", address(words, "after", page.next()));
        return "certification/catalogue";
    }

    private CatalogueRow row(CatalogueEntry entry, LocalDate today) {
        Certification one = entry.certification();
        String closed = entry.openness() instanceof Openness.Closed because
                ? because.reason().messageKey()
                : null;
        String line = facts.line(one) + " · " + one.certifier();
        return new CatalogueRow(one, line, entry.blocks(), facts.validity(one, today), closed);
    }

    @ExceptionHandler
    void notThere(UnknownCertification unknown, HttpServletResponse response) throws IOException {
        response.sendError(HttpServletResponse.SC_NOT_FOUND);
    }

    private static @Nullable String address(String words, String side, @Nullable CertificationId edge) {
        if (edge == null) {
            return null;
        }
        String searched = words.isEmpty() ? "" : "q=" + URLEncoder.encode(words, StandardCharsets.UTF_8) + "&";
        return "/certifications?" + searched + side + "=" + edge;
    }

    private static @Nullable CertificationId id(@Nullable UUID value) {
        return value == null ? null : new CertificationId(value);
    }

    private static String clipped(String words) {
        return words.length() <= CatalogueSearch.MOST_CHARACTERS
                ? words
                : words.substring(0, CatalogueSearch.MOST_CHARACTERS);
    }
}
