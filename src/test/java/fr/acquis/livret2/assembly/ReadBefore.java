package fr.acquis.livret2.assembly;

import fr.acquis.evidence.CoveredPages.Covering;
import fr.acquis.evidence.Evidence;
import fr.acquis.evidence.EvidenceId;
import fr.acquis.evidence.FileType;
import fr.acquis.evidence.PageMark;
import fr.acquis.evidence.ShownPage;
import fr.acquis.evidence.work.ReaderOnTrial;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * Pieces read when they arrived, as the product reads them; pictures count as recognised then, without a number on them. Drawings
 * are made when they are asked for.
 */
final class ReadBefore implements Covering {

    private final ReaderOnTrial reader;
    private final Map<EvidenceId, Path> paths;
    private final Map<EvidenceId, String> marks = new HashMap<>();
    private int covered;

    ReadBefore(ReaderOnTrial reader, Map<EvidenceId, Evidence> pieces, Map<EvidenceId, Path> paths) throws IOException {
        this.reader = reader;
        this.paths = paths;
        for (Evidence piece : pieces.values()) {
            if (piece.current().type() == FileType.PDF) {
                try {
                    marks.put(piece.id(), reader.marks(FileType.PDF, paths.get(piece.id())));
                } catch (InterruptedException stop) {
                    throw new IOException(stop);
                }
            }
        }
    }

    int covered() {
        return covered;
    }

    @Override
    public ShownPage page(EvidenceId piece, int page) {
        String letters = marks.getOrDefault(piece, "");
        PageMark mark = page <= letters.length() ? PageMark.of(letters.charAt(page - 1)) : PageMark.CLEAN;
        return switch (mark) {
            case CLEAN, PICTURE -> new ShownPage.AsItIs();
            case NUMBERS, HIDES -> drawn(piece, page);
        };
    }

    @Override
    public ShownPage drawn(EvidenceId piece, int page) {
        covered++;
        try {
            return reader.drawn(FileType.PDF, paths.get(piece), page);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException stop) {
            throw new IllegalStateException(stop);
        }
    }
}
