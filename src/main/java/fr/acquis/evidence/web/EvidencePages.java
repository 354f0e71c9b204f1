package fr.acquis.evidence.web;

import fr.acquis.evidence.AskedRooms;
import fr.acquis.evidence.Evidence;
import fr.acquis.evidence.EvidenceAccess.Owner;
import fr.acquis.evidence.EvidenceId;
import fr.acquis.evidence.EvidenceKind;
import fr.acquis.evidence.Evidences;
import fr.acquis.evidence.PieceWanted;
import fr.acquis.evidence.RefusedFile;
import fr.acquis.evidence.StoreUnavailable;
import fr.acquis.identity.CurrentPerson;
import fr.acquis.shared.JourneyId;
import fr.acquis.shell.Flash;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Attaching files, withdrawing one, marking an identity seen; a script gets a fragment, a plain form a redirect. */
@Controller
class EvidencePages {

    private static final String ANSWER = "evidence/pieces :: refusals";
    private static final int REASON_LENGTH = 500;

    private final Evidences evidences;
    private final AskedRooms access;
    private final CurrentPerson current;
    private final ObjectProvider<PieceWanted> wanting;

    EvidencePages(Evidences evidences, AskedRooms access, CurrentPerson current, ObjectProvider<PieceWanted> wanting) {
        this.evidences = evidences;
        this.access = access;
        this.current = current;
        this.wanting = wanting;
    }

    /** Takes the files one by one: one that is refused does not stop the others, and each refusal is said. */
    @PostMapping(path = "/journeys/{id}/evidence", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    String attach(
            @PathVariable UUID id,
            @RequestParam EvidenceKind kind,
            @RequestParam("file") List<MultipartFile> files,
            @RequestParam(defaultValue = "/") String back,
            @RequestParam(name = "for", defaultValue = "") String wanted,
            @RequestHeader(name = "X-Requested-With", defaultValue = "") String by,
            Model model,
            RedirectAttributes redirect,
            HttpServletResponse response)
            throws IOException {
        JourneyId journey = new JourneyId(id);
        Owner owner = owner(journey);
        List<FileRefusal> refusals = new ArrayList<>();
        HttpStatus status = HttpStatus.OK;
        for (MultipartFile file : files) {
            try (InputStream content = file.getInputStream()) {
                EvidenceId piece = attach(journey, owner, kind, file, content);
                wanting.forEach(room -> room.arrived(journey, piece, wanted));
            } catch (RefusedFile no) {
                refusals.add(new FileRefusal(file.getOriginalFilename(), no.messageKey(), said(no.arguments())));
                status = HttpStatus.UNPROCESSABLE_CONTENT;
            } catch (StoreUnavailable away) {
                refusals.add(new FileRefusal(file.getOriginalFilename(), away.messageKey(), List.of()));
                status = HttpStatus.SERVICE_UNAVAILABLE;
            }
        }
        if (by.isEmpty()) {
            redirect.addFlashAttribute("evidenceRefusals", refusals);
            if (refusals.size() < files.size()) {
                Flash.ok("evidence.attached", files.size() - refusals.size()).on(redirect);
            }
            return "redirect:" + local(back);
        }
        response.setStatus(status.value());
        model.addAttribute("evidenceRefusals", refusals);
        return ANSWER;
    }

    private EvidenceId attach(
            JourneyId journey, Owner owner, EvidenceKind kind, MultipartFile file, InputStream content) {
        return evidences.attach(
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
    String withdraw(
            @PathVariable UUID id,
            @RequestParam String reason,
            @RequestParam(defaultValue = "/") String back,
            RedirectAttributes redirect) {
        if (reason.isBlank() || reason.strip().length() > REASON_LENGTH) {
            throw new ResponseStatusException(HttpStatus.UNPROCESSABLE_CONTENT);
        }
        evidences.withdraw(new EvidenceId(id), reason);
        Flash.ok("evidence.withdrawn.done").on(redirect);
        return "redirect:" + local(back);
    }

    /** An agent has seen that the document is the candidate's: the mark stays, the document goes. */
    @PostMapping("/evidence/{id}/identity-check")
    String checkIdentity(
            @PathVariable UUID id, @RequestParam(defaultValue = "/") String back, RedirectAttributes redirect) {
        evidences.markIdentityChecked(new EvidenceId(id));
        Flash.ok("evidence.identity-checked.done").on(redirect);
        return "redirect:" + local(back);
    }

    private Owner owner(JourneyId journey) {
        return access.mayAttach(journey, current.get())
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private static List<Serializable> said(Object[] arguments) {
        return Arrays.stream(arguments)
                .map(argument ->
                        argument instanceof Evidence piece ? piece.current().fileName() : argument)
                .map(argument -> argument instanceof Serializable value ? value : String.valueOf(argument))
                .toList();
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
    record FileRefusal(String fileName, String messageKey, List<Serializable> arguments) implements Serializable {

        public Object[] values() {
            return arguments.toArray();
        }
    }
}
