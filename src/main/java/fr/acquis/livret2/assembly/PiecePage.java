package fr.acquis.livret2.assembly;

import fr.acquis.evidence.PageSheet;
import fr.acquis.evidence.ShownPage;
import java.awt.geom.AffineTransform;
import java.io.IOException;
import java.io.InputStream;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDPageContentStream.AppendMode;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.color.PDDeviceRGB;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.util.Matrix;
import org.jspecify.annotations.Nullable;

/**
 * A page of a piece as it goes into the file.
 *
 * @param page null when it is said in words only
 * @param words of a drawing, to be laid beneath it so that it can be searched and read aloud; null otherwise
 * @param dots from the dots of the drawing to points of the page; null without words
 */
record PiecePage(
        @Nullable PDPage page,
        As as,
        @Nullable PageSheet words,
        @Nullable AffineTransform dots) {

    enum As {
        IT_IS,
        /** With a number black on it. */
        COVERED,
        /** Because it holds what does not show. */
        DRAWN,
        /** Not at all. */
        WITHHELD
    }

    static PiecePage asItIs(PDPage page) {
        return new PiecePage(page, As.IT_IS, null, null);
    }

    /** @param size of the page as it is read, in points */
    static PiecePage instead(PDDocument target, ShownPage shown, PDRectangle size) throws IOException {
        return switch (shown) {
            case ShownPage.Drawn drawn -> drawn(target, drawn, size);
            case ShownPage.Withheld none -> new PiecePage(null, As.WITHHELD, null, null);
            case ShownPage.AsItIs open -> throw new IOException("its file was to be taken, and cannot be");
        };
    }

    private static PiecePage drawn(PDDocument target, ShownPage.Drawn drawn, PDRectangle size) throws IOException {
        PageSheet sheet = drawn.sheet();
        Frame frame = Frame.around(size.getWidth(), size.getHeight(), false);
        AffineTransform whole = new AffineTransform(frame.place());
        whole.scale(size.getWidth(), size.getHeight());
        try (InputStream jpeg = drawn.picture();
                PDPageContentStream pen = new PDPageContentStream(target, frame.page(), AppendMode.OVERWRITE, true)) {
            PDImageXObject picture = new PDImageXObject(
                    target, jpeg, COSName.DCT_DECODE, sheet.width(), sheet.height(), 8, PDDeviceRGB.INSTANCE);
            pen.drawImage(picture, new Matrix(whole));
        }
        whole.translate(0, 1);
        whole.scale(1.0 / sheet.width(), -1.0 / sheet.height());
        return new PiecePage(frame.page(), drawn.covered() ? As.COVERED : As.DRAWN, sheet, whole);
    }
}
