package fr.acquis.evidence;

/** What reading found about a page that matters to those who may not read every number on it. */
public enum PageMark {
    /** Its text was looked through, nothing is to be covered and nothing hides. */
    CLEAN,
    /** A number that identifies or pays a person was read. */
    NUMBERS,
    /** Holds what does not show: letters drawn invisibly or beside the page, layers, a picture partly covered. */
    HIDES,
    /** Shows pictures, whose letters nobody has looked through yet. */
    PICTURE;

    /** One letter a page, to be kept and to travel between processes. */
    public char letter() {
        return name().charAt(0);
    }

    public static PageMark of(char letter) {
        for (PageMark mark : values()) {
            if (mark.letter() == letter) {
                return mark;
            }
        }
        throw new IllegalArgumentException("no mark of a page: " + letter);
    }
}
