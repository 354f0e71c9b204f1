package fr.acquis.evidence.intake;

import static org.assertj.core.api.Assertions.assertThat;

import fr.acquis.evidence.Documents;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.mime.MimeTypes;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("fast")
class SignatureTest {

    private final MimeTypes tika = MimeTypes.getDefaultMimeTypes();

    @Test
    void what_is_accepted_is_told_by_its_first_bytes_as_tika_tells_it() throws IOException {
        both(Documents.pdf("Une page"), Signature.PDF, "application/pdf");
        both(Documents.picture("jpeg"), Signature.JPEG, "image/jpeg");
        both(Documents.picture("png"), Signature.PNG, "image/png");
        both(box("heic"), Signature.HEIC, "image/heic");
        both(box("mif1"), Signature.HEIC, "image/heif");
        both(box("mp42"), Signature.MP4, "video/mp4");
        both(Documents.docx("Lettre"), Signature.ARCHIVE, "application/x-tika-ooxml");
        both(Documents.zip("a.txt", "a"), Signature.ARCHIVE, "application/zip");
        both(Documents.exe(), Signature.OTHER, "application/x-msdownload");
        both(box("qt  "), Signature.OTHER, "video/quicktime");
        both(box("avif"), Signature.OTHER, "image/avif");
    }

    @Test
    void the_films_of_most_telephones_and_converters_are_films() {
        assertThat(Signature.of(box("isom"))).isEqualTo(Signature.MP4);
        assertThat(Signature.of(box("avc1"))).isEqualTo(Signature.MP4);
    }

    @Test
    void what_stands_before_the_mark_or_ends_too_soon_is_another_file() {
        byte[] pdf = Documents.pdf("Une page");
        assertThat(Signature.of(Documents.joined(new byte[] {'M', 'Z'}, pdf))).isEqualTo(Signature.OTHER);
        assertThat(Signature.of(Documents.joined(new byte[] {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF}, pdf)))
                .isEqualTo(Signature.PDF);
        assertThat(Signature.of(Arrays.copyOf(pdf, 4))).isEqualTo(Signature.OTHER);
        assertThat(Signature.of(Arrays.copyOf(box("heic"), 11))).isEqualTo(Signature.OTHER);
        assertThat(Signature.of(new byte[0])).isEqualTo(Signature.OTHER);
    }

    private void both(byte[] file, Signature ours, String theirs) throws IOException {
        assertThat(tika.detect(new ByteArrayInputStream(file), new Metadata()).toString())
                .startsWith(theirs);
        assertThat(Signature.of(file)).isEqualTo(ours);
    }

    private static byte[] box(String brand) {
        return ("\0\0\0\u0014ftyp" + brand + "\0\0\0\0" + brand).getBytes(StandardCharsets.ISO_8859_1);
    }
}
