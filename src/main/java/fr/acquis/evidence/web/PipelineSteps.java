package fr.acquis.evidence.web;

import fr.acquis.evidence.Classification;
import fr.acquis.evidence.Evidence;
import fr.acquis.evidence.EvidenceVersion;
import fr.acquis.evidence.ReadingState;
import fr.acquis.evidence.ScanState;
import fr.acquis.evidence.StatedLine;
import fr.acquis.shell.Dates;
import fr.acquis.shell.Step;
import fr.acquis.shell.Step.State;
import java.util.List;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** The way of a document through the house, in words: stored, scanned, read, recognised for what it is, facts proposed. */
@Component
class PipelineSteps {

    private final MessageSource messages;
    private final Dates dates;

    PipelineSteps(MessageSource messages, Dates dates) {
        this.messages = messages;
        this.dates = dates;
    }

    List<Step> of(Evidence piece, List<StatedLine> lines) {
        return List.of(
                new Step(
                        State.DONE,
                        say("evidence.step.stored"),
                        dates.moment(piece.current().storedAt()),
                        null),
                scanned(piece.current().scan()),
                read(piece),
                taken(piece),
                stated(piece, lines));
    }

    private Step scanned(ScanState scan) {
        State state = switch (scan) {
            case CLEAN -> State.DONE;
            case PENDING -> State.WAITING;
            case INFECTED -> State.BLOCKED;
            case NOT_SCANNED -> State.LATER;
        };
        return new Step(state, say("evidence.step.scanned"), say(scan.messageKey()), null);
    }

    private Step read(Evidence piece) {
        if (piece.kind().identityDocument()) {
            return new Step(State.LATER, say("evidence.step.read"), say("evidence.step.identity"), null);
        }
        EvidenceVersion version = piece.current();
        ReadingState reading = version.reading().state();
        State state = reading.needsAttention()
                ? State.BLOCKED
                : reading == ReadingState.NOT_READ ? State.LATER : reading.done() ? State.DONE : State.WAITING;
        return new Step(state, say("evidence.step.read"), words(version), pages(version));
    }

    /** Where a picture is recognised, how far it is. */
    String words(EvidenceVersion version) {
        ReadingState state = version.reading().state();
        Integer pages = version.reading().pages();
        return state == ReadingState.RECOGNISING && pages != null && pages > 1
                ? say("evidence.recognising.page", version.pagesRecognised() + 1, pages)
                : say(state.messageKey());
    }

    private String pages(EvidenceVersion version) {
        Integer pages = version.reading().pages();
        String counted = pages == null ? null : say("evidence.pages", pages);
        return version.reading().cutShort() ? say("evidence.cut-short") : counted;
    }

    private Step taken(Evidence piece) {
        Classification found = piece.current().found();
        String title = say("evidence.step.taken");
        if (found == null) {
            return new Step(piece.underWay() ? State.WAITING : State.LATER, title, null, null);
        }
        return new Step(
                State.DONE,
                title,
                say("evidence.taken-for", say(found.kind().messageKey()), say(found.confidenceKey())),
                null);
    }

    private Step stated(Evidence piece, List<StatedLine> lines) {
        String title = say("evidence.step.stated");
        if (piece.underWay()) {
            return new Step(State.WAITING, title, null, null);
        }
        long waiting = lines.stream().filter(StatedLine::waits).count();
        State state = lines.isEmpty() ? State.LATER : waiting > 0 ? State.NOW : State.DONE;
        String detail = lines.isEmpty()
                ? say("evidence.stated.none")
                : waiting > 0 ? say("evidence.stated.waiting", waiting) : say("evidence.stated.answered");
        return new Step(state, title, detail, null);
    }

    private String say(String key, Object... values) {
        return messages.getMessage(key, values, LocaleContextHolder.getLocale());
    }
}
