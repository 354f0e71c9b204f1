package fr.acquis.livret2.assembly;

import java.awt.geom.AffineTransform;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;

/** Where a piece's page or picture stands on an A4 page: whole, never enlarged beyond its size, clear of head and foot. */
record Frame(PDPage page, AffineTransform place) {

    static final float HEAD = 30;
    static final float FOOT = 34;
    static final float SIDE = 18;

    /** @param width of what is shown, in points, turned as it is read */
    static Frame around(float width, float height, boolean mayEnlarge) {
        PDRectangle sheet = width > height
                ? new PDRectangle(PDRectangle.A4.getHeight(), PDRectangle.A4.getWidth())
                : PDRectangle.A4;
        float roomX = sheet.getWidth() - 2 * SIDE;
        float roomY = sheet.getHeight() - HEAD - FOOT;
        float scale = Math.min(roomX / width, roomY / height);
        if (!mayEnlarge) {
            scale = Math.min(scale, 1);
        }
        AffineTransform place = AffineTransform.getTranslateInstance(
                SIDE + (roomX - width * scale) / 2, FOOT + (roomY - height * scale) / 2);
        place.scale(scale, scale);
        return new Frame(new PDPage(sheet), place);
    }
}
