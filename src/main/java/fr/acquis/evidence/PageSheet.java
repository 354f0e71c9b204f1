package fr.acquis.evidence;

import java.util.ArrayList;
import java.util.List;

/**
 * The words of a drawn page and where they stand on it, numbers that identify or pay a person covered already.
 *
 * @param width of the drawing, in dots
 * @param checked whether everything that can be read on the page was looked through for such numbers; a picture of text is not
 *     where nothing recognises letters
 * @param covered whether a number was found and is black on the drawing
 */
public record PageSheet(int width, int height, boolean checked, boolean covered, List<Word> words) {

    private static final String BETWEEN = "\u001f";
    private static final String END = "\u001e";
    private static final int NUMBERS = 4;

    public PageSheet {
        words = List.copyOf(words);
    }

    /**
     * One word, its box in dots from the upper left corner.
     *
     * @param after what parts it from the next: a space, a tab between cells, a line feed
     */
    public record Word(String text, char after, int x, int y, int width, int height) {}

    /** The page as plain text. */
    public String text() {
        StringBuilder text = new StringBuilder();
        words.forEach(word -> text.append(word.text()).append(word.after()));
        return text.toString().strip();
    }

    /** As one text, to be kept and to travel between processes. */
    public String written() {
        StringBuilder text = new StringBuilder();
        text.append(width).append(BETWEEN).append(height).append(BETWEEN).append(checked ? 1 : 0);
        text.append(BETWEEN).append(covered ? 1 : 0);
        for (Word word : words) {
            text.append(END).append(word.x()).append(BETWEEN).append(word.y());
            text.append(BETWEEN).append(word.width()).append(BETWEEN).append(word.height());
            text.append(BETWEEN).append(word.after()).append(word.text());
        }
        return text.toString();
    }

    public static PageSheet of(String written) {
        String[] parts = written.split(END);
        String[] head = parts[0].split(BETWEEN);
        List<Word> words = new ArrayList<>();
        for (int at = 1; at < parts.length; at++) {
            String[] word = parts[at].split(BETWEEN, NUMBERS + 1);
            words.add(new Word(
                    word[NUMBERS].substring(1),
                    word[NUMBERS].charAt(0),
                    Integer.parseInt(word[0]),
                    Integer.parseInt(word[1]),
                    Integer.parseInt(word[2]),
                    Integer.parseInt(word[3])));
        }
        // One written before this was told has three numbers: whoever must know has it drawn again.
        boolean covered = head.length > 3 && head[3].equals("1");
        return new PageSheet(Integer.parseInt(head[0]), Integer.parseInt(head[1]), head[2].equals("1"), covered, words);
    }
}
