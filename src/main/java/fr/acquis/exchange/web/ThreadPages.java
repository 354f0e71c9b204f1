package fr.acquis.exchange.web;

import fr.acquis.evidence.EvidenceId;
import fr.acquis.evidence.RefusedFile;
import fr.acquis.evidence.StoreUnavailable;
import fr.acquis.exchange.Exchanges;
import fr.acquis.exchange.FileRefusals;
import fr.acquis.exchange.Message;
import fr.acquis.exchange.MessageFiles;
import fr.acquis.exchange.MessageId;
import fr.acquis.exchange.MessageWriting;
import fr.acquis.exchange.TakingBack;
import fr.acquis.shared.BusinessRefusal;
import fr.acquis.shared.JourneyId;
import fr.acquis.shell.Flash;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The thread with the candidate, and the internal notes: two pages, so that nobody writes in the wrong one. */
@Controller
class ThreadPages {

    private final ThreadModel thread;
    private final Exchanges exchanges;
    private final MessageWriting writing;
    private final TakingBack takingBack;
    private final MessageFiles files;
    private final FileRefusals refusals;
    private final MessageSource messages;

    ThreadPages(
            ThreadModel thread,
            Exchanges exchanges,
            MessageWriting writing,
            TakingBack takingBack,
            MessageFiles files,
            FileRefusals refusals,
            MessageSource messages) {
        this.thread = thread;
        this.exchanges = exchanges;
        this.writing = writing;
        this.takingBack = takingBack;
        this.files = files;
        this.refusals = refusals;
        this.messages = messages;
    }

    @GetMapping("/journeys/{id}/messages")
    String messages(
            @PathVariable UUID id, @RequestParam(required = false) @Nullable UUID before, Model model, Locale locale) {
        return thread.page(new JourneyId(id), Message.Kind.MESSAGE, page(before), null, model, locale);
    }

    @GetMapping("/journeys/{id}/notes")
    String notes(
            @PathVariable UUID id, @RequestParam(required = false) @Nullable UUID before, Model model, Locale locale) {
        return thread.page(new JourneyId(id), Message.Kind.NOTE, page(before), null, model, locale);
    }

    /** Files that could not be taken leave the words and the other files where they are. */
    @PostMapping("/journeys/{id}/messages")
    String send(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String text,
            @RequestParam(name = "file", required = false) @Nullable List<MultipartFile> joined,
            Model model,
            Locale locale,
            HttpServletResponse response,
            RedirectAttributes next) {
        JourneyId journey = new JourneyId(id);
        List<String> refused = joined == null ? List.of() : join(journey, joined, locale);
        if (!refused.isEmpty()) {
            exchanges.keepDraft(journey, Message.Kind.MESSAGE, text);
            return again(journey, Message.Kind.MESSAGE, text, "fileErrors", refused, model, locale, response);
        }
        try {
            MessageId sent = writing.send(journey, text);
            Flash.ok("exchange.sent").on(next);
            return "redirect:/journeys/" + id + "/messages#m-" + sent;
        } catch (BusinessRefusal no) {
            return refused(no, journey, Message.Kind.MESSAGE, text, model, locale, response);
        }
    }

    @PostMapping("/journeys/{id}/notes")
    String note(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String text,
            @RequestParam(defaultValue = "false") boolean adviserReads,
            Model model,
            Locale locale,
            HttpServletResponse response,
            RedirectAttributes next) {
        JourneyId journey = new JourneyId(id);
        try {
            MessageId written = writing.note(journey, text, adviserReads);
            Flash.ok("exchange.noted").on(next);
            return "redirect:/journeys/" + id + "/notes#m-" + written;
        } catch (BusinessRefusal no) {
            return refused(no, journey, Message.Kind.NOTE, text, model, locale, response);
        }
    }

    @PostMapping("/journeys/{id}/messages/draft")
    ResponseEntity<Void> draft(@PathVariable UUID id, @RequestParam(defaultValue = "") String text) {
        exchanges.keepDraft(new JourneyId(id), Message.Kind.MESSAGE, text);
        return ResponseEntity.noContent().build();
    }

