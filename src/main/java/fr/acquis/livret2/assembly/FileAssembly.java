package fr.acquis.livret2.assembly;

import fr.acquis.evidence.CoveredPages;
import fr.acquis.evidence.CoveredPages.Covering;
import fr.acquis.evidence.Evidence;
import fr.acquis.evidence.EvidenceContent;
import fr.acquis.evidence.Evidences;
import fr.acquis.livret2.AssembledFile.Inclusion;
import fr.acquis.livret2.AssembledFile.Place;
import fr.acquis.livret2.Proof;
import fr.acquis.livret2.assembly.PiecePage.As;
import fr.acquis.shared.Sha256;
import fr.acquis.shell.Dates;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.IntConsumer;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/**
 * Makes the one file of a deposit: cover, contents, answers, pieces, index. Streams wait in scratch files, one piece is open at a
 * time; what memory holds grows with the number of pages, not with what they weigh.
 */
@Component
public class FileAssembly {

    private final Evidences evidences;
    private final CoveredPages covered;
    private final MessageSource messages;
    private final Dates dates;

    FileAssembly(Evidences evidences, CoveredPages covered, MessageSource messages, Dates dates) {
        this.evidences = evidences;
        this.covered = covered;
        this.messages = messages;
        this.dates = dates;
    }

    /**
     * Assembles, on the caller's thread: seconds for a usual file, minutes for the largest. A piece that cannot be shown is said
     * on a page of its own and stops nothing.
     *
     * @param progress told the number of pieces done
     * @throws fr.acquis.evidence.StoreUnavailable when the store does not answer
     */
    public Assembled assemble(Dossier dossier, IntConsumer progress) {
        Locale before = LocaleContextHolder.getLocale();
        LocaleContextHolder.setLocale(Locale.FRENCH);
        try {
            return inFrench(dossier, progress);
        } catch (IOException failed) {
            throw new UncheckedIOException("the file of " + dossier.caseNumber() + " could not be assembled", failed);
        } finally {
            LocaleContextHolder.setLocale(before);
        }
    }

    private Assembled inFrench(Dossier dossier, IntConsumer progress) throws IOException {
        FileWords words = new FileWords(messages, dates);
        try (PDDocument document = new PDDocument(IOUtils.createTempFileOnlyStreamCache());
                Sheets sheets = new Sheets(document)) {
            Binding binding = new Binding(document, sheets);
            TextPages text = new TextPages(sheets, binding, words, dossier);
            text.cover();
            text.answers();
            List<Inclusion> inclusions = new ArrayList<>();
            List<Proof> pieces = dossier.deposit().content().pieces();
            Covering covering = covered.of(named(dossier, pieces));
            for (int at = 0; at < pieces.size(); at++) {
                Proof proof = pieces.get(at);
                sheets.close();
                PieceReading read =
                        PieceReading.of(dossier.pieces().get(proof.evidence()), this::copied, covering, document);
                put(read, proof, at + 1, document, sheets, binding, text);
                inclusions.add(read.inclusion());
                progress.accept(at + 1);
            }
            text.index();
            text.contents();
            sheets.close();
            binding.bind(words, dossier);
            List<Place> places = new ArrayList<>();
            for (int at = 0; at < pieces.size(); at++) {
                List<PDPage> pages = binding.pagesOf(at + 1);
                places.add(new Place(
                        pieces.get(at).evidence(),
                        at + 1,
                        binding.number(pages.getFirst()),
                        pages.size(),
                        inclusions.get(at)));
            }
            return saved(document, places);
        }
    }

    private static List<Evidence> named(Dossier dossier, List<Proof> pieces) {
        return pieces.stream()
                .map(proof -> dossier.pieces().get(proof.evidence()))
                .filter(Objects::nonNull)
                .toList();
    }

    private static void put(
            PieceReading read,
            Proof proof,
            int number,
            PDDocument document,
            Sheets sheets,
            Binding binding,
            TextPages text)
            throws IOException {
        if (read.inclusion() != Inclusion.PAGES) {
            for (PDPage page : text.said(proof, number, read.inclusion())) {
                binding.piecePage(number, page, As.IT_IS);
            }
            return;
        }
        int own = 0;
        for (PiecePage page : read.pages()) {
            own++;
            if (page.page() == null) {
                binding.piecePage(number, text.withheld(proof, number, own), As.WITHHELD);
            } else {
                document.addPage(page.page());
                binding.piecePage(number, page.page(), page.as());
                sheets.beneath(page);
            }
        }
    }

    /** The piece on our disk, found to be what it was when it was attached. */
    private Path copied(EvidenceContent content) throws IOException {
        Path file = Files.createTempFile("acquis-piece-", ".part");
        MessageDigest digest = Sha256.digest();
        try (OutputStream out = new DigestOutputStream(Files.newOutputStream(file), digest)) {
            content.stream().transferTo(out);
        } catch (IOException brokenOff) {
            Files.deleteIfExists(file);
            throw new fr.acquis.evidence.StoreUnavailable("read a piece to its end", brokenOff);
        }
        if (!Sha256.of(digest).equals(content.version().sha256())) {
            Files.deleteIfExists(file);
            throw new IOException("the piece is not what was attached");
        }
        return file;
    }

    private Path copied(fr.acquis.evidence.EvidenceId evidence) throws IOException {
        try (EvidenceContent content = evidences.openHeld(evidence)) {
            return copied(content);
        }
    }

    private static Assembled saved(PDDocument document, List<Place> places) throws IOException {
        Path file = Files.createTempFile("acquis-livret2-", ".pdf");
        boolean kept = false;
        MessageDigest digest = Sha256.digest();
        try (OutputStream out =
                new DigestOutputStream(new BufferedOutputStream(Files.newOutputStream(file), 1 << 16), digest)) {
            // Packing objects together would hold them all in memory; streams are packed already.
            document.save(out, CompressParameters.NO_COMPRESSION);
            out.flush();
            kept = true;
        } finally {
            if (!kept) {
                Files.deleteIfExists(file);
            }
        }
        return new Assembled(file, Files.size(file), document.getNumberOfPages(), Sha256.of(digest), places);
    }
}
