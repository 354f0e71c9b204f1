package fr.acquis.evidence.web;

import fr.acquis.evidence.Evidence;
import fr.acquis.evidence.NoteReach;
import fr.acquis.evidence.PageNote;
import fr.acquis.evidence.PageNotes;
import fr.acquis.evidence.PageReading;
import fr.acquis.evidence.PageSheet;
import fr.acquis.evidence.PageView;
import fr.acquis.evidence.PieceViewer;
import fr.acquis.evidence.Sight;
import fr.acquis.evidence.web.ViewerPages.Written;
import fr.acquis.evidence.web.ViewerPages.Zoom;
import fr.acquis.identity.CurrentPerson;
import fr.acquis.identity.People;
import fr.acquis.identity.Person;
import fr.acquis.shared.PersonId;
import fr.acquis.shell.Crumb;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Fills the model of the viewer. */
@Component
class ViewerModel {

    private static final int NEIGHBOURS = 6;

    /** Of the text, read out with the picture; the whole text stands below it. */
    private static final int SPOKEN = 160;

    private final PieceViewer viewer;
    private final PageNotes notes;
    private final People people;
    private final CurrentPerson current;
    private final MessageSource messages;

    ViewerModel(PieceViewer viewer, PageNotes notes, People people, CurrentPerson current, MessageSource messages) {
        this.viewer = viewer;
        this.notes = notes;
        this.people = people;
        this.current = current;
        this.messages = messages;
    }

    /**
     * How a drawing lies in its frame: turned by quarters about its own corner.
     *
     * @param width of the frame, which is the drawing's height when it lies on its side
     */
    public record Laid(int width, int height, String transform) {

        static Laid of(PageSheet sheet, int turned) {
            int w = sheet.width();
            int h = sheet.height();
            return switch (turned) {
                case 1 -> new Laid(h, w, "translate(%d 0) rotate(90)".formatted(h));
                case 2 -> new Laid(w, h, "translate(%d %d) rotate(180)".formatted(w, h));
                case 3 -> new Laid(h, w, "translate(0 %d) rotate(270)".formatted(w));
                default -> new Laid(w, h, "translate(0 0)");
            };
        }
    }

    /** A small picture among its neighbours. */
    public record Neighbour(int page, boolean here, boolean drawn) {}

    public record NoteLine(PageNote note, String author, boolean own) {}

    /** @param who null where a role says enough */
    public record ReaderLine(PageReading reading, @Nullable String who) {

        public String pages() {
            return String.join(
                    ", ", reading.pages().stream().map(String::valueOf).toList());
        }
    }

    void fill(PageView view, Zoom zoom, boolean beside, @Nullable Written written, Model model) {
        Evidence piece = view.piece();
        List<NoteReach> reaches = NoteReach.of(view.sight());
        model.addAttribute("view", view);
        model.addAttribute("piece", piece);
        model.addAttribute("zoom", zoom);
        model.addAttribute("beside", beside);
        model.addAttribute("laid", view.sheet() == null ? null : Laid.of(view.sheet(), view.turned()));
        model.addAttribute("spoken", spoken(view));
        model.addAttribute("neighbours", neighbours(view));
        model.addAttribute("reaches", reaches);
        model.addAttribute(
                "written", written == null && !reaches.isEmpty() ? new Written("", reaches.getFirst(), "") : written);
        model.addAttribute(
                "notes",
                notes.of(piece.id(), view.page()).stream().map(this::line).toList());
        model.addAttribute("readers", readers(view));
        model.addAttribute("crumbs", beside ? null : crumbs(view));
    }

    private static String spoken(PageView view) {
        String text = view.text().replaceAll("\\s+", " ");
        return text.length() > SPOKEN ? text.substring(0, SPOKEN) + "…" : text;
    }

    private static List<Neighbour> neighbours(PageView view) {
        int from = Math.max(1, Math.min(view.page() - NEIGHBOURS, view.pages() - 2 * NEIGHBOURS));
        int to = Math.min(view.pages(), from + 2 * NEIGHBOURS);
        return IntStream.rangeClosed(from, to)
                .mapToObj(page ->
                        new Neighbour(page, page == view.page(), view.drawn().contains(page)))
                .toList();
    }

    private NoteLine line(PageNote note) {
        return new NoteLine(
                note, name(note.author()), note.author().equals(current.get().id()));
    }

    /** The candidate learns as what people looked, their names stay with the certifying body. */
    private List<ReaderLine> readers(PageView view) {
        boolean named = view.sight() == Sight.BODY;
        return viewer.readings(view.piece().id()).stream()
                .map(reading -> new ReaderLine(reading, named ? name(reading.person()) : null))
                .toList();
    }

    private String name(PersonId id) {
        return people.find(id).map(Person::displayName).orElse("—");
    }

    private List<Crumb> crumbs(PageView view) {
        Evidence piece = view.piece();
        String journey = "/journeys/" + piece.journey();
        List<Crumb> crumbs = new ArrayList<>();
        if (view.sight().opensOriginal()) {
            crumbs.add(new Crumb(say("evidence.case"), journey));
            crumbs.add(new Crumb(say("evidence.page"), journey + "/evidence"));
            crumbs.add(new Crumb(piece.current().fileName(), "/evidence/" + piece.id()));
        } else if (view.sight() == Sight.PANEL) {
            crumbs.add(new Crumb(say("evidence.viewer.hearing"), journey + "/hearing"));
        } else {
            crumbs.add(new Crumb(say("evidence.viewer.livret"), journey + "/livret2"));
        }
        crumbs.add(Crumb.here(say("evidence.viewer.page", view.page())));
        return crumbs;
    }

    private String say(String key, Object... values) {
        return messages.getMessage(key, values, LocaleContextHolder.getLocale());
    }
}
