package fr.acquis.evidence.web;

import fr.acquis.evidence.AskedRooms;
import fr.acquis.evidence.Evidence;
import fr.acquis.evidence.EvidenceAccess.Owner;
import fr.acquis.evidence.EvidenceId;
import fr.acquis.evidence.EvidenceKind;
import fr.acquis.evidence.Evidences;
import fr.acquis.evidence.GivenFile;
import fr.acquis.evidence.PieceWanted;
import fr.acquis.evidence.RefusedFile;
import fr.acquis.evidence.Sendings;
import fr.acquis.evidence.StoreUnavailable;
import fr.acquis.identity.CurrentPerson;
import fr.acquis.shared.JourneyId;
import fr.acquis.shell.Flash;
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
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Attaching files by a plain form, withdrawing one, saying that one shows somebody else, marking an identity seen. */
@Controller
class EvidencePages {

    private static final int REASON_LENGTH = 500;

    private final Evidences evidences;
    private final Sendings sendings;
    private final AskedRooms access;
    private final CurrentPerson current;
    private final ObjectProvider<PieceWanted> wanting;

    EvidencePages(
            Evidences evidences,
            Sendings sendings,
            AskedRooms access,
            CurrentPerson current,
            ObjectProvider<PieceWanted> wanting) {
        this.evidences = evidences;
        this.sendings = sendings;
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
            @RequestParam(defaultValue = "false") boolean others,
            @RequestParam(defaultValue = "/") String back,
            @RequestParam(name = "for", defaultValue = "") String wanted,
            RedirectAttributes redirect)
            throws IOException {
        JourneyId journey = new JourneyId(id);
        Owner owner = owner(journey);
        List<FileRefusal> refusals = new ArrayList<>();
        List<MultipartFile> chosen =
                files.stream().filter(EvidencePages::chosen).toList();
        for (MultipartFile file : chosen) {
            try (InputStream content = file.getInputStream()) {
                EvidenceId piece = evidences.attach(given(journey, owner, kind, others, file), content);
                wanting.forEach(room -> room.arrived(journey, piece, wanted));
            } catch (RefusedFile no) {
                refusals.add(new FileRefusal(file.getOriginalFilename(), no.messageKey(), said(no.arguments())));
            } catch (StoreUnavailable away) {
                refusals.add(new FileRefusal(file.getOriginalFilename(), away.messageKey(), List.of()));
            }
        }
        redirect.addFlashAttribute("evidenceRefusals", refusals);
        if (chosen.isEmpty()) {
            Flash.warn("evidence.upload.none").on(redirect);
        } else if (refusals.size() < chosen.size()) {
            Flash.ok("evidence.attached", chosen.size() - refusals.size()).on(redirect);
        }
        return "redirect:" + local(back);
    }

    /** A file field left alone is sent too: without a name, without a byte. */
    private static boolean chosen(MultipartFile file) {
        return !file.isEmpty()
                || file.getOriginalFilename() != null
                        && !file.getOriginalFilename().isEmpty();
    }

    private static GivenFile given(
            JourneyId journey, Owner owner, EvidenceKind kind, boolean others, MultipartFile file) {
        return new GivenFile(
                journey,
                owner.certifyingBody(),
                owner.candidate(),
                kind,
                file.getOriginalFilename() == null ? "" : file.getOriginalFilename(),
                file.getContentType() == null ? "" : file.getContentType(),
                file.getSize(),
                others,
                null);
    }

    /** A file that was interrupted is given up by whoever began it. */
    @PostMapping("/evidence/sendings/{id}/abandonment")
    String abandon(@PathVariable UUID id, @RequestParam(defaultValue = "/") String back, RedirectAttributes redirect) {
        sendings.abandon(new EvidenceId(id));
        Flash.ok("evidence.sending.abandoned").on(redirect);
        return "redirect:" + local(back);
    }

    /** Somebody says whether a piece shows or names another person. */
    @PostMapping("/evidence/{id}/others")
    String sayShowsOthers(@PathVariable UUID id, @RequestParam boolean shows, RedirectAttributes redirect) {
        evidences.sayShowsOthers(new EvidenceId(id), shows);
        Flash.ok(shows ? "evidence.others.said" : "evidence.others.unsaid").on(redirect);
        return "redirect:/evidence/" + id;
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
