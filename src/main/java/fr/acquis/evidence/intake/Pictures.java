package fr.acquis.evidence.intake;

import fr.acquis.evidence.FileType;
import fr.acquis.evidence.RefusedFile;
import fr.acquis.evidence.RefusedFile.Reason;
import fr.acquis.evidence.StoreUnavailable;
import fr.acquis.shared.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import org.springframework.stereotype.Component;

/** What is kept of photographs and films: what everybody can open, without what the camera wrote beside the picture. */
@Component
public class Pictures {

    private static final int CHUNK = 64 * 1024;

    private final Spool spool;
    private final HeicProgram heic;

    Pictures(Spool spool, HeicProgram heic) {
        this.spool = spool;
        this.heic = heic;
    }

    /** @param changed whether it is a file of ours, to be deleted when it is done with */
    public record Kept(FileName name, FileType type, SpooledFile file, boolean changed) implements AutoCloseable {

        @Override
        public void close() {
            if (changed) {
                file.close();
            }
        }
    }

    /** @throws RefusedFile when a picture of a telephone cannot be made a JPEG here */
    public Kept kept(FileName name, FileType type, SpooledFile file) {
        return switch (type) {
            case HEIC -> fromHeic(name, file);
            case JPEG -> withoutPlace(name, type, file, PicturePrivacy::copy);
            case PNG -> withoutPlace(name, type, file, PngPrivacy::copy);
            case MP4 -> withoutPlace(name, type, file, FilmPrivacy::copy);
            case PDF, DOCX, ODT, XLSX, ODS -> new Kept(name, type, file, false);
        };
    }

    private Kept fromHeic(FileName name, SpooledFile file) {
        if (!heic.present()) {
            throw new RefusedFile(Reason.PICTURE_OF_A_TELEPHONE);
        }
        Path jpeg = spool.newPath();
        Path clean = spool.newPath();
        Path kept = null;
        try {
            if (!heic.convert(file.path(), jpeg)) {
                throw new RefusedFile(Reason.DAMAGED);
            }
            Path better = PicturePrivacy.copy(jpeg, clean) ? clean : jpeg;
            SpooledFile measured = measured(better);
            kept = better;
            return new Kept(named(name), FileType.JPEG, measured, true);
        } catch (IOException unusable) {
            throw new StoreUnavailable("the spool cannot be used", unusable);
        } finally {
            for (Path path : new Path[] {jpeg, clean}) {
                if (!path.equals(kept)) {
                    delete(path);
                }
            }
        }
    }

    /** Copies a file without what is told beside it; says whether the copy differs. */
    private interface Privacy {
        boolean copy(Path from, Path to) throws IOException;
    }

    private Kept withoutPlace(FileName name, FileType type, SpooledFile file, Privacy privacy) {
        Path clean = spool.newPath();
        try {
            if (privacy.copy(file.path(), clean)) {
                return new Kept(name, type, measured(clean), true);
            }
        } catch (IOException unusable) {
            delete(clean);
            throw new StoreUnavailable("the spool cannot be used", unusable);
        }
        delete(clean);
        return new Kept(name, type, file, false);
    }

    private static FileName named(FileName heic) {
        int dot = heic.text().lastIndexOf('.');
        return FileName.of(heic.text().substring(0, dot) + ".jpg");
    }

    private static SpooledFile measured(Path path) throws IOException {
        MessageDigest digest = Sha256.digest();
        long size = 0;
        try (InputStream content = Files.newInputStream(path)) {
            byte[] chunk = new byte[CHUNK];
            for (int read = content.read(chunk); read >= 0; read = content.read(chunk)) {
                digest.update(chunk, 0, read);
                size += read;
            }
        }
        return new SpooledFile(path, size, Sha256.of(digest));
    }

    private static void delete(Path path) {
        try {
            Files.deleteIfExists(path);
        } catch (IOException held) {
            throw new StoreUnavailable("the spool cannot be used", held);
        }
    }
}
