package fr.acquis.certification.web;

import fr.acquis.certification.ChangeKind;
import fr.acquis.certification.ImportState;
import fr.acquis.certification.RegisterChange;
import fr.acquis.certification.RegisterImport;
import fr.acquis.certification.RegisterImports;
import fr.acquis.shared.BusinessRefusal;
import fr.acquis.shell.Crumb;
import fr.acquis.shell.Flash;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
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

/** Imports of the register: the file is sent, what it would change is looked at, and then a person says so. */
@Controller
class ImportPages {

    private static final int PER_PAGE = 25;
    private static final int PAST = 10;
    private static final String PATH = "/certifications/imports";

    private final RegisterImports imports;
    private final ImportWords words;
    private final CertificationFacts facts;

    ImportPages(RegisterImports imports, ImportWords words, CertificationFacts facts) {
        this.imports = imports;
        this.words = words;
        this.facts = facts;
    }

    @GetMapping(PATH)
    String show(Model model) {
        model.addAttribute("crumbs", List.of(facts.catalogue(), Crumb.here(words.say("certification.imports.title"))));
        model.addAttribute("open", imports.open().map(words::view).orElse(null));
        model.addAttribute(
                "past", imports.latest(PAST).stream().map(words::view).toList());
        return "certification/imports";
    }

    /** The form as it is, without script: as long as a form may be. */
    @PostMapping(path = PATH, consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    String receive(@RequestParam MultipartFile file, RedirectAttributes next) throws IOException {
        if (file.isEmpty()) {
            Flash.bad("certification.imports.no-file").on(next);
            return "redirect:" + PATH;
        }
        String name = file.getOriginalFilename();
        return "redirect:" + PATH + "/" + imports.receive(name == null ? "" : name, file.getInputStream());
    }

    /** The file alone as the body: the script sends it this way, with progress, however long it is. */
    @PostMapping(path = PATH, consumes = MediaType.APPLICATION_OCTET_STREAM_VALUE)
    ResponseEntity<String> receive(@RequestHeader("X-File-Name") String name, HttpServletRequest request)
            throws IOException {
        try {
            UUID id = imports.receive(URLDecoder.decode(name, StandardCharsets.UTF_8), request.getInputStream());
            return ResponseEntity.created(URI.create(PATH + "/" + id)).build();
        } catch (BusinessRefusal refusal) {
            return ResponseEntity.status(HttpStatus.CONFLICT)
                    .contentType(new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8))
                    .body(words.say(refusal.key(), refusal.arguments()));
        }
    }

    @GetMapping(PATH + "/{id}")
    String one(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable ChangeKind kind,
            @RequestParam(defaultValue = "") String after,
            @RequestParam(defaultValue = "") String before,
            @RequestParam(defaultValue = "-1") int line,
            @RequestParam(defaultValue = "false") boolean refused,
            Model model) {
        RegisterImport one = find(id);
        ImportWords.View view = words.view(one);
        model.addAttribute(
                "crumbs",
                List.of(
                        facts.catalogue(),
                        new Crumb(words.say("certification.imports.title"), PATH),
                        Crumb.here(one.fileName())));
        model.addAttribute("one", view);
        model.addAttribute("applicable", one.state() == ImportState.COMPARED);
        model.addAttribute("resumable", imports.resumable(one));
        model.addAttribute("applied", one.decidedAt() == null ? 0 : imports.applied(id));
        if (!one.state().working() && (one.changes() > 0 || one.refused() > 0)) {
            ChangeKind shown = kind != null ? kind : words.firstKind(one);
            boolean lines = refused || shown == null;
            model.addAttribute("tabs", words.tabs(one, lines ? null : shown));
            if (lines) {
                refusals(id, line, model);
            } else {
                changes(id, shown, after, before, model);
            }
        }
        return "certification/import";
    }

    /** The state alone, asked for again and again while there is work; when it is done the page comes anew. */
    @GetMapping(PATH + "/{id}/progress")
    String progress(@PathVariable UUID id, Model model, HttpServletResponse response) {
        RegisterImport one = find(id);
        if (!one.state().working()) {
            response.setHeader("HX-Refresh", "true");
        }
        model.addAttribute("one", words.view(one));
        return "certification/import-progress :: progress";
    }

    @PostMapping(PATH + "/{id}/application")
    String apply(@PathVariable UUID id) {
        imports.apply(id);
        return "redirect:" + PATH + "/" + id;
    }

    @PostMapping(PATH + "/{id}/cancellation")
    String cancel(@PathVariable UUID id, RedirectAttributes next) {
        imports.cancel(id);
        Flash.ok("certification.import.cancelling").on(next);
        return "redirect:" + PATH + "/" + id;
    }

    private void changes(UUID id, ChangeKind kind, String after, String before, Model model) {
        boolean backwards = !before.isEmpty();
        List<RegisterChange> found = imports.changes(id, kind, backwards ? before : after, backwards, PER_PAGE + 1);
        boolean more = found.size() > PER_PAGE;
        List<RegisterChange> page = more ? found.subList(0, PER_PAGE) : found;
        List<RegisterChange> ordered = backwards ? page.reversed() : page;
        String here = PATH + "/" + id + "?kind=" + kind + "&";
        boolean back = backwards ? more : !after.isEmpty();
        boolean on = backwards || more;
        model.addAttribute("kind", kind);
        model.addAttribute("changes", ordered.stream().map(words::change).toList());
        model.addAttribute(
                "before",
                back && !ordered.isEmpty()
                        ? here + "before=" + ordered.getFirst().number()
                        : null);
        model.addAttribute(
                "after",
                on && !ordered.isEmpty() ? here + "after=" + ordered.getLast().number() : null);
    }

    private void refusals(UUID id, int line, Model model) {
        var found = imports.refusals(id, line, PER_PAGE + 1);
        boolean more = found.size() > PER_PAGE;
        model.addAttribute("refusals", words.refusals(more ? found.subList(0, PER_PAGE) : found));
        String here = PATH + "/" + id + "?refused=true&line=";
        model.addAttribute("before", line < 0 ? null : here + Math.max(-1, line - PER_PAGE));
        model.addAttribute("after", more ? here + (line + PER_PAGE) : null);
    }

    private RegisterImport find(UUID id) {
        return imports.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
