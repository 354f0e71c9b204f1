package fr.acquis.notification.letter;

import com.openhtmltopdf.extend.FSTextBreaker;
import java.text.BreakIterator;
import java.util.Locale;

/**
 * Where a line may end: as Unicode has it, and never behind an elision ("l’expérience" stays one word), behind a hyphen
 * with a short word after it (prévenez-nous, c’est-à-dire), or inside an address that fits a line.
 */
final class LineBreaks implements FSTextBreaker {

    private static final int SHORT_WORD = 4;
    private static final int SHORT_ADDRESS = 60;

    private final BreakIterator lines;
    private String text = "";

    LineBreaks(Locale language) {
        lines = BreakIterator.getLineInstance(language);
    }

    @Override
    public void setText(String text) {
        this.text = text;
        lines.setText(text);
    }

    @Override
    public int next() {
        int place = lines.next();
        while (place != BreakIterator.DONE
                && (behindAnElision(place) || behindAHyphen(place) || insideAnAddress(place))) {
            place = lines.next();
        }
        return place;
    }

    private boolean behindAnElision(int place) {
        return place > 0
                && place < text.length()
                && (text.charAt(place - 1) == '’' || text.charAt(place - 1) == '\'')
                && Character.isLetter(text.charAt(place));
    }

    private boolean behindAHyphen(int place) {
        if (place < 2 || place >= text.length() || text.charAt(place - 1) != '-') {
            return false;
        }
        int end = place;
        while (end < text.length() && Character.isLetterOrDigit(text.charAt(end))) {
            end++;
        }
        return end > place && end - place <= SHORT_WORD;
    }

    private boolean insideAnAddress(int place) {
        if (place < 1 || place >= text.length() || blank(place - 1) || blank(place)) {
            return false;
        }
        int start = place;
        while (start > 0 && !blank(start - 1)) {
            start--;
        }
        int end = place;
        while (end < text.length() && !blank(end)) {
            end++;
        }
        String word = text.substring(start, end);
        return word.length() <= SHORT_ADDRESS && (word.indexOf('@') > 0 || word.contains("://"));
    }

    private boolean blank(int place) {
        return Character.isWhitespace(text.charAt(place)) || text.charAt(place) == '\u00a0';
    }
}
