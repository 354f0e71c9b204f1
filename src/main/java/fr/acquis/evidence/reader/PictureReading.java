package fr.acquis.evidence.reader;

import fr.acquis.evidence.ReadingState;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.imageio.IIOException;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

/** Decodes a picture coarsely, to know whether it is whole and whether anything is on it. */
final class PictureReading {

    private static final int COARSE = 800;

    /** Below this difference between lightest and darkest, a sheet is blank: paper under a lamp is not one colour. */
    private static final int VISIBLE_CONTRAST = 24;

    private PictureReading() {}

    static ReadAnswer read(Path file) throws IOException {
        try (ImageInputStream content = ImageIO.createImageInputStream(file.toFile())) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(content);
            if (!readers.hasNext()) {
                return ReadAnswer.found(ReadingState.UNREADABLE, -1);
            }
            ImageReader reader = readers.next();
            try {
                reader.setInput(content, true, true);
                return ReadAnswer.found(state(reader), 1);
            } finally {
                reader.dispose();
            }
        }
    }

    private static ReadingState state(ImageReader reader) throws IOException {
        AtomicBoolean warned = new AtomicBoolean();
        reader.addIIOReadWarningListener((source, warning) -> warned.set(true));
        ImageReadParam coarse = reader.getDefaultReadParam();
        int step = Math.max(1, Math.max(reader.getWidth(0), reader.getHeight(0)) / COARSE);
        coarse.setSourceSubsampling(step, step, 0, 0);
        try {
            BufferedImage picture = reader.read(0, coarse);
            if (warned.get()) {
                return ReadingState.TRUNCATED;
            }
            return contrast(picture) < VISIBLE_CONTRAST ? ReadingState.EMPTY : ReadingState.NO_TEXT;
        } catch (IIOException failed) {
            // Four-colour JPEGs of print shops are sound, only this decoder does not know them.
            boolean unknownColours = String.valueOf(failed.getMessage()).startsWith("Unsupported Image Type");
            return unknownColours ? ReadingState.NO_TEXT : ReadingState.TRUNCATED;
        }
    }

    private static int contrast(BufferedImage picture) {
        int lightest = 0;
        int darkest = 255;
        for (int y = 0; y < picture.getHeight(); y++) {
            for (int x = 0; x < picture.getWidth(); x++) {
                int rgb = picture.getRGB(x, y);
                int light = ((rgb >> 16 & 0xFF) * 3 + (rgb >> 8 & 0xFF) * 6 + (rgb & 0xFF)) / 10;
                lightest = Math.max(lightest, light);
                darkest = Math.min(darkest, light);
            }
        }
        return lightest - darkest;
    }
}
