package fr.acquis.evidence.web;

import fr.acquis.evidence.AskedRooms;
import fr.acquis.evidence.Evidence;
import fr.acquis.evidence.EvidenceId;
import fr.acquis.evidence.EvidenceKind;
import fr.acquis.evidence.Evidences;
import fr.acquis.evidence.FactKind;
import fr.acquis.evidence.FactState;
import fr.acquis.evidence.Facts;
import fr.acquis.evidence.FileType;
import fr.acquis.evidence.StatedLine;
import fr.acquis.evidence.StatedLine.Stated;
import fr.acquis.evidence.UnknownEvidence;
import fr.acquis.evidence.WorkedHours;
import fr.acquis.identity.CurrentPerson;
import fr.acquis.shared.JourneyId;
import fr.acquis.shell.Crumb;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Fills the models of the pages about pieces. */
@Component
class PieceModel {

    /** Whoever does not choose says nothing, and lets the machine propose. */
    private static final List<EvidenceKind> UNSAID_FIRST = Stream.concat(
                    Stream.of(EvidenceKind.OTHER),
                    EvidenceKind.chosen().stream().filter(kind -> kind != EvidenceKind.OTHER))
            .toList();

    private final Evidences evidences;
    private final Facts facts;
    private final AskedRooms access;
    private final PipelineSteps steps;
    private final CurrentPerson current;
    private final MessageSource messages;

    PieceModel(
            Evidences evidences,
            Facts facts,
            AskedRooms access,
            PipelineSteps steps,
            CurrentPerson current,
            MessageSource messages) {
        this.evidences = evidences;
        this.facts = facts;
        this.access = access;
        this.steps = steps;
        this.current = current;
        this.messages = messages;
    }

    /** @param waiting lines nobody has answered */
    public record Row(Evidence piece, String words, long waiting) {}

    /** What was typed into a line that cannot be kept so. */
    record Typed(int line, LineForm form, Map<String, String> problems) {}

    Evidence piece(EvidenceId id) {
        return evidences.find(id).filter(Evidence::stands).orElseThrow(() -> new UnknownEvidence(id));
    }

    void list(JourneyId journey, Model model) {
        List<StatedLine> lines = facts.of(journey);
        List<Row> rows = evidences.list(journey).stream()
                .filter(Evidence::stands)
                .map(piece -> new Row(
                        piece,
                        steps.words(piece.current()),
                        lines.stream()
                                .filter(line -> line.evidence().equals(piece.id()) && line.waits())
                                .count()))
                .toList();
        model.addAttribute("journey", journey);
        model.addAttribute("rows", rows);
        model.addAttribute("underWay", rows.stream().anyMatch(row -> row.piece().underWay()));
        model.addAttribute("attaches", access.mayAttach(journey, current.get()).isPresent());
        model.addAttribute("kinds", UNSAID_FIRST);
        model.addAttribute(
                "crumbs",
                List.of(new Crumb(say("evidence.case"), "/journeys/" + journey), Crumb.here(say("evidence.page"))));
    }

    void piece(Evidence piece, @Nullable Typed typed, Model model) {
        List<StatedLine> lines = facts.of(piece.id());
        boolean own = piece.candidate().equals(current.get().id());
        model.addAttribute("piece", piece);
        model.addAttribute("own", own);
        model.addAttribute("blurs", own && blurs(piece));
        model.addAttribute("steps", steps.of(piece, lines));
        model.addAttribute(
                "lines",
                lines.stream()
                        .filter(line -> line.facts().stream().anyMatch(fact -> fact.kind() != FactKind.NAME))
                        .map(line -> new LineView(line, own, typed))
                        .toList());
        model.addAttribute("name", nameQuestion(lines));
        model.addAttribute(
                "added", typed != null && typed.line() == 0 ? typed : new Typed(0, LineForm.BLANK, Map.of()));
        model.addAttribute("units", WorkedHours.Unit.values());
        model.addAttribute("kinds", EvidenceKind.chosen());
        model.addAttribute(
                "crumbs",
                List.of(
                        new Crumb(say("evidence.case"), "/journeys/" + piece.journey()),
                        new Crumb(say("evidence.page"), "/journeys/" + piece.journey() + "/evidence"),
                        Crumb.here(piece.current().fileName())));
    }

    /** A photo its owner may still replace by one with hidden zones. */
    private boolean blurs(Evidence piece) {
        FileType type = piece.current().type();
        return piece.opens()
                && (type == FileType.JPEG || type == FileType.PNG)
                && access.mayAttach(piece.journey(), current.get()).isPresent();
    }

    void steps(Evidence piece, Model model) {
        model.addAttribute("piece", piece);
        model.addAttribute("steps", steps.of(piece, facts.of(piece.id())));
    }

    private static @Nullable Stated nameQuestion(List<StatedLine> lines) {
        return lines.stream()
                .flatMap(line -> line.fact(FactKind.NAME).stream())
                .filter(name -> name.state() != FactState.CONFIRMED)
                .findFirst()
                .orElse(null);
    }

    private String say(String key) {
        return messages.getMessage(key, null, LocaleContextHolder.getLocale());
    }
}
