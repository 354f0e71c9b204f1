package fr.acquis.evidence.web;

import fr.acquis.evidence.EvidenceId;
import fr.acquis.evidence.NoteReach;
import fr.acquis.evidence.PageNotes;
import fr.acquis.evidence.PageView;
import fr.acquis.evidence.PieceViewer;
import fr.acquis.shared.BusinessRefusal;
import fr.acquis.shell.Flash;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * A piece looked at page by page: {@code /evidence/{id}/pages/{page}} is where a page of a piece stands, for every link. With
 * {@code beside}, the viewer comes without the frame of the house, to stand beside a form.
 */
@Controller
class ViewerPages {

    private final PieceViewer viewer;
    private final PageNotes notes;
    private final ViewerModel models;

    ViewerPages(PieceViewer viewer, PageNotes notes, ViewerModel models) {
        this.viewer = viewer;
        this.notes = notes;
        this.models = models;
    }

    /** {@code ?page=7}, from the field of the viewer or from a link. */
    @GetMapping("/evidence/{id}/pages")
    String first(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "1") int page,
            @RequestParam(defaultValue = "FIT") Zoom zoom,
            @RequestParam(defaultValue = "false") boolean beside) {
        return "redirect:" + address(id, page, zoom, beside);
    }

    @GetMapping("/evidence/{id}/pages/{page}")
    String page(
            @PathVariable UUID id,
            @PathVariable int page,
            @RequestParam(defaultValue = "FIT") Zoom zoom,
            @RequestParam(defaultValue = "false") boolean beside,
            Model model,
            HttpServletResponse response) {
        response.setHeader(HttpHeaders.CACHE_CONTROL, "private, no-store");
        return shown(id, page, zoom, beside, null, model);
    }

    private String shown(UUID id, int page, Zoom zoom, boolean beside, @Nullable Written written, Model model) {
        PageView view = viewer.look(new EvidenceId(id), page);
        models.fill(view, zoom, beside, written, model);
        return beside ? "evidence/viewer :: viewer" : "evidence/viewer";
    }

    @GetMapping("/evidence/{id}/pages/{page}/picture")
    void picture(@PathVariable UUID id, @PathVariable int page, HttpServletResponse response) throws IOException {
        send(viewer.drawing(new EvidenceId(id), page, false), response);
    }

    @GetMapping("/evidence/{id}/pages/{page}/thumbnail")
    void thumbnail(@PathVariable UUID id, @PathVariable int page, HttpServletResponse response) throws IOException {
        send(viewer.drawing(new EvidenceId(id), page, true), response);
    }

    private static void send(Optional<InputStream> drawing, HttpServletResponse response) throws IOException {
        if (drawing.isEmpty()) {
            response.sendError(HttpStatus.NOT_FOUND.value());
            return;
        }
        try (InputStream content = drawing.get()) {
            response.setContentType(MediaType.IMAGE_JPEG_VALUE);
            response.setHeader("Content-Security-Policy", "default-src 'none'; sandbox");
            response.setHeader("X-Content-Type-Options", "nosniff");
            response.setHeader(HttpHeaders.CACHE_CONTROL, "private, no-store");
            content.transferTo(response.getOutputStream());
        }
    }

    @PostMapping("/evidence/{id}/pages/{page}/turn")
    String turn(
            @PathVariable UUID id,
            @PathVariable int page,
            @RequestParam(defaultValue = "FIT") Zoom zoom,
            @RequestParam(defaultValue = "false") boolean beside) {
        viewer.turn(new EvidenceId(id), page);
        return "redirect:" + address(id, page, zoom, beside);
    }

    /** What cannot be kept is said beside the field, with all that was typed. */
    @PostMapping("/evidence/{id}/pages/{page}/notes")
    String write(
            @PathVariable UUID id,
            @PathVariable int page,
            @RequestParam NoteReach reach,
            @RequestParam String body,
            @RequestParam(defaultValue = "FIT") Zoom zoom,
            @RequestParam(defaultValue = "false") boolean beside,
            Model model,
            RedirectAttributes redirect,
            HttpServletResponse response) {
        try {
            notes.write(new EvidenceId(id), page, reach, body);
        } catch (BusinessRefusal no) {
            if (no.kind() != BusinessRefusal.Kind.INVALID) {
                throw no;
            }
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return shown(id, page, zoom, beside, new Written(body, reach, no.key()), model);
        }
        if (!beside) {
            Flash.ok("evidence.note.written").on(redirect);
        }
        return "redirect:" + address(id, page, zoom, beside);
    }

    @PostMapping("/evidence/{id}/pages/{page}/notes/{note}/removal")
    String remove(
            @PathVariable UUID id,
            @PathVariable int page,
            @PathVariable UUID note,
            @RequestParam(defaultValue = "FIT") Zoom zoom,
            @RequestParam(defaultValue = "false") boolean beside) {
        notes.remove(new EvidenceId(id), note);
        return "redirect:" + address(id, page, zoom, beside);
    }

    private static String address(UUID id, int page, Zoom zoom, boolean beside) {
        return "/evidence/%s/pages/%d?zoom=%s%s".formatted(id, page, zoom, beside ? "&beside=true" : "");
    }

    /** How large a page is shown: as wide as there is room, or larger. */
    enum Zoom {
        FIT,
        LARGE,
        LARGER,
        LARGEST;

        public String style() {
            return "zoom-" + name().toLowerCase(Locale.ROOT);
        }

        public Zoom closer() {
            return values()[Math.min(ordinal() + 1, values().length - 1)];
        }

        public Zoom farther() {
            return values()[Math.max(ordinal() - 1, 0)];
        }
    }

    /** A note that could not be kept. */
    record Written(String body, NoteReach reach, String problem) {}
}
