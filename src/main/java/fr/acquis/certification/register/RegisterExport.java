package fr.acquis.certification.register;

import fr.acquis.certification.register.BrokenExport.Problem;
import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongConsumer;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * The zip as it was received, on disk: each of its files is read once, from its beginning to its end, and none is ever held
 * whole. What it may unpack to is counted while it does; what the zip says of itself is not believed.
 */
final class RegisterExport implements Closeable {

    private static final int MOST_ENTRIES = 200;
    private static final int BUFFER = 256 * 1024;

    private final ZipFile zip;
    private final Map<ExportTable, ZipEntry> tables = new EnumMap<>(ExportTable.class);
    private final long mostUnpacked;
    private long unpacked;

    private RegisterExport(ZipFile zip, long mostUnpacked) {
        this.zip = zip;
        this.mostUnpacked = mostUnpacked;
    }

    /** @throws BrokenExport when it is no zip, or not all files are there */
    static RegisterExport open(Path file, long mostUnpacked) throws IOException {
        ZipFile zip = zip(file);
        RegisterExport export = new RegisterExport(zip, mostUnpacked);
        try {
            export.find();
            return export;
        } catch (RuntimeException broken) {
            zip.close();
            throw broken;
        }
    }

    private static ZipFile zip(Path file) throws IOException {
        if (Files.size(file) == 0) {
            throw new BrokenExport(Problem.EMPTY, "");
        }
        try {
            // Names without the UTF-8 mark come in any code page: one that reads every byte, so that none makes the zip
            // unreadable.
            return new ZipFile(file.toFile(), ZipFile.OPEN_READ, StandardCharsets.ISO_8859_1);
        } catch (ZipException unreadable) {
            throw new BrokenExport(begins(file) ? Problem.TRUNCATED : Problem.NOT_A_ZIP, "");
        }
    }

    private static boolean begins(Path file) throws IOException {
        try (InputStream start = Files.newInputStream(file)) {
            byte[] signature = start.readNBytes(4);
            return signature.length == 4 && signature[0] == 'P' && signature[1] == 'K';
        }
    }

    private void find() {
        if (zip.size() > MOST_ENTRIES) {
            throw new BrokenExport(Problem.TOO_MANY_FILES, Integer.toString(zip.size()));
        }
        zip.stream()
                .forEach(entry -> ExportTable.of(entry.getName()).ifPresent(table -> {
                    if (tables.put(table, entry) != null) {
                        throw new BrokenExport(Problem.FILE_TWICE, table.fileName());
                    }
                }));
        for (ExportTable table : ExportTable.values()) {
            if (!tables.containsKey(table)) {
                throw new BrokenExport(Problem.FILE_MISSING, table.fileName());
            }
        }
    }

    /** What the zip says it unpacks to, for a progress bar. */
    long announced() {
        return tables.values().stream()
                .mapToLong(entry -> Math.max(0, entry.getSize()))
                .sum();
    }

    /** One line of a file, and where it stands. */
    interface LineReader {
        void read(SemicolonFile.Line line);
    }

    /**
     * Reads one file through.
     *
     * @param progress told the bytes unpacked so far, of all files, after each line
     */
    void read(ExportTable table, LineReader reader, LongConsumer progress) throws IOException {
        ZipEntry entry = tables.get(table);
        CRC32 sum = new CRC32();
        try (InputStream content = new Counted(new CheckedInputStream(zip.getInputStream(entry), sum))) {
            var decoder = StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT);
            SemicolonFile file = SemicolonFile.open(
                    new InputStreamReader(new BufferedInputStream(content, BUFFER), decoder), table.columns());
            for (Optional<SemicolonFile.Line> line = file.next(); line.isPresent(); line = file.next()) {
                reader.read(line.get());
                progress.accept(unpacked);
            }
            if (entry.getCrc() != -1 && entry.getCrc() != sum.getValue()) {
                throw new BrokenExport(Problem.DAMAGED, table.fileName());
            }
        } catch (SemicolonFile.MissingColumn missing) {
            throw new BrokenExport(Problem.COLUMN_MISSING, missing.column() + " (" + table.fileName() + ")");
        } catch (SemicolonFile.UnreadableLine unreadable) {
            throw new BrokenExport(Problem.LINE_UNREADABLE, unreadable.line() + " (" + table.fileName() + ")");
        } catch (CharacterCodingException notUtf8) {
            throw new BrokenExport(Problem.NOT_UTF8, table.fileName());
        } catch (ZipException | java.io.EOFException damaged) {
            throw new BrokenExport(Problem.DAMAGED, table.fileName());
        }
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }

    private final class Counted extends FilterInputStream {

        Counted(InputStream content) {
            super(content);
        }

        @Override
        public int read() throws IOException {
            int one = super.read();
            count(one < 0 ? 0 : 1);
            return one;
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            int read = super.read(into, from, length);
            count(Math.max(0, read));
            return read;
        }

        private void count(int bytes) {
            unpacked += bytes;
            if (unpacked > mostUnpacked) {
                throw new BrokenExport(Problem.TOO_LARGE_UNPACKED, Long.toString(mostUnpacked >> 20));
            }
        }
    }
}
