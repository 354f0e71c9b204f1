package fr.acquis.evidence.reader;

import fr.acquis.evidence.PageSheet.Word;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;

/** Signs of one page with the place of each: numbers found in the text are covered where they stand on the picture. */
final class PlacedText {

    private static final char COVER = SensitiveNumbers.MASK.charAt(0);

    /** Covers more than the glyph: the slope of a letter, the edge that smoothing left. */
    private static final double MARGIN = 0.2;

    private final StringBuilder signs = new StringBuilder();
    private final List<Rectangle2D> places = new ArrayList<>();

    /** Signs that stand together in one place. */
    void add(String text, Rectangle2D place) {
        for (int at = 0; at < text.length(); at++) {
            char sign = text.charAt(at);
            signs.append(Character.isISOControl(sign) ? ' ' : sign);
            places.add(place);
        }
    }

    /** What parts two words stands nowhere. */
    void part(char by) {
        if (!signs.isEmpty() && !parts(signs.charAt(signs.length() - 1))) {
            signs.append(by);
            places.add(null);
        } else if (by == '\n' && !signs.isEmpty()) {
            signs.setCharAt(signs.length() - 1, by);
        }
    }

    /** Whether there is a number to be covered. */
    boolean covers() {
        return SensitiveNumbers.found(signs.toString());
    }

    String text() {
        return signs.toString();
    }

    long letters() {
        return signs.chars().filter(Character::isLetter).count();
    }

    /** Blackens the numbers on the picture. */
    void coverOn(BufferedImage picture) {
        String covered = SensitiveNumbers.cover(signs.toString());
        Graphics2D brush = picture.createGraphics();
        brush.setColor(Color.BLACK);
        for (int at = 0; at < covered.length(); at++) {
            Rectangle2D place = places.get(at);
            if (covered.charAt(at) == COVER && place != null) {
                double margin = place.getHeight() * MARGIN;
                brush.fill(new Rectangle2D.Double(
                        place.getX() - margin,
                        place.getY() - margin,
                        place.getWidth() + 2 * margin,
                        place.getHeight() + 2 * margin));
            }
        }
        brush.dispose();
    }

    /** The words, numbers covered. @param most signs kept */
    List<Word> words(int most) {
        String covered = SensitiveNumbers.cover(signs.toString());
        List<Word> words = new ArrayList<>();
        int start = 0;
        int end = Math.min(covered.length(), most);
        for (int at = 0; at <= end; at++) {
            boolean over = at == end || parts(covered.charAt(at));
            if (over && at > start) {
                words.add(word(covered, start, at, at < end ? covered.charAt(at) : '\n'));
            }
            if (over) {
                start = at + 1;
            }
        }
        return words;
    }

    private Word word(String covered, int start, int end, char after) {
        Rectangle2D box = null;
        for (int at = start; at < end; at++) {
            Rectangle2D place = places.get(at);
            if (place != null) {
                box = box == null ? place : box.createUnion(place);
            }
        }
        String text = covered.substring(start, end).replaceAll(COVER + "+", SensitiveNumbers.MASK);
        return box == null
                ? new Word(text, after, 0, 0, 0, 0)
                : new Word(
                        text,
                        after,
                        (int) Math.round(box.getX()),
                        (int) Math.round(box.getY()),
                        (int) Math.round(box.getWidth()),
                        (int) Math.round(box.getHeight()));
    }

    private static boolean parts(char sign) {
        return sign == ' ' || sign == '\t' || sign == '\n';
    }
}
