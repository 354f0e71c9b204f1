package fr.acquis.evidence;

import fr.acquis.audit.Audit;
import fr.acquis.evidence.PieceSights.Seen;
import fr.acquis.evidence.store.NoteRows;
import fr.acquis.identity.CurrentPerson;
import fr.acquis.shared.BusinessRefusal;
import fr.acquis.shared.BusinessRefusal.Kind;
import fr.acquis.shared.PersonId;
import fr.acquis.shared.TimeOrderedUuid;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Notes people leave on a page, each for those it is meant for. The log says that one was written, never what. */
@Service
@Transactional
public class PageNotes {

    private static final int LONGEST = 2_000;

    private final PieceSights sights;
    private final NoteRows notes;
    private final ObjectProvider<PanelNotes> panels;
    private final CurrentPerson current;
    private final Audit audit;
    private final Clock clock;

    PageNotes(
            PieceSights sights,
            NoteRows notes,
            ObjectProvider<PanelNotes> panels,
            CurrentPerson current,
            Audit audit,
            Clock clock) {
        this.sights = sights;
        this.notes = notes;
        this.panels = panels;
        this.current = current;
        this.audit = audit;
        this.clock = clock;
    }

    /** Those of a page that are meant for the signed-in person, oldest first. */
    @Transactional(readOnly = true)
    public List<PageNote> of(EvidenceId id, int page) {
        Seen seen = sights.of(id);
        return notes.of(seen.piece(), page).stream()
                .filter(note -> meantFor(me(), seen, note))
                .toList();
    }

    private boolean meantFor(PersonId reader, Seen seen, PageNote note) {
        if (note.author().equals(reader)) {
            return true;
        }
        return switch (note.reach()) {
            case AUTHOR -> false;
            case CANDIDATE -> seen.sight() == Sight.OWNER || seen.sight() == note.sight();
            case BODY -> seen.sight() == Sight.BODY;
            case PANEL ->
                seen.sight() == Sight.PANEL
                        && panels.stream()
                                .anyMatch(panel -> panel.open(seen.piece().journey(), reader, note.author()));
        };
    }

    /** @throws BusinessRefusal when nothing is written, too much, or for whom this reader may not write */
    public void write(EvidenceId id, int page, NoteReach reach, String body) {
        Seen seen = sights.of(id);
        String said = body.strip();
        if (said.isEmpty()) {
            throw new BusinessRefusal(Kind.INVALID, "evidence.note.empty");
        }
        if (said.length() > LONGEST) {
            throw new BusinessRefusal(Kind.INVALID, "evidence.note.too-long");
        }
        if (page < 1 || !NoteReach.of(seen.sight()).contains(reach)) {
            throw new BusinessRefusal(Kind.FORBIDDEN, "evidence.note.not-for-them");
        }
        notes.insert(
                seen.piece(),
                new PageNote(TimeOrderedUuid.next(), page, me(), seen.sight(), reach, said, clock.instant()));
        audit.record(
                seen.piece().journey().value(),
                "annotate-evidence",
                Map.of("evidence", id.toString(), "page", Integer.toString(page), "reach", reach.name()));
    }

    /** Takes one's own note back. */
    public void remove(EvidenceId id, UUID note) {
        Seen seen = sights.of(id);
        if (notes.delete(id, note, me())) {
            audit.record(
                    seen.piece().journey().value(),
                    "remove-evidence-note",
                    Map.of("evidence", id.toString(), "note", note.toString()));
        }
    }

    private PersonId me() {
        return current.get().id();
    }
}
