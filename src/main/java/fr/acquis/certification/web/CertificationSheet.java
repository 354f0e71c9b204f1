package fr.acquis.certification.web;

import static fr.acquis.certification.RegulationParameters.REGIME;

import fr.acquis.certification.Branches;
import fr.acquis.certification.Certification;
import fr.acquis.certification.CertificationId;
import fr.acquis.certification.Certifications;
import fr.acquis.certification.Fiche;
import fr.acquis.certification.LocalFigures;
import fr.acquis.certification.Openness;
import fr.acquis.certification.Regime;
import fr.acquis.certification.Regulation;
import fr.acquis.certification.RegulationParameters;
import fr.acquis.certification.Regulations;
import fr.acquis.certification.UnknownCertification;
import fr.acquis.identity.CurrentPerson;
import fr.acquis.identity.Role;
import fr.acquis.shell.Crumb;
import fr.acquis.shell.Dates;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** One certification: what one knows before effort. Is VAE open and why, what to prepare, which delays by which text. */
@Controller
class CertificationSheet {

    private final Certifications certifications;
    private final Regulations regulations;
    private final CertificationFacts facts;
    private final ClosedBecause because;
    private final LegalWay way;
    private final RuleRows rules;
    private final LocalFigures figures;
    private final RegisterDifferences differences;
    private final Branches branches;
    private final CurrentPerson current;
    private final Dates dates;
    private final Clock clock;

    CertificationSheet(
            Certifications certifications,
            Regulations regulations,
            CertificationFacts facts,
            ClosedBecause because,
            LegalWay way,
            RuleRows rules,
            LocalFigures figures,
            RegisterDifferences differences,
            Branches branches,
            CurrentPerson current,
            Dates dates,
            Clock clock) {
        this.certifications = certifications;
        this.regulations = regulations;
        this.facts = facts;
        this.because = because;
        this.way = way;
        this.rules = rules;
        this.figures = figures;
        this.differences = differences;
        this.branches = branches;
        this.current = current;
        this.dates = dates;
        this.clock = clock;
    }

    @GetMapping("/certifications/{id}")
    String show(@PathVariable UUID id, Model model) {
        Certification certification = certifications.get(new CertificationId(id));
        LocalDate today = dates.day(clock.instant());
        Openness openness = certifications.openness(certification.id(), today);
        Regulation regulation = regulations.on(certification.id(), today);
        model.addAttribute("certification", certification);
        model.addAttribute("standard", certifications.standard(certification.id()));
        model.addAttribute(
                "successor", certification.renewed() ? certifications.get(certification.replacedBy()) : null);
        model.addAttribute("crumbs", List.of(facts.catalogue(), Crumb.here(certification.title())));
        model.addAttribute("line", facts.line(certification));
        Fiche fiche = certifications.fiche(certification.id()).orElse(null);
        model.addAttribute("fiche", fiche);
        model.addAttribute("differences", fiche == null ? List.of() : differences.of(certification, fiche));
        model.addAttribute("branches", branches.of(certification.id()));
        model.addAttribute("ending", ending(certification, regulation, today));
        model.addAttribute("facts", facts.of(certification, today));
        model.addAttribute("registerPage", CertificationFacts.registerPage(certification));
        model.addAttribute(
                "closed",
                openness instanceof Openness.Closed closed
                        ? because.of(closed.reason(), certification, regulation)
                        : null);
        model.addAttribute("requested", openness.open() && certification.managedHere() && mayRequest());
        model.addAttribute("portal", regulation.regime() == Regime.FRANCE_VAE);
        model.addAttribute(
                "regimeChange",
                regulations
                        .next(certification.id(), REGIME, today)
                        .filter(next -> next.value() != regulation.regime())
                        .orElse(null));
        model.addAttribute("figures", certification.managedHere() ? figures.of(certification.id(), today) : null);
        model.addAttribute("pieces", rules.pieces(regulation));
        model.addAttribute("experience", rules.experience(regulation));
        model.addAttribute("limits", rules.limits(regulation));
        model.addAttribute("steps", way.of(regulation));
        model.addAttribute("rules", rules.all(regulation));
        return "certification/sheet";
    }

    /** Said to whom it may concern before they begin: how long the registration still runs. */
    private @Nullable String ending(Certification certification, Regulation regulation, LocalDate today) {
        LocalDate until = certification.registeredUntil();
        int months = regulation.rule(RegulationParameters.RENEWAL_ALERT_MONTHS).value();
        boolean ending = until != null && !until.isBefore(today) && !until.isAfter(today.plusMonths(months));
        return ending ? facts.say("certification.ending", dates.day(until)) : null;
    }

    /** Nobody signed in is led through the login; staff have no request to make. */
    private boolean mayRequest() {
        return current.find().map(person -> person.is(Role.CANDIDATE)).orElse(true);
    }

    @ExceptionHandler
    void notThere(UnknownCertification unknown, HttpServletResponse response) throws IOException {
        response.sendError(HttpServletResponse.SC_NOT_FOUND);
    }
}
