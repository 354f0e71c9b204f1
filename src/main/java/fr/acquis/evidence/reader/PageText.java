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
    private boolean full;

    PageText(int most) {
        this.most = most;
    }

    @Override
    public void startElement(String uri, String name, String qualifiedName, Attributes attributes) throws SAXException {
        if (name.equals("body")) {
            inBody = true;
        }
        if (name.equals("div") && "page".equals(attributes.getValue("class"))) {
            pages++;
            if (pages > 1) {
                append('\f');
            }
        }
    }

    @Override
    public void endElement(String uri, String name, String qualifiedName) throws SAXException {
        switch (name) {
            case "p", "div", "tr", "li", "h1", "h2", "h3", "h4", "h5", "h6", "br" -> endLine();
            case "td", "th" -> append('\t');
            default -> {}
        }
    }

    @Override
    public void characters(char[] characters, int start, int length) throws SAXException {
        for (int at = start; inBody && at < start + length; at++) {
            char c = characters[at];
            if (c == '\n' || c == '\r') {
                endLine();
            } else if (c == '\t' || !Character.isISOControl(c)) {
                append(c);
            }
        }
    }

    @Override
    public void ignorableWhitespace(char[] characters, int start, int length) throws SAXException {
        characters(characters, start, length);
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

    boolean blank() {
        return text.chars().allMatch(c -> Character.isWhitespace(c) || Character.isSpaceChar(c));
    }

    boolean full() {
        return full;
    }

    int pages() {
        return pages;
    }

    /** Ends a parse that has given enough. */
    private static final class Full extends SAXException {

        private static final long serialVersionUID = 1L;
    }
}
