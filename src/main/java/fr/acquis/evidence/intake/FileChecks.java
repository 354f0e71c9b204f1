package fr.acquis.evidence.intake;

import fr.acquis.evidence.EvidenceSettings;
import fr.acquis.evidence.FileType;
import fr.acquis.evidence.RefusedFile;
import fr.acquis.evidence.RefusedFile.Reason;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Name, declared type and content of a file must agree on one accepted type. Only the first bytes, the last ones and the
 * table of contents of a container are looked at here: parsing belongs in a process apart.
 */
@Component
public class FileChecks {

    private static final int HEAD = 64 * 1024;

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
        Optional<FileType> content = switch (Signature.of(head)) {
            case PDF -> Optional.of(FileType.PDF);
            case JPEG -> Optional.of(FileType.JPEG);
            case PNG -> Optional.of(FileType.PNG);
            case HEIC -> Optional.of(FileType.HEIC);
            case MP4 -> Optional.of(FileType.MP4);
            case ARCHIVE ->
                OfficeContainer.packed(named)
                        ? OfficeContainer.check(
                                file.path(), settings.maxUnpacked().toBytes())
                        : Optional.empty();
            case OLD_OFFICE -> {
                if (OfficeContainer.packed(named) && OldOffice.holdsEncryptedPackage(file.path())) {
                    throw new RefusedFile(Reason.PASSWORD_PROTECTED);
                }
                yield Optional.empty();
            }
            case OTHER -> Optional.empty();
        };
        if (content.isEmpty() || content.get() != named) {
            throw differs(named);
        }
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
