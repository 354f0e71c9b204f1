package fr.acquis.evidence.reader;

import com.drew.imaging.ImageMetadataReader;
import com.drew.imaging.ImageProcessingException;
import com.drew.metadata.exif.ExifDirectoryBase;
import com.drew.metadata.exif.ExifIFD0Directory;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Iterator;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.ImageOutputStream;

/** Pictures in and out: never more dots in memory than asked for, and nothing of the camera left in what is written. */
final class Pictures {

    private static final float QUALITY = 0.82f;

    private Pictures() {}

    static BufferedImage decoded(Path file, double mostPixels) throws IOException {
        try (ImageInputStream content = ImageIO.createImageInputStream(file.toFile())) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(content);
            if (!readers.hasNext()) {
                throw new IOException("a picture of an unknown kind");
            }
            ImageReader reader = readers.next();
            try {
                reader.setInput(content, true, true);
                ImageReadParam coarse = reader.getDefaultReadParam();
                double pixels = (double) reader.getWidth(0) * reader.getHeight(0);
                int step = Math.max(1, (int) Math.ceil(Math.sqrt(pixels / mostPixels)));
                coarse.setSourceSubsampling(step, step, 0, 0);
                return reader.read(0, coarse);
            } finally {
                reader.dispose();
            }
        }
    }

    /** As it was held when it was taken, on white. */
    static BufferedImage upright(BufferedImage picture, Path file) throws IOException {
        int held = orientation(file);
        boolean sideways = held >= 5;
        int width = sideways ? picture.getHeight() : picture.getWidth();
        int height = sideways ? picture.getWidth() : picture.getHeight();
        return drawn(picture, width, height, turned(held, width, height));
    }

    static BufferedImage scaled(BufferedImage picture, int width) {
        double scale = (double) width / picture.getWidth();
        int height = Math.max(1, (int) Math.round(picture.getHeight() * scale));
        return drawn(picture, width, height, AffineTransform.getScaleInstance(scale, scale));
    }

    private static BufferedImage drawn(BufferedImage picture, int width, int height, AffineTransform place) {
        BufferedImage drawn = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D brush = drawn.createGraphics();
        brush.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        brush.setColor(Color.WHITE);
        brush.fillRect(0, 0, width, height);
        brush.drawImage(picture, place, null);
        brush.dispose();
        return drawn;
    }

    private static int orientation(Path file) throws IOException {
        try {
            ExifIFD0Directory exif =
                    ImageMetadataReader.readMetadata(file.toFile()).getFirstDirectoryOfType(ExifIFD0Directory.class);
            Integer held = exif == null ? null : exif.getInteger(ExifDirectoryBase.TAG_ORIENTATION);
            return held == null ? 1 : held;
        } catch (ImageProcessingException none) {
            return 1;
        }
    }

    /** EXIF's eight ways of holding a camera; width and height are those of the upright picture. */
    private static AffineTransform turned(int held, int width, int height) {
        return switch (held) {
            case 2 -> new AffineTransform(-1, 0, 0, 1, width, 0);
            case 3 -> new AffineTransform(-1, 0, 0, -1, width, height);
            case 4 -> new AffineTransform(1, 0, 0, -1, 0, height);
            case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
            case 6 -> new AffineTransform(0, 1, -1, 0, width, 0);
            case 7 -> new AffineTransform(0, -1, -1, 0, width, height);
            case 8 -> new AffineTransform(0, -1, 1, 0, 0, height);
            default -> new AffineTransform();
        };
    }

    static void write(BufferedImage picture, Path target) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        try (ImageOutputStream out = ImageIO.createImageOutputStream(target.toFile())) {
            ImageWriteParam wish = writer.getDefaultWriteParam();
            wish.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            wish.setCompressionQuality(QUALITY);
            writer.setOutput(out);
            writer.write(null, new IIOImage(picture, null, null), wish);
        } finally {
            writer.dispose();
        }
    }
}
