package fr.acquis.evidence.corpus;

import fr.acquis.evidence.EvidenceKind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * One way a kind of document looks. The file begins with {@code kind:} and {@code truth:} lines; then each line is a paragraph,
 * {@code = a title}, {@code > on the right}, {@code | cells | of a row}, {@code ---} a rule.
 */
public record Layout(String name, EvidenceKind kind, boolean heldOut, List<String> truths, List<String> lines) {

    private static final Pattern WORD = Pattern.compile("\\{([A-Za-z0-9.]+)(?::([A-Za-z]+))?}");

    public static List<Layout> tuning() {
        return all("tuning");
    }

    public static List<Layout> allHeldOut() {
        return all("heldout");
    }

    private static List<Layout> all(String folder) {
        try (Stream<Path> files =
                Files.list(Path.of(Layout.class.getResource("/corpus/" + folder).toURI()))) {
            return files.sorted()
                    .map(file -> read(file, folder.equals("heldout")))
                    .toList();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static Layout read(Path file, boolean heldOut) {
        try {
            List<String> lines = new ArrayList<>(Files.readAllLines(file));
            EvidenceKind kind = EvidenceKind.valueOf(
                    lines.removeFirst().substring("kind:".length()).strip());
            List<String> truths = new ArrayList<>();
            while (lines.getFirst().startsWith("truth:")) {
                truths.add(lines.removeFirst().substring("truth:".length()).strip());
            }
            String name = file.getFileName().toString().replace(".txt", "");
            return new Layout(name, kind, heldOut, List.copyOf(truths), List.copyOf(lines));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    List<Truth> truth(Invention invention) {
        return truths.stream().map(words -> Truth.of(words, invention)).toList();
    }

    /** The lines with the words of this invention in their places. */
    List<String> filled(Invention invention) {
        return lines.stream()
                .map(line -> WORD.matcher(line)
                        .replaceAll(found ->
                                invention.value(found.group(1), found.group(2)).replace("$", "\\$")))
                .toList();
    }
}