    @PostMapping("/journeys/{id}/notes/draft")
    ResponseEntity<Void> noteDraft(@PathVariable UUID id, @RequestParam(defaultValue = "") String text) {
        exchanges.keepDraft(new JourneyId(id), Message.Kind.NOTE, text);
        return ResponseEntity.noContent().build();
    }

    @PostMapping("/journeys/{id}/messages/{message}/correction")
    String correct(
            @PathVariable UUID id,
            @PathVariable UUID message,
            @RequestParam(defaultValue = "") String text,
            RedirectAttributes next) {
        writing.correct(new JourneyId(id), new MessageId(message), text);
        Flash.ok("exchange.corrected").on(next);
        return "redirect:" + where(id, message) + "#m-" + message;
    }

    @PostMapping("/journeys/{id}/messages/{message}/withdrawal")
    String withdraw(@PathVariable UUID id, @PathVariable UUID message, Locale locale, RedirectAttributes next) {
        takingBack.of(
                new JourneyId(id),
                new MessageId(message),
                messages.getMessage("exchange.withdrawn.file", null, locale));
        Flash.ok("exchange.withdrawn.done").on(next);
        return "redirect:" + where(id, message);
    }

    @PostMapping("/journeys/{id}/messages/files/{evidence}/removal")
    String leaveOut(@PathVariable UUID id, @PathVariable UUID evidence, Locale locale, RedirectAttributes next) {
        files.leaveOut(
                new JourneyId(id), new EvidenceId(evidence), messages.getMessage("exchange.left-out", null, locale));
        Flash.ok("exchange.file.removed").on(next);
        return "redirect:/journeys/" + id + "/messages#write";
    }

    @PostMapping("/journeys/{id}/messages/settlement")
    String settle(@PathVariable UUID id, RedirectAttributes next) {
        writing.settle(new JourneyId(id));
        Flash.ok("exchange.settled").on(next);
        return "redirect:/journeys/" + id + "/messages";
    }

    private String where(UUID id, UUID message) {
        return ThreadModel.base(new JourneyId(id), takingBack.kind(new MessageId(message)));
    }

    private List<String> join(JourneyId journey, List<MultipartFile> joined, Locale locale) {
        List<String> refused = new ArrayList<>();
        for (MultipartFile file : joined) {
            if (file.isEmpty()
                    && (file.getOriginalFilename() == null
                            || file.getOriginalFilename().isEmpty())) {
                continue; // a form without a file sends an empty one
            }
            String name = file.getOriginalFilename() == null ? "" : file.getOriginalFilename();
            try {
                files.join(
                        journey,
                        name,
                        file.getContentType() == null ? "" : file.getContentType(),
                        file,
                        file.getSize());
            } catch (RefusedFile | StoreUnavailable | BusinessRefusal no) {
                refused.add(refusals.said(name, no, locale));
            }
        }
        return refused;
    }

    private String refused(
            BusinessRefusal no,
            JourneyId journey,
            Message.Kind kind,
            String text,
            Model model,
            Locale locale,
            HttpServletResponse response) {
        if (no.kind() != BusinessRefusal.Kind.INVALID) {
            throw no;
        }
        exchanges.keepDraft(journey, kind, text);
        return again(
                journey,
                kind,
                text,
                "textError",
                messages.getMessage(no.key(), no.arguments(), locale),
                model,
                locale,
                response);
    }

    private String again(
            JourneyId journey,
            Message.Kind kind,
            String text,
            String what,
            Object wrong,
            Model model,
            Locale locale,
            HttpServletResponse response) {
        response.setStatus(422);
        model.addAttribute(what, wrong);
        return thread.page(journey, kind, null, text, model, locale);
    }

    private static @Nullable MessageId page(@Nullable UUID before) {
        return before == null ? null : new MessageId(before);
    }
}
