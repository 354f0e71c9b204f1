package fr.acquis.admissibility.web;

import fr.acquis.admissibility.EmployerLetters;
import fr.acquis.notification.LetterFile;
import fr.acquis.notification.LetterSummary;
import fr.acquis.notification.Letters;
import fr.acquis.shared.BusinessRefusal;
import fr.acquis.shared.JourneyId;
import fr.acquis.shell.Flash;
import java.time.LocalDate;
import java.util.UUID;
import org.springframework.core.io.InputStreamResource;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The candidate's letters for their employer, each by one button of the case's page. */
@Controller
class EmployerPages {

    private final EmployerLetters employer;
    private final Letters letters;

    EmployerPages(EmployerLetters employer, Letters letters) {
        this.employer = employer;
        this.letters = letters;
    }

    @PostMapping("/journeys/{id}/employer/attestation")
    ResponseEntity<InputStreamResource> attestation(@PathVariable UUID id) {
        LetterSummary letter = employer.attestation(new JourneyId(id));
        return LetterFile.of(letter, letters);
    }

    /** What can be corrected is said on the case's page, where the form stands. */
    @PostMapping("/journeys/{id}/employer/leave-request")
    Object leaveRequest(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String name,
            @RequestParam @DateTimeFormat(iso = ISO.DATE) LocalDate from,
            @RequestParam int hours,
            RedirectAttributes next) {
        try {
            return LetterFile.draft(employer.leaveRequest(new JourneyId(id), name, from, hours), "conge-vae.pdf");
        } catch (BusinessRefusal no) {
            if (no.kind() != BusinessRefusal.Kind.INVALID) {
                throw no;
            }
            Flash.bad(no.key(), hours).on(next);
            return "redirect:/journeys/" + id;
        }
    }
}
