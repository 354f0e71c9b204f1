package fr.acquis.livret2.assembly;

import fr.acquis.certification.SkillBlockCode;
import fr.acquis.certification.SkillId;
import fr.acquis.evidence.EvidenceId;
import fr.acquis.evidence.FileType;
import fr.acquis.evidence.work.ReaderOnTrial;
import fr.acquis.livret2.Content;
import fr.acquis.livret2.Proof;
import fr.acquis.livret2.Question;
import fr.acquis.shell.Dates;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.context.support.ResourceBundleMessageSource;
import tools.jackson.databind.json.JsonMapper;

/** Assembles the pieces of a folder in a JVM of its own, whose heap the caller bounds; prints what it took. */
final class AssemblyUnderHeap {

    private static final int SKILLS = 30;
    private static final String PARAGRAPH =
            "J’ai observé la situation, j’ai préparé le rendez-vous et je l’ai expliqué avec des mots simples. ";

    private AssemblyUnderHeap() {}

    /** The folder, and where the file stays for whoever wants to look at it. */
    public static void main(String[] arguments) throws IOException {
        HeldPieces held = new HeldPieces();
        Map<EvidenceId, Path> paths = new HashMap<>();
        List<EvidenceId> pieces = new ArrayList<>();
        long weight = 0;
        for (Path file : files(Path.of(arguments[0]))) {
            pieces.add(held.add(file.toString().endsWith(".pdf") ? FileType.PDF : FileType.JPEG, file));
            paths.put(pieces.getLast(), file);
            weight += Files.size(file);
        }
        ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
        messages.setBasenames("messages/livret2", "messages/evidence");
        messages.setDefaultEncoding("UTF-8");
        messages.setFallbackToSystemLocale(false);
        Dossier dossier = held.dossier(content(held, pieces));
        List<Integer> told = new ArrayList<>();
        long begun;
        long done;
        Assembled file;
        int covered;
        try (ReaderOnTrial reader = new ReaderOnTrial(Path.of(arguments[0]).resolveSibling("reader"))) {
            ReadBefore covering = new ReadBefore(reader, held.held(), paths);
            begun = System.nanoTime();
            file = new FileAssembly(held, pieced -> covering, messages, new Dates(Clock.systemUTC()))
                    .assemble(dossier, told::add);
            done = System.nanoTime();
            covered = covering.covered();
        }
        Files.move(file.path(), Path.of(arguments[1]), StandardCopyOption.REPLACE_EXISTING);
        System.out.println(JsonMapper.shared()
                .writeValueAsString(Map.of(
                        "pieces",
                        pieces.size(),
                        "told",
                        told.size(),
                        "piecesMegabytes",
                        weight >> 20,
                        "pages",
                        file.pages(),
                        "pagesCovered",
                        covered,
                        "fileMegabytes",
                        file.size() >> 20,
                        "seconds",
                        (done - begun) / 100_000_000 / 10.0,
                        "heapLimitMegabytes",
                        Runtime.getRuntime().maxMemory() >> 20,
                        "heapPeakMegabytes",
                        peak() >> 20)));
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }

    private static Content content(HeldPieces held, List<EvidenceId> pieces) {
        List<Content.Entry> entries = new ArrayList<>();
        for (int skill = 0; skill < SKILLS; skill++) {
            List<Proof> proofs = new ArrayList<>();
            for (int at = skill; at < pieces.size(); at += SKILLS) {
                var piece = held.held().get(pieces.get(at));
                proofs.add(new Proof(
                        piece.id(), piece.kind(), piece.current().sha256(), "1", "Ce que cette pièce montre"));
            }
            String words = PARAGRAPH.repeat(40);
            entries.add(new Content.Entry(
                    SkillId.create(),
                    "C" + (skill + 1),
                    "Organiser et conduire une visite",
                    List.of(),
                    Map.of(Question.SITUATION, words, Question.ACTION, words, Question.RESULT, words),
                    proofs));
        }
        return new Content(List.of(new Content.Bloc(new SkillBlockCode("BC01"), "Vendre", entries)));
    }

    private static long peak() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .mapToLong(pool -> pool.getPeakUsage().getUsed())
                .sum();
    }
}
