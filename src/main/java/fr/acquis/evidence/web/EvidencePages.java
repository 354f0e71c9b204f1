package fr.acquis.evidence.web;

import fr.acquis.evidence.Evidence;
import fr.acquis.evidence.EvidenceAccess;
import fr.acquis.evidence.EvidenceContent;
import fr.acquis.evidence.EvidenceId;
import fr.acquis.evidence.EvidenceKind;
import fr.acquis.evidence.Evidences;
import fr.acquis.evidence.RefusedFile;
import fr.acquis.evidence.StoreUnavailable;
import fr.acquis.evidence.UnknownEvidence;
import fr.acquis.identity.CurrentPerson;
import fr.acquis.shared.JourneyId;
import fr.acquis.shell.Flash;
import fr.acquis.shell.Tone;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.springframework.core.io.InputStreamResource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

@Controller
class EvidencePages {

    private final Evidences evidences;
    private final List<EvidenceAccess> access;
    private final CurrentPerson current;

    EvidencePages(Evidences evidences, List<EvidenceAccess> access, CurrentPerson current) {
        this.evidences = evidences;
        this.access = access;
        this.current = current;
    }

    /** Takes the files one by one: one that is refused does not stop the others, and each refusal is said. */
    @PostMapping("/journeys/{id}/evidence")
    String attach(
            @PathVariable UUID id,
            @RequestParam EvidenceKind kind,
            @RequestParam("file") List<MultipartFile> files,
            @RequestParam String next,
            RedirectAttributes attributes)
            throws IOException {
        JourneyId journey = new JourneyId(id);
        EvidenceAccess.Owner owner = access.stream()
                .flatMap(rule -> rule.mayAttach(journey, current.get()).stream())
                .findFirst()
                .orElseThrow(() -> new UnknownEvidence(new EvidenceId(id)));
        Flash flash = Flash.ok("evidence.attached", files.size());
        for (MultipartFile file : files) {
            try {
                evidences.attach(
                        journey,
                        owner.certifyingBody(),
                        owner.candidate(),
                        kind,
                        file.getOriginalFilename() == null ? "" : file.getOriginalFilename(),
                        file.getContentType() == null ? "" : file.getContentType(),
                        file.getInputStream(),
                        file.getSize());
            } catch (RefusedFile refused) {
                flash = bad(refused.messageKey(), refused.arguments());
            } catch (StoreUnavailable later) {
                flash = Flash.bad(later.messageKey());
            }
        }
        flash.on(attributes);
        return "redirect:" + own(next);
    }

    @GetMapping("/evidence/{id}/content")
    ResponseEntity<InputStreamResource> content(@PathVariable UUID id) {
        EvidenceContent content = evidences.open(new EvidenceId(id));
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(content.version().type().mediaType()))
                .contentLength(content.version().size())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(content.version().fileName(), StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", "sandbox; default-src 'none'")
                .body(new InputStreamResource(content.stream()));
    }

    @PostMapping("/evidence/{id}/withdrawal")
    String withdraw(
            @PathVariable UUID id,
            @RequestParam String next,
            @RequestParam(defaultValue = "candidate") String reason,
            RedirectAttributes attributes) {
        evidences.withdraw(new EvidenceId(id), reason);
        Flash.ok("evidence.withdrawn").on(attributes);
        return "redirect:" + own(next);
    }

    /** An agent has seen that the document is the candidate's: the mark stays, the document goes. */
    @PostMapping("/evidence/{id}/identity-check")
    String checked(@PathVariable UUID id, @RequestParam String next, RedirectAttributes attributes) {
        evidences.markIdentityChecked(new EvidenceId(id));
        Flash.ok("evidence.identity-checked").on(attributes);
        return "redirect:" + own(next);
    }

    @ExceptionHandler(UnknownEvidence.class)
    void unknown(HttpServletResponse response) throws IOException {
        response.sendError(HttpServletResponse.SC_NOT_FOUND);
    }

    @ExceptionHandler(StoreUnavailable.class)
    void later(HttpServletResponse response) throws IOException {
        response.sendError(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
    }

    private static Flash bad(String key, Object[] arguments) {
        List<Serializable> said = Arrays.stream(arguments)
                .map(argument ->
                        argument instanceof Evidence piece ? piece.current().fileName() : argument)
                .map(argument -> argument instanceof Serializable value ? value : String.valueOf(argument))
                .toList();
        return new Flash(Tone.BAD, key, said);
    }

    /** Only back to a page of ours. */
    private static String own(String next) {
        return next.startsWith("/journeys/") && !next.contains("//") && !next.contains("\\") ? next : "/";
    }
}
