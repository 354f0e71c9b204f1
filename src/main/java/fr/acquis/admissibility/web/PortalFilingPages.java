package fr.acquis.admissibility.web;

import fr.acquis.admissibility.PortalFilings;
import fr.acquis.admissibility.PortalFilings.Recording;
import fr.acquis.admissibility.PortalProofs;
import fr.acquis.evidence.EvidenceId;
import fr.acquis.evidence.Evidences;
import fr.acquis.evidence.RefusedFile;
import fr.acquis.evidence.StoreUnavailable;
import fr.acquis.journey.Journey;
import fr.acquis.journey.LegalClock;
import fr.acquis.shared.BusinessRefusal;
import fr.acquis.shared.JourneyId;
import fr.acquis.shell.Crumb;
import fr.acquis.shell.Flash;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The day of the legal filing on the State's portal: recorded with its proof, its effect on the date seen first. */
@Controller
class PortalFilingPages {

    private static final String PATH = "/journeys/{id}/portal-filing";

    private final PortalFilings filings;
    private final PortalProofs proofs;
    private final Evidences evidences;
    private final MessageSource messages;

    PortalFilingPages(PortalFilings filings, PortalProofs proofs, Evidences evidences, MessageSource messages) {
        this.filings = filings;
        this.proofs = proofs;
        this.evidences = evidences;
        this.messages = messages;
    }

    /** @param why the key of what to correct, with its values; null when nothing was refused */
    record Sheet(Recording said, @Nullable String why, List<String> values) {

        public boolean silence() {
            return "admissibility.refused.portal-silence".equals(why);
        }
    }

    @GetMapping(PATH)
    String show(@PathVariable UUID id, Model model, Locale locale) {
        Journey journey = filings.recordable(new JourneyId(id));
        var declared = filings.declared(journey);
        return page(
                journey,
                new Sheet(new Recording(declared.filedOn(), declared.number(), null, false), null, List.of()),
                model,
                locale);
    }

    /** A file that came is kept as a piece of the case whatever else is to be corrected: nobody sends it twice. */
    @PostMapping(PATH)
    String record(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable LocalDate filedOn,
            @RequestParam(defaultValue = "") String reference,
            @RequestParam(required = false) @Nullable UUID proof,
            @RequestParam(required = false) @Nullable MultipartFile file,
            @RequestParam(defaultValue = "false") boolean silenceSeen,
            HttpServletResponse response,
            Model model,
            Locale locale,
            RedirectAttributes next)
            throws IOException {
        Journey journey = filings.recordable(new JourneyId(id));
        Recording said = new Recording(filedOn, reference, proof == null ? null : new EvidenceId(proof), silenceSeen);
        try {
            said = proved(journey, said, file);
            filings.record(journey.id(), said);
        } catch (RefusedFile no) {
            return sentBack(journey, new Sheet(said, no.messageKey(), words(no)), response, model, locale);
        } catch (StoreUnavailable away) {
            return sentBack(journey, new Sheet(said, away.messageKey(), List.of()), response, model, locale);
        } catch (BusinessRefusal no) {
            if (no.kind() != BusinessRefusal.Kind.INVALID) {
                throw no;
            }
            return sentBack(journey, new Sheet(said, no.key(), List.of()), response, model, locale);
        }
        Flash.ok("admissibility.portal.recorded").on(next);
        return "redirect:/journeys/" + id;
    }

    private Recording proved(Journey journey, Recording said, @Nullable MultipartFile file) throws IOException {
        if (file == null || file.isEmpty()) {
            return said;
        }
        try (InputStream content = file.getInputStream()) {
            EvidenceId kept = proofs.attach(
                    journey.id(),
                    file.getOriginalFilename() == null ? "" : file.getOriginalFilename(),
                    file.getContentType() == null ? "" : file.getContentType(),
                    content,
                    file.getSize());
            return new Recording(said.filedOn(), said.reference(), kept, said.silenceSeen());
        }
    }

    private static List<String> words(RefusedFile no) {
        return Arrays.stream(no.arguments()).map(String::valueOf).toList();
    }

    private String sentBack(Journey journey, Sheet sheet, HttpServletResponse response, Model model, Locale locale) {
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return page(journey, sheet, model, locale);
    }

    private String page(Journey journey, Sheet sheet, Model model, Locale locale) {
        LocalDate day = sheet.said().filedOn();
        LegalClock counted = day == null ? null : journey.clock().receivedOn(day);
        model.addAttribute("journey", journey);
        model.addAttribute("sheet", sheet);
        model.addAttribute("declared", filings.declared(journey));
        model.addAttribute("recorded", filings.of(journey));
        model.addAttribute("lastDay", journey.clock().lastDay().orElse(null));
        model.addAttribute("counted", counted == null ? null : counted.lastDay().orElse(null));
        model.addAttribute(
                "pieces",
                evidences.list(journey.id()).stream()
                        .filter(piece -> piece.opens() && !piece.kind().identityDocument())
                        .toList());
        model.addAttribute(
                "crumbs",
                List.of(
                        new Crumb(messages.getMessage("journey.cases", null, locale), "/worklist"),
                        new Crumb(journey.caseNumber(), "/journeys/" + journey.id()),
                        Crumb.here(messages.getMessage("admissibility.portal", null, locale))));
        return "admissibility/portal";
    }
}
