package fr.acquis.admissibility.web;

import fr.acquis.admissibility.Livret1OnPaper;
import fr.acquis.admissibility.Livret1OnPaper.Filled;
import fr.acquis.admissibility.Livret1OnPaper.Waiting;
import fr.acquis.admissibility.Livret1s;
import fr.acquis.admissibility.official.Findings;
import fr.acquis.admissibility.official.Findings.Found;
import fr.acquis.admissibility.official.Findings.Label;
import fr.acquis.admissibility.official.Findings.Said;
import fr.acquis.admissibility.official.Findings.State;
import fr.acquis.evidence.RefusedFile;
import fr.acquis.evidence.StoreUnavailable;
import fr.acquis.identity.CurrentPerson;
import fr.acquis.journey.Journey;
import fr.acquis.journey.Journeys;
import fr.acquis.shared.JourneyId;
import fr.acquis.shell.Crumb;
import fr.acquis.shell.Flash;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Livret 1 and the official form: begun from a filled one, taken away on one. */
@Controller
class OfficialFormPages {

    private final Livret1OnPaper papers;
    private final Livret1s livrets;
    private final Journeys journeys;
    private final CurrentPerson current;
    private final MessageSource messages;

    OfficialFormPages(
            Livret1OnPaper papers, Livret1s livrets, Journeys journeys, CurrentPerson current, MessageSource messages) {
        this.papers = papers;
        this.livrets = livrets;
        this.journeys = journeys;
        this.current = current;
        this.messages = messages;
    }

    @GetMapping("/journeys/{id}/livret1/official")
    String show(@PathVariable UUID id, Model model, Locale locale) {
        return page(journeys.get(new JourneyId(id)), model, locale, null);
    }

    @PostMapping(path = "/journeys/{id}/livret1/official", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    String read(
            @PathVariable UUID id,
            @RequestParam MultipartFile file,
            Model model,
            HttpServletResponse response,
            Locale locale)
            throws IOException {
        JourneyId journey = new JourneyId(id);
        String refusal = refusal(journey, file, locale);
        if (refusal == null) {
            return "redirect:/journeys/" + id + "/livret1/official";
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return page(journeys.get(journey), model, locale, refusal);
    }

    private @Nullable String refusal(JourneyId journey, MultipartFile file, Locale locale) throws IOException {
        String name = file.getOriginalFilename() == null ? "" : file.getOriginalFilename();
        String type = file.getContentType() == null ? "" : file.getContentType();
        try (InputStream content = file.getInputStream()) {
            Livret1OnPaper.Outcome outcome = papers.read(journey, name, type, content, file.getSize());
            return outcome == Livret1OnPaper.Outcome.READ
                    ? null
                    : messages.getMessage("admissibility.official.outcome." + outcome, null, locale);
        } catch (RefusedFile no) {
            return messages.getMessage(no.messageKey(), no.arguments(), locale);
        } catch (StoreUnavailable busy) {
            return messages.getMessage("admissibility.official.busy", null, locale);
        }
    }

    @PostMapping("/journeys/{id}/livret1/official/acceptance")
    String take(
            @PathVariable UUID id,
            @RequestParam(name = "key", defaultValue = "") Set<String> keys,
            RedirectAttributes next) {
        int taken = papers.take(new JourneyId(id), keys);
        Flash.ok("admissibility.official.taken", taken).on(next);
        return "redirect:/journeys/" + id + "/livret1";
    }

    @PostMapping("/journeys/{id}/livret1/official/refusal")
    String forget(@PathVariable UUID id, RedirectAttributes next) {
        papers.forget(new JourneyId(id));
        Flash.ok("admissibility.official.forgotten").on(next);
        return "redirect:/journeys/" + id + "/livret1/official";
    }

    @GetMapping("/journeys/{id}/livret1/official/{form}")
    ResponseEntity<byte[]> fill(@PathVariable UUID id, @PathVariable String form) {
        Filled filled = papers.fill(new JourneyId(id), form).orElse(null);
        if (filled == null) {
            return ResponseEntity.notFound().build();
        }
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(filled.fileName(), StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(filled.content());
    }

    private String page(Journey journey, Model model, Locale locale, @Nullable String refusal) {
        boolean own = journey.candidate().equals(current.get().id());
        boolean writes = livrets.mayWrite(journey);
        model.addAttribute("journey", journey);
        model.addAttribute("forms", papers.forms());
        model.addAttribute("writes", writes);
        model.addAttribute("refusal", refusal);
        model.addAttribute(
                "reading",
                writes
                        ? papers.waiting(journey.id())
                                .map(waiting -> reading(waiting, locale))
                                .orElse(null)
                        : null);
        model.addAttribute(
                "crumbs",
                List.of(
                        new Crumb(say(own ? "journey.mine" : "journey.cases", locale), own ? "/journeys" : "/worklist"),
                        new Crumb(journey.caseNumber(), "/journeys/" + journey.id()),
                        new Crumb(say("admissibility.livret1", locale), "/journeys/" + journey.id() + "/livret1"),
                        Crumb.here(say("admissibility.official", locale))));
        return "admissibility/official";
    }

    /**
     * @param fresh answers that fill what is empty
     * @param different answers beside what was written here
     * @param same how many stand here already
     */
    record Reading(
            String fileName, String form, List<Row> fresh, List<Row> different, int same, List<UnreadRow> unread) {}

    record Row(
            String key, String label, String read, @Nullable String held, boolean reckoned) {}

    record UnreadRow(String label, String value, String reason) {}

    private Reading reading(Waiting waiting, Locale locale) {
        Findings findings = waiting.findings();
        return new Reading(
                waiting.fileName(),
                waiting.form().title() + ", " + waiting.form().version(),
                rows(findings.in(State.NEW), locale),
                rows(findings.in(State.DIFFERENT), locale),
                findings.in(State.SAME).size(),
                findings.unread().stream()
                        .map(unread -> new UnreadRow(
                                say(unread.label(), locale),
                                unread.value(),
                                say("admissibility.official.reason." + unread.reason(), locale)))
                        .toList());
    }

    private List<Row> rows(List<Found> found, Locale locale) {
        return found.stream()
                .map(one -> new Row(
                        one.key(),
                        say(one.label(), locale),
                        say(one.read(), locale),
                        one.held() == null ? null : say(one.held(), locale),
                        one.reckoned()))
                .toList();
    }

    private String say(Said said, Locale locale) {
        return said.text() != null
                ? said.text()
                : said.keys().stream().map(key -> say(key, locale)).collect(Collectors.joining("\u00a0; "));
    }

    private String say(Label label, Locale locale) {
        return messages.getMessage(label.key(), label.arguments().toArray(), locale);
    }

    private String say(String key, Locale locale) {
        return messages.getMessage(key, null, locale);
    }
}
