package fr.acquis.evidence.reader;

import org.xml.sax.Attributes;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/** Gathers the text of a parsed document up to a length, a line per block and a form feed between pages. */
final class PageText extends DefaultHandler {

    private final StringBuilder text = new StringBuilder();
    private final int most;
    private int pages;
    private boolean inBody;
    private boolean inCell;
    private boolean full;

    PageText(int most) {
        this.most = most;
    }

    @Override
    public void startElement(String uri, String name, String qualifiedName, Attributes attributes) throws SAXException {
        if (name.equals("body")) {
            inBody = true;
        }
        if (name.equals("td") || name.equals("th")) {
            inCell = true;
        }
    }

    @Override
    public void endElement(String uri, String name, String qualifiedName) throws SAXException {
        switch (name) {
            case "td", "th" -> {
                inCell = false;
                append('\t');
            }
            case "p", "div", "tr", "li", "h1", "h2", "h3", "h4", "h5", "h6", "br" -> endBlock();
            default -> {}
        }
    }

    @Override
    public void characters(char[] characters, int start, int length) throws SAXException {
        if (inBody) {
            write(new String(characters, start, length));
        }
    }

    @Override
    public void ignorableWhitespace(char[] characters, int start, int length) throws SAXException {
        characters(characters, start, length);
    }

    /** Paragraphs of one cell stay in its line. */
    private void endBlock() throws SAXException {
        if (inCell) {
            append(' ');
        } else {
            endLine();
        }
    }

    /** For a reader that knows its pages: a form feed before each but the first. */
    void nextPage() throws SAXException {
        pages++;
        if (pages > 1) {
            append('\f');
        }
    }

    /** Plain text, its tabs and line feeds kept. */
    void write(String plain) throws SAXException {
        for (int at = 0; at < plain.length(); at++) {
            char c = plain.charAt(at);
            if (c == '\n' || c == '\r') {
                endLine();
            } else if (c == '\t' || !Character.isISOControl(c)) {
                append(c);
            }
        }
    }

    private void endLine() throws SAXException {
        if (!text.isEmpty() && text.charAt(text.length() - 1) != '\n' && text.charAt(text.length() - 1) != '\f') {
            append('\n');
        }
    }

    private void append(char c) throws SAXException {
        if (text.length() >= most) {
            full = true;
            throw new Full();
        }
        text.append(c);
    }

    String text() {
        return text.toString();
    }

    int length() {
        return text.length();
    }

    String since(int start) {
        return text.substring(start);
    }

    boolean blank() {
        return text.chars().allMatch(c -> Character.isWhitespace(c) || Character.isSpaceChar(c));
    }

    boolean full() {
        return full;
    }

    /** Ends a parse that has given enough. */
    private static final class Full extends SAXException {

        private static final long serialVersionUID = 1L;
    }
}
