package fr.acquis.notification.letter;

import com.openhtmltopdf.extend.FSTextBreaker;
import java.text.BreakIterator;
import java.util.Locale;

/** Where a line may end: as Unicode has it, and never behind an elision ("l’expérience" stays one word). */
final class LineBreaks implements FSTextBreaker {

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
        while (place != BreakIterator.DONE && behindAnElision(place)) {
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
}
