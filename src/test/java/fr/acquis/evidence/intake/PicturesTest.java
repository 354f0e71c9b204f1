package fr.acquis.evidence.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import fr.acquis.devservices.AcquisTest;
import fr.acquis.evidence.Documents;
import fr.acquis.evidence.EvidenceSettings;
import fr.acquis.evidence.FileType;
import fr.acquis.evidence.RefusedFile;
import fr.acquis.evidence.RefusedFile.Reason;
import fr.acquis.shared.Sha256;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;

@AcquisTest
@Tag("evidence")
class PicturesTest {

    private static final String PLACE = "48.8566 N 2.3522 E";

    @Autowired
    Pictures pictures;

    @Autowired
    HeicProgram heic;

    @Autowired
    Spool spool;

    @Autowired
    EvidenceSettings settings;

    @TempDir
    Path folder;

    @Test
    void where_a_photo_was_taken_is_not_kept_and_which_way_up_it_is_stays() throws IOException {
        byte[] plain = Documents.picture("jpeg");
        byte[] told = joined(withPlace(plain), "a film behind the picture, at " + PLACE);
        try (Pictures.Kept kept = pictures.kept(FileName.of("p.jpg"), FileType.JPEG, file(told))) {
            byte[] bytes = Files.readAllBytes(kept.file().path());
            assertThat(new String(bytes, StandardCharsets.ISO_8859_1)).doesNotContain(PLACE);
            assertThat(bytes[bytes.length - 1]).isEqualTo((byte) 0xD9);
            assertThat(ExifOrientation.only(ExifOrientation.only(exif()))).isEqualTo(ExifOrientation.only(exif()));
            assertThat(new String(bytes, StandardCharsets.ISO_8859_1)).contains("Exif\0\0MM");
            assertThat(kept.file().sha256()).isEqualTo(Sha256.of(bytes));
            assertThat(ImageIO.read(kept.file().path().toFile()).getWidth()).isEqualTo(320);
        }
        SpooledFile untold = file(plain);
        assertThat(pictures.kept(FileName.of("p.jpg"), FileType.JPEG, untold).file())
                .isEqualTo(untold);
    }

    @Test
    void a_png_is_kept_without_texts_moments_and_place_and_its_dots_stay() throws IOException {
        byte[] plain = Documents.picture("png");
        byte[] told = joined(
                MadeFilms.png(
                        plain,
                        MadeFilms.chunk("tEXt", "Location\0" + PLACE),
                        MadeFilms.chunk("iTXt", "XML:com.adobe.xmp\0\0\0\0\0" + PLACE),
                        MadeFilms.chunk("eXIf", Arrays.copyOfRange(exif(), 6, exif().length)),
                        MadeFilms.chunk("tIME", new byte[7])),
                "behind its end, at " + PLACE);
        try (Pictures.Kept kept = pictures.kept(FileName.of("p.png"), FileType.PNG, file(told))) {
            byte[] bytes = Files.readAllBytes(kept.file().path());
            assertThat(new String(bytes, StandardCharsets.ISO_8859_1))
                    .doesNotContain(PLACE, "tEXt", "iTXt", "tIME")
                    .contains("eXIfMM");
            assertThat(kept.file().sha256()).isEqualTo(Sha256.of(bytes));
            assertThat(kept.type()).isEqualTo(FileType.PNG);
            assertThat(dots(bytes)).isEqualTo(dots(plain));
            // Cleaned again there is nothing to take out.
            assertThat(pictures.kept(FileName.of("p.png"), FileType.PNG, file(bytes))
                            .changed())
                    .isFalse();
        }
        SpooledFile untold = file(plain);
        assertThat(pictures.kept(FileName.of("p.png"), FileType.PNG, untold).file())
                .isEqualTo(untold);
        SpooledFile cut = file(Documents.cut(told));
        assertThat(pictures.kept(FileName.of("p.png"), FileType.PNG, cut).file())
                .isEqualTo(cut);
    }

    private static List<Integer> dots(byte[] png) throws IOException {
        BufferedImage picture = ImageIO.read(new ByteArrayInputStream(png));
        return Arrays.stream(picture.getRGB(0, 0, picture.getWidth(), picture.getHeight(), null, 0, picture.getWidth()))
                .boxed()
                .toList();
    }

