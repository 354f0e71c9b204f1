package fr.acquis.evidence.web;

import fr.acquis.evidence.Evidence;
import fr.acquis.evidence.EvidenceAccess;
import fr.acquis.evidence.EvidenceAccess.Owner;
import fr.acquis.evidence.EvidenceId;
import fr.acquis.evidence.EvidenceKind;
import fr.acquis.evidence.Evidences;
import fr.acquis.evidence.RefusedFile;
import fr.acquis.evidence.StoreUnavailable;
import fr.acquis.identity.CurrentPerson;
import fr.acquis.shared.JourneyId;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The list of a journey's files and what is done with it; answers a fragment to a script and a redirect to a plain form. */
@Controller
class EvidencePages {

    private static final String LIST = "evidence/upload :: list";

    private final Evidences evidences;
    private final ObjectProvider<EvidenceAccess> access;
    private final CurrentPerson current;

    EvidencePages(Evidences evidences, ObjectProvider<EvidenceAccess> access, CurrentPerson current) {
        this.evidences = evidences;
        this.access = access;
        this.current = current;
    }

    @GetMapping("/journeys/{journeyId}/evidence")
    String list(@PathVariable UUID journeyId, Model model) {
        show(new JourneyId(journeyId), List.of(), model);
        return LIST;
    }

    @PostMapping(path = "/journeys/{journeyId}/evidence", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    String attach(
            @PathVariable UUID journeyId,
            @RequestParam EvidenceKind kind,
            @RequestParam("file") List<MultipartFile> files,
            @RequestParam(defaultValue = "/") String back,
            @RequestHeader(name = "X-Requested-With", defaultValue = "") String by,
            Model model,
            RedirectAttributes redirect,
            HttpServletResponse response)
            throws IOException {
        JourneyId journey = new JourneyId(journeyId);
        Owner owner = owner(journey);
        List<FileRefusal> refusals = new ArrayList<>();
        int status = HttpStatus.OK.value();
        for (MultipartFile file : files) {
            try (InputStream content = file.getInputStream()) {
                attach(journey, owner, kind, file, content);
            } catch (RefusedFile no) {
                refusals.add(new FileRefusal(file.getOriginalFilename(), no.messageKey(), no.arguments()));
                status = HttpStatus.UNPROCESSABLE_CONTENT.value();
            } catch (StoreUnavailable away) {
                refusals.add(new FileRefusal(file.getOriginalFilename(), away.messageKey(), new Object[0]));
                status = HttpStatus.SERVICE_UNAVAILABLE.value();
            }
        }
        if (by.isEmpty()) {
            redirect.addFlashAttribute("evidenceRefusals", refusals);
            return "redirect:" + local(back);
        }
        response.setStatus(status);
        show(journey, refusals, model);
        return LIST;
    }

    private void attach(JourneyId journey, Owner owner, EvidenceKind kind, MultipartFile file, InputStream content) {
        evidences.attach(
                journey,
                owner.certifyingBody(),
                owner.candidate(),
                kind,
                file.getOriginalFilename() == null ? "" : file.getOriginalFilename(),
                file.getContentType() == null ? "" : file.getContentType(),
                content,
                file.getSize());
    }

    @PostMapping("/evidence/{id}/withdrawal")
    String withdraw(@PathVariable UUID id, @RequestParam String reason, @RequestParam(defaultValue = "/") String back) {
        if (reason.isBlank() || reason.strip().length() > 500) {
            throw new ResponseStatusException(HttpStatus.UNPROCESSABLE_CONTENT);
        }
        evidences.withdraw(new EvidenceId(id), reason);
        return "redirect:" + local(back);
    }

    @PostMapping("/evidence/{id}/identity-check")
    String checkIdentity(@PathVariable UUID id, @RequestParam(defaultValue = "/") String back) {
        evidences.markIdentityChecked(new EvidenceId(id));
        return "redirect:" + local(back);
    }

    private Owner owner(JourneyId journey) {
        EvidenceAccess answers = access.getIfAvailable();
        return (answers == null ? Optional.<Owner>empty() : answers.mayAttach(journey, current.get()))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private void show(JourneyId journey, List<FileRefusal> refusals, Model model) {
        List<Evidence> pieces = evidences.list(journey);
        model.addAttribute("evidences", pieces);
        model.addAttribute("evidenceJourney", journey);
        model.addAttribute("evidenceRefusals", refusals);
    }

    /** Only a path of ours: an address given by a form must not send anybody elsewhere. */
    private static String local(String back) {
        boolean ours = back.startsWith("/")
                && !back.startsWith("//")
                && back.indexOf('\\') < 0
                && back.chars().noneMatch(Character::isISOControl);
        return ours ? back : "/";
    }

    /** A file that was not taken in and why. */
    record FileRefusal(String fileName, String messageKey, Object[] arguments) implements Serializable {}
}
