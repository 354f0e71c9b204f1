package fr.acquis.evidence.reader;

import fr.acquis.evidence.FileType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Office files as PDF by the installed LibreOffice; the last one is kept, its pages are asked for one after another. */
final class OfficeConversion {

    /** Path of the program, set by the parent; absent where there is none. */
    private static final String PROGRAM = "acquis.office";

    private static final long SECONDS = 50;

    private Path source;
    private Path folder;

    Path pdf(Path file, FileType type) throws IOException {
        if (!file.equals(source)) {
            forget();
            folder = Files.createTempDirectory("office-");
            source = file;
            convert(file, type);
        }
        return folder.resolve("piece.pdf");
    }

    private void convert(Path file, FileType type) throws IOException {
        String program = System.getProperty(PROGRAM);
        if (program == null) {
            throw new IOException("no program turns office files into pages here");
        }
        Path named = folder.resolve("piece." + type.name().toLowerCase(Locale.ROOT));
        Files.copy(file, named);
        Process process = new ProcessBuilder(
                        program,
                        "-env:UserInstallation=" + folder.resolve("profile").toUri(),
                        "--headless",
                        "--norestore",
                        "--convert-to",
                        "pdf",
                        "--outdir",
                        folder.toString(),
                        named.toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
                throw new IOException("the document takes too long to be turned into pages");
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IOException(stop);
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }

    private void forget() throws IOException {
        if (folder == null) {
            return;
        }
        try (Stream<Path> all = Files.walk(folder)) {
            List<Path> deepestFirst = all.sorted(Comparator.reverseOrder()).toList();
            for (Path one : deepestFirst) {
                Files.delete(one);
            }
        }
    }
}
