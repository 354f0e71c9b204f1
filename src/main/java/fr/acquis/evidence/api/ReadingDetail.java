package fr.acquis.evidence.api;

import fr.acquis.evidence.Classification;
import fr.acquis.evidence.Evidence;
import fr.acquis.evidence.EvidenceKind;
import fr.acquis.evidence.EvidenceVersion;
import fr.acquis.evidence.FactKind;
import fr.acquis.evidence.FactState;
import fr.acquis.evidence.ReadingState;
import fr.acquis.evidence.ScanState;
import fr.acquis.evidence.StatedLine;
import fr.acquis.evidence.StatedLine.Stated;
import fr.acquis.platform.api.Moments;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A piece on its way through the machine.
 *
 * @param underWay whether the machine still has something to do with it
 * @param pagesRecognised of a picture of text: pages done so far
 * @param kind as a person says it; {@code kindNamed} when they said so after the machine had read it
 * @param kindInQuestion the machine takes it for something else and nobody has settled it
 * @param found null before it was read, and where there is nothing to take
 */
record ReadingDetail(
        UUID id,
        boolean underWay,
        ScanState scan,
        ReadingState reading,
        @Nullable Integer pages,
        int pagesRecognised,
        boolean cutShort,
        EvidenceKind kind,
        boolean kindNamed,
        boolean kindInQuestion,
        @Nullable Found found,
        List<ReadLine> lines) {

    /**
     * What the machine takes it for.
     *
     * @param confidence 0 to 100
     * @param clues the weightiest first
     */
    record Found(EvidenceKind kind, int confidence, List<Clue> clues) {}

    /** @param words as they stand in the document, or in words of ours where the clue is a shape */
    record Clue(String words, int page) {}

    /**
     * What it says of one employment, engagement or month.
     *
     * @param waits nobody has answered to what was read
     * @param checked somebody of the certifying body stands behind its period
     */
    record ReadLine(int line, boolean waits, boolean rejected, boolean checked, List<Fact> facts) {}

    /**
     * One thing said. A period is {@code 2019-03-01/2021-06-30}, hours are {@code 151.67 TOTAL}.
     *
     * @param value what counts: a person's words before the machine's
     * @param read as the machine read it; empty when only a person gave it
     */
    record Fact(
            FactKind kind,
            String value,
            String read,
            @Nullable Integer page,
            @Nullable String snippet,
            FactState state,
            boolean byStaff,
            @Nullable OffsetDateTime answeredAt) {}

    static ReadingDetail of(Evidence piece, List<StatedLine> lines, UnaryOperator<String> words) {
        EvidenceVersion version = piece.current();
        return new ReadingDetail(
                piece.id().value(),
                piece.underWay(),
                version.scan(),
                version.reading().state(),
                version.reading().pages(),
                version.pagesRecognised(),
                version.reading().cutShort(),
                piece.kind(),
                piece.kindNamed(),
                piece.kindInQuestion(),
                version.found() == null ? null : found(version.found(), words),
                lines.stream().map(ReadingDetail::line).toList());
    }

    private static Found found(Classification found, UnaryOperator<String> words) {
        return new Found(
                found.kind(),
                found.confidence(),
                found.clues().stream()
                        .map(clue -> new Clue(clue.shape() ? words.apply(clue.words()) : clue.words(), clue.page()))
                        .toList());
    }

    private static ReadLine line(StatedLine line) {
        return new ReadLine(
                line.line(),
                line.waits(),
                line.rejected(),
                line.checked(),
                line.facts().stream().map(ReadingDetail::fact).toList());
    }

    private static Fact fact(Stated fact) {
        return new Fact(
                fact.kind(),
                fact.value(),
                fact.read(),
                fact.page(),
                fact.snippet(),
                fact.state(),
                fact.byStaff(),
                Moments.of(fact.answeredAt()));
    }
}
