package fr.acquis.livret2.assembly;

import fr.acquis.evidence.PageSheet;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDPageContentStream.AppendMode;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.color.PDDeviceCMYK;
import org.apache.pdfbox.pdmodel.graphics.color.PDDeviceGray;
import org.apache.pdfbox.pdmodel.graphics.color.PDDeviceRGB;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.util.Matrix;

/** A photograph or a scan, on a page of its own and the right way up. */
final class PicturePiece {

    /** About 300 dots per inch on A4: more would be memory nobody sees. The piece itself keeps every dot. */
    private static final long MOST_DOTS = 9_000_000;

    private static final double A4_POINTS = 595.0 * 842;

    private final PDDocument target;

    PicturePiece(PDDocument target) {
        this.target = target;
    }

    PDPage jpeg(Path file) throws IOException {
        JpegHeader header = JpegHeader.read(file);
        PDImageXObject picture;
        Path bare = Files.createTempFile("acquis-picture-", ".part");
        try (InputStream packed = bare(file, bare)) {
            picture = new PDImageXObject(
                    target,
                    packed,
                    COSName.DCT_DECODE,
                    header.width(),
                    header.height(),
                    header.bits(),
                    switch (header.components()) {
                        case 1 -> PDDeviceGray.INSTANCE;
                        case 3 -> PDDeviceRGB.INSTANCE;
                        default -> PDDeviceCMYK.INSTANCE;
                    });
        } finally {
            Files.deleteIfExists(bare);
        }
        if (header.inverted()) {
            picture.setDecode(upsideDown());
        }
        return page(picture, header.orientation());
    }

    private static InputStream bare(Path file, Path copy) throws IOException {
        try (InputStream packed = Files.newInputStream(file);
                OutputStream out = new BufferedOutputStream(Files.newOutputStream(copy), 1 << 16)) {
            BarePicture.jpeg(packed, out);
        }
        return new BufferedInputStream(Files.newInputStream(copy));
    }

    /** Its size as a page, the way up it is held; what is not enlarged is a thumbnail. */
    static PDRectangle size(PageSheet drawn) {
        float fit = Math.min(1, (float) Math.sqrt(A4_POINTS / ((double) drawn.width() * drawn.height())));
        return new PDRectangle(drawn.width() * fit, drawn.height() * fit);
    }

    PDPage png(Path file) throws IOException {
        try (ImageInputStream in = ImageIO.createImageInputStream(file.toFile())) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
            if (!readers.hasNext()) {
                throw new IOException("not a picture");
            }
            ImageReader reader = readers.next();
            try {
                reader.setInput(in, true, true);
                return page(LosslessFactory.createFromImage(target, reduced(reader)), 1);
            } finally {
                reader.dispose();
            }
        }
    }

    private static BufferedImage reduced(ImageReader reader) throws IOException {
        long dots = (long) reader.getWidth(0) * reader.getHeight(0);
        int step = (int) Math.ceil(Math.sqrt(Math.max(1.0, (double) dots / MOST_DOTS)));
        ImageReadParam wish = reader.getDefaultReadParam();
        wish.setSourceSubsampling(step, step, 0, 0);
        return reader.read(0, wish);
    }

    private PDPage page(PDImageXObject picture, int orientation) throws IOException {
        boolean sideways = orientation >= 5;
        float width = sideways ? picture.getHeight() : picture.getWidth();
        float height = sideways ? picture.getWidth() : picture.getHeight();
        Frame frame = Frame.around(width, height, width * height > 250_000);
        AffineTransform place = new AffineTransform(frame.place());
        place.scale(width, height);
        place.concatenate(upright(orientation));
        try (PDPageContentStream pen = new PDPageContentStream(target, frame.page(), AppendMode.OVERWRITE, true)) {
            pen.drawImage(picture, new Matrix(place));
        }
        return frame.page();
    }

    /** EXIF's eight ways of holding a camera, in the unit square of a picture. */
    private static AffineTransform upright(int orientation) {
        return switch (orientation) {
            case 2 -> new AffineTransform(-1, 0, 0, 1, 1, 0);
            case 3 -> new AffineTransform(-1, 0, 0, -1, 1, 1);
            case 4 -> new AffineTransform(1, 0, 0, -1, 0, 1);
            case 5 -> new AffineTransform(0, -1, -1, 0, 1, 1);
            case 6 -> new AffineTransform(0, -1, 1, 0, 0, 1);
            case 7 -> new AffineTransform(0, 1, 1, 0, 0, 0);
            case 8 -> new AffineTransform(0, 1, -1, 0, 1, 0);
            default -> new AffineTransform();
        };
    }

    private static COSArray upsideDown() {
        COSArray decode = new COSArray();
        for (int component = 0; component < 4; component++) {
            decode.add(COSInteger.ONE);
            decode.add(COSInteger.ZERO);
        }
        return decode;
    }
}
