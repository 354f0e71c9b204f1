package fr.acquis.evidence.intake;

import fr.acquis.evidence.EvidenceSettings;
import fr.acquis.evidence.FileType;
import fr.acquis.evidence.RefusedFile;
import fr.acquis.evidence.RefusedFile.Reason;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Locale;
import java.util.Optional;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.mime.MimeTypes;
import org.springframework.stereotype.Component;

/**
 * Name, declared type and content of a file must agree on one accepted type. Only the first bytes, the last ones and the
 * table of contents of a container are looked at here: parsing belongs in a process apart.
 */
@Component
public class FileChecks {

    private static final int HEAD = 64 * 1024;

    private final MimeTypes signatures = MimeTypes.getDefaultMimeTypes(FileChecks.class.getClassLoader());
    private final EvidenceSettings settings;

    FileChecks(EvidenceSettings settings) {
        this.settings = settings;
    }

    /** @throws RefusedFile when the file is not what may be taken in */
    public FileType check(FileName name, String declared, SpooledFile file) {
        if (file.size() == 0) {
            throw new RefusedFile(Reason.EMPTY);
        }
        FileType named = FileType.ofExtension(name.extension())
                .orElseThrow(() -> new RefusedFile(Reason.TYPE_NOT_ALLOWED, name.extension()));
        try {
            byte[] head = head(file);
            requireContent(named, head, file);
            if (!named.mayBeDeclaredAs(declared)) {
                throw differs(named);
            }
            if (!OfficeContainer.packed(named) && OfficeContainer.endsAsArchive(file.path())) {
                throw new RefusedFile(Reason.MIXED_CONTENT);
            }
            long pixels = PictureSize.pixels(named, head);
            if (pixels > settings.maxPixels()) {
                throw new RefusedFile(Reason.UNPACKS_TOO_LARGE);
            }
            return named;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private void requireContent(FileType named, byte[] head, SpooledFile file) throws IOException {
        String signature = signature(head);
        Optional<FileType> content = switch (signature) {
            case "application/pdf" -> startsAsPdf(head) ? Optional.of(FileType.PDF) : Optional.empty();
            case "image/jpeg" -> Optional.of(FileType.JPEG);
            case "image/png" -> Optional.of(FileType.PNG);
            case "image/heic", "image/heif", "image/heic-sequence", "image/heif-sequence" -> Optional.of(FileType.HEIC);
            case "video/mp4", "application/mp4", "video/x-m4v", "audio/mp4" -> Optional.of(FileType.MP4);
            default -> OfficeContainer.packed(named) ? office(named, signature, file) : Optional.empty();
        };
        if (content.isEmpty() || content.get() != named) {
            throw differs(named);
        }
    }

    private Optional<FileType> office(FileType named, String signature, SpooledFile file) throws IOException {
        if (signature.startsWith("application/x-tika-msoffice") || signature.startsWith("application/x-tika-ooxml-")) {
            if (OldOffice.holdsEncryptedPackage(file.path())) {
                throw new RefusedFile(Reason.PASSWORD_PROTECTED);
            }
            return Optional.empty();
        }
        boolean archive = signature.equals("application/zip")
                || signature.equals("application/x-tika-ooxml")
                || signature.startsWith("application/vnd.oasis.opendocument.")
                || signature.equals(named.mediaType());
        return archive
                ? OfficeContainer.check(file.path(), settings.maxUnpacked().toBytes())
                : Optional.empty();
    }

    private String signature(byte[] head) throws IOException {
        try (InputStream bytes = new ByteArrayInputStream(head)) {
            return signatures.detect(bytes, new Metadata()).getBaseType().toString();
        }
    }

    /** A reader searches the whole first kilobyte for the mark; what stands before it could be another kind of file. */
    private static boolean startsAsPdf(byte[] head) {
        int start = head.length > 2 && (head[0] & 0xFF) == 0xEF && (head[1] & 0xFF) == 0xBB ? 3 : 0;
        return head.length >= start + 5
                && head[start] == '%'
                && head[start + 1] == 'P'
                && head[start + 2] == 'D'
                && head[start + 3] == 'F'
                && head[start + 4] == '-';
    }

    private static byte[] head(SpooledFile file) throws IOException {
        try (InputStream content = Files.newInputStream(file.path())) {
            return content.readNBytes(HEAD);
        }
    }

    private static RefusedFile differs(FileType named) {
        return new RefusedFile(Reason.CONTENT_DIFFERS_FROM_NAME, named.name().toLowerCase(Locale.ROOT));
    }
}
