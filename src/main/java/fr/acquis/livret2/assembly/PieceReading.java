package fr.acquis.livret2.assembly;

import fr.acquis.evidence.CoveredPages.Covering;
import fr.acquis.evidence.Evidence;
import fr.acquis.evidence.EvidenceId;
import fr.acquis.evidence.ReadingState;
import fr.acquis.evidence.ScanState;
import fr.acquis.evidence.ShownPage;
import fr.acquis.evidence.UnknownEvidence;
import fr.acquis.livret2.AssembledFile.Inclusion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a piece gives to the file: its pages, or the reason why there are none. */
record PieceReading(Inclusion inclusion, List<PiecePage> pages) {

    private static final Logger log = LoggerFactory.getLogger(PieceReading.class);

    /** @param piece null when it was withdrawn */
    static PieceReading of(@Nullable Evidence piece, Source source, Covering covering, PDDocument target) {
        if (piece == null || !piece.opens() || piece.kind().identityDocument()) {
            return without(Inclusion.WITHDRAWN);
        }
        if (piece.current().scan() == ScanState.INFECTED) {
            return without(Inclusion.INFECTED);
        }
        // What was too much for the process that reads is not opened in this one.
        if (piece.current().reading().state() == ReadingState.TOO_HEAVY) {
            return without(Inclusion.TOO_HEAVY);
        }
        return switch (piece.current().type()) {
            case PDF -> opened(piece, source, file -> new PdfPiece(target).pages(file, pages(piece, covering)));
            case JPEG -> picture(piece, source, covering, target, new PicturePiece(target)::jpeg);
            case PNG -> picture(piece, source, covering, target, new PicturePiece(target)::png);
            case HEIC, DOCX, ODT, XLSX, ODS, MP4 -> without(Inclusion.SEPARATE);
        };
    }

    private static ShownPages pages(Evidence piece, Covering covering) {
        return new ShownPages() {
            @Override
            public ShownPage page(int number) {
                return covering.page(piece.id(), number);
            }

            @Override
            public ShownPage drawn(int number) {
                return covering.drawn(piece.id(), number);
            }
        };
    }

    private static PieceReading picture(
            Evidence piece, Source source, Covering covering, PDDocument target, AsItIs asItIs) {
        return opened(
                piece,
                source,
                file -> List.of(
                        switch (covering.page(piece.id(), 1)) {
                            case ShownPage.AsItIs open -> PiecePage.asItIs(asItIs.page(file));
                            case ShownPage.Drawn drawn ->
                                PiecePage.instead(target, drawn, PicturePiece.size(drawn.sheet()));
                            case ShownPage.Withheld none -> PiecePage.instead(target, none, PDRectangle.A4);
                        }));
    }

    private static PieceReading opened(Evidence piece, Source source, Opening opening) {
        Path file = null;
        try {
            file = source.copy(piece.id());
            return new PieceReading(Inclusion.PAGES, opening.pages(file));
        } catch (UnknownEvidence withdrawnMeanwhile) {
            return without(Inclusion.WITHDRAWN);
        } catch (InvalidPasswordException locked) {
            return without(Inclusion.ENCRYPTED);
        } catch (fr.acquis.evidence.StoreUnavailable later) {
            throw later;
        } catch (IOException | RuntimeException | StackOverflowError broken) {
            log.info("evidence {} has no page in the file: {}", piece.id(), broken.toString());
            return without(Inclusion.UNREADABLE);
        } finally {
            discard(file);
        }
    }

    private static PieceReading without(Inclusion why) {
        return new PieceReading(why, List.of());
    }

    private static void discard(@Nullable Path file) {
        try {
            if (file != null) {
                Files.deleteIfExists(file);
            }
        } catch (IOException held) {
            log.warn("a copy of a piece stays in the temporary folder: {}", held.toString());
        }
    }

    interface Source {
        Path copy(EvidenceId evidence) throws IOException;
    }

    private interface Opening {
        List<PiecePage> pages(Path file) throws IOException;
    }

    private interface AsItIs {
        PDPage page(Path file) throws IOException;
    }
}