    @Test
    void a_film_is_kept_without_place_device_and_moment_and_nothing_in_it_moves() throws IOException {
        byte[] told = MadeFilms.film(PLACE);
        try (Pictures.Kept kept = pictures.kept(FileName.of("f.mp4"), FileType.MP4, file(told))) {
            byte[] bytes = Files.readAllBytes(kept.file().path());
            String text = new String(bytes, StandardCharsets.ISO_8859_1);
            assertThat(text).doesNotContain(PLACE, "udta", "loci", "xyz", "meta", "uuid", "XMP");
            assertThat(bytes).hasSameSizeAs(told);
            String before = new String(told, StandardCharsets.ISO_8859_1);
            assertThat(text.indexOf(MadeFilms.SAMPLES)).isPositive().isEqualTo(before.indexOf(MadeFilms.SAMPLES));
            assertThat(text.indexOf("stco")).isEqualTo(before.indexOf("stco"));
            assertThat(MadeFilms.momentsOf(told)).isNotEqualTo(new byte[8]);
            assertThat(MadeFilms.momentsOf(bytes)).isEqualTo(new byte[8]);
            assertThat(kept.file().sha256()).isEqualTo(Sha256.of(bytes));
            assertThat(pictures.kept(FileName.of("f.mp4"), FileType.MP4, file(bytes))
                            .changed())
                    .isFalse();
        }
        // What cannot be walked is kept as it came: reading says that it is damaged.
        SpooledFile cut = file(Documents.cut(told));
        assertThat(pictures.kept(FileName.of("f.mp4"), FileType.MP4, cut).file())
                .isEqualTo(cut);
    }

    @Test
    void the_picture_of_a_telephone_is_kept_as_a_jpeg() throws IOException {
        assumeTrue(heic.present(), "ImageMagick with libheif is not installed here");
        try (Pictures.Kept kept = pictures.kept(FileName.of("IMG_1.HEIC"), FileType.HEIC, file(telephone()))) {
            assertThat(kept.name().text()).isEqualTo("IMG_1.jpg");
            assertThat(kept.type()).isEqualTo(FileType.JPEG);
            assertThat(ImageIO.read(kept.file().path().toFile()).getWidth()).isEqualTo(64);
        }
        refused(pictures, Documents.cut(telephone()), Reason.DAMAGED);
    }

    @Test
    void without_a_program_for_it_such_a_picture_is_refused_with_what_to_do() throws IOException {
        refused(
                new Pictures(spool, new HeicProgram(settings, List.of(""))),
                telephone(),
                Reason.PICTURE_OF_A_TELEPHONE);
    }

    private void refused(Pictures pictures, byte[] heic, Reason reason) throws IOException {
        SpooledFile file = file(heic);
        assertThatThrownBy(() -> pictures.kept(FileName.of("IMG_1.HEIC"), FileType.HEIC, file))
                .isInstanceOfSatisfying(
                        RefusedFile.class, no -> assertThat(no.reason()).isEqualTo(reason));
    }

    private SpooledFile file(byte[] content) throws IOException {
        Path path = Files.write(Files.createTempFile(folder, "file", ""), content);
        return new SpooledFile(path, content.length, Sha256.of(content));
    }

    private static byte[] telephone() throws IOException {
        try (InputStream picture = PicturesTest.class.getResourceAsStream("/evidence/telephone.heic")) {
            return picture.readAllBytes();
        }
    }

    /** Behind the beginning of a JPEG, as a camera writes it. */
    private static byte[] withPlace(byte[] jpeg) throws IOException {
        byte[] exif = exif();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(jpeg, 0, 2);
        out.write(new byte[] {(byte) 0xFF, (byte) 0xE1, (byte) (exif.length + 2 >> 8), (byte) (exif.length + 2)});
        out.write(exif);
        out.write(jpeg, 2, jpeg.length - 2);
        return out.toByteArray();
    }

    /** Turned by a quarter (6), with a place. */
    private static byte[] exif() {
        byte[] place = PLACE.getBytes(StandardCharsets.US_ASCII);
        return ByteBuffer.allocate(6 + 26 + place.length)
                .put("Exif\0\0MM".getBytes(StandardCharsets.US_ASCII))
                .putShort((short) 42)
                .putInt(8)
                .putShort((short) 1)
                .putShort((short) 0x0112)
                .putShort((short) 3)
                .putInt(1)
                .putShort((short) 6)
                .putShort((short) 0)
                .putInt(0)
                .put(place)
                .array();
    }

    private static byte[] joined(byte[] first, String second) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(first);
        out.write(second.getBytes(StandardCharsets.US_ASCII));
        return out.toByteArray();
    }
}
