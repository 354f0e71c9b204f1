package fr.acquis.evidence.intake;

import fr.acquis.evidence.FileType;
import fr.acquis.evidence.RefusedFile;
import fr.acquis.evidence.RefusedFile.Reason;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/** Today's office documents are archives: their table of contents says which document they are, and what they would unpack to. */
final class OfficeContainer {

    private static final int END_RECORD = 22;
    private static final int LONGEST_COMMENT = 65_535;
    private static final int MOST_ENTRIES = 20_000;
    private static final long LARGEST_TABLE = 8L << 20;
    private static final int LARGEST_DESCRIPTION = 1 << 20;

    private OfficeContainer() {}

    static boolean packed(FileType type) {
        return switch (type) {
            case DOCX, ODT, XLSX, ODS -> true;
            case PDF, JPEG, PNG, HEIC, MP4 -> false;
        };
    }

    /** Whether an archive hides at the end of a file: archivers read from the end and do not mind what comes before. */
    static boolean endsAsArchive(Path path) throws IOException {
        return endRecord(path).isPresent();
    }

    /** The document's type; empty when the archive is no office document of ours. */
    static Optional<FileType> check(Path path, long maxUnpacked) throws IOException {
        EndRecord end = endRecord(path).orElseThrow(() -> new RefusedFile(Reason.DAMAGED));
        if (end.entries() > MOST_ENTRIES || end.tableSize() > LARGEST_TABLE) {
            throw new RefusedFile(Reason.UNPACKS_TOO_LARGE);
        }
        try (ZipFile archive = new ZipFile(path.toFile())) {
            List<? extends ZipEntry> entries = Collections.list(archive.entries());
            long unpacked = entries.stream()
                    .mapToLong(entry -> Math.max(0, entry.getSize()))
                    .sum();
            if (unpacked > maxUnpacked) {
                throw new RefusedFile(Reason.UNPACKS_TOO_LARGE);
            }
            Optional<FileType> type = type(archive);
            if (type.isPresent() && entries.stream().anyMatch(OfficeContainer::macro)) {
                throw new RefusedFile(Reason.MACROS);
            }
            return type;
        } catch (ZipException damaged) {
            throw new RefusedFile(Reason.DAMAGED);
        }
    }

    private static Optional<FileType> type(ZipFile archive) throws IOException {
        String contentTypes = text(archive, "[Content_Types].xml");
        if (contentTypes != null) {
            if (contentTypes.contains("macroEnabled")) {
                throw new RefusedFile(Reason.MACROS);
            }
            return contentTypes.contains("wordprocessingml.document.main+xml")
                    ? Optional.of(FileType.DOCX)
                    : contentTypes.contains("spreadsheetml.sheet.main+xml")
                            ? Optional.of(FileType.XLSX)
                            : Optional.empty();
        }
        String declared = text(archive, "mimetype");
        if (declared == null) {
            return Optional.empty();
        }
        String manifest = text(archive, "META-INF/manifest.xml");
        if (manifest != null && manifest.contains("encryption-data")) {
            throw new RefusedFile(Reason.PASSWORD_PROTECTED);
        }
        return switch (declared.strip()) {
            case "application/vnd.oasis.opendocument.text" -> Optional.of(FileType.ODT);
            case "application/vnd.oasis.opendocument.spreadsheet" -> Optional.of(FileType.ODS);
            default -> Optional.empty();
        };
    }

    private static boolean macro(ZipEntry entry) {
        return entry.getName().endsWith("vbaProject.bin")
                || entry.getName().startsWith("Basic/")
                || entry.getName().startsWith("Scripts/");
    }

    private static String text(ZipFile archive, String name) throws IOException {
        ZipEntry entry = archive.getEntry(name);
        if (entry == null) {
            return null;
        }
        try (InputStream content = archive.getInputStream(entry)) {
            return new String(content.readNBytes(LARGEST_DESCRIPTION), StandardCharsets.UTF_8);
        }
    }

    /** The record at the very end, whose comment ends with the file. */
    private static Optional<EndRecord> endRecord(Path path) throws IOException {
        try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "r")) {
            int length = (int) Math.min(file.length(), END_RECORD + LONGEST_COMMENT);
            byte[] tail = new byte[length];
            file.seek(file.length() - length);
            file.readFully(tail);
            for (int at = length - END_RECORD; at >= 0; at--) {
                if (tail[at] == 'P'
                        && tail[at + 1] == 'K'
                        && tail[at + 2] == 5
                        && tail[at + 3] == 6
                        && at + END_RECORD + unsigned16(tail, at + 20) == length) {
                    return Optional.of(new EndRecord(unsigned16(tail, at + 10), unsigned32(tail, at + 12)));
                }
            }
            return Optional.empty();
        }
    }

    private static int unsigned16(byte[] bytes, int at) {
        return (bytes[at] & 0xFF) | (bytes[at + 1] & 0xFF) << 8;
    }

    private static long unsigned32(byte[] bytes, int at) {
        return unsigned16(bytes, at) | (long) unsigned16(bytes, at + 2) << 16;
    }

    private record EndRecord(int entries, long tableSize) {}
}
