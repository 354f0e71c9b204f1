package fr.acquis.exchange.answer;

import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeTraversor;
import org.jsoup.select.NodeVisitor;

/** A mail that is a page, as the lines one sees. What mail programs mark as quoted becomes a line that says so. */
final class HtmlText {

    private static final String SIGNATURES =
            ".gmail_signature, .moz-signature, #Signature, #ms-outlook-mobile-signature";
    private static final Set<String> OF_THEIR_OWN_LINE =
            Set.of("div", "li", "tr", "ul", "ol", "table", "h1", "h2", "h3", "h4", "pre", "hr");

    private HtmlText() {}

    static String of(String html) {
        Document page = Jsoup.parse(html);
        page.select("head, style, script, title, " + SIGNATURES).remove();
        for (Element quote : page.select("blockquote")) {
            quote.empty();
            quote.appendText("> …");
        }
        Lines lines = new Lines();
        NodeTraversor.traverse(lines, page.body());
        return lines.text();
    }

    private static final class Lines implements NodeVisitor {

        private final StringBuilder text = new StringBuilder();

        @Override
        public void head(Node node, int depth) {
            if (node instanceof TextNode words) {
                String flat = words.getWholeText().replaceAll("[ \\t\\r\\n]+", " ");
                text.append(atStart() ? flat.stripLeading() : flat);
            } else if (node.nameIs("br")) {
                text.append('\n');
            } else if (node.nameIs("li")) {
                newLine();
                text.append("- ");
            } else {
                separate(node);
            }
        }

        @Override
        public void tail(Node node, int depth) {
            separate(node);
        }

        private void separate(Node node) {
            if (OF_THEIR_OWN_LINE.contains(node.nodeName())) {
                newLine();
            } else if (node.nameIs("p") || node.nameIs("blockquote")) {
                newLine();
                text.append('\n');
            }
        }

        private void newLine() {
            if (!atStart()) {
                text.append('\n');
            }
        }

        private boolean atStart() {
            return text.isEmpty() || text.charAt(text.length() - 1) == '\n';
        }

        private String text() {
            return text.toString();
        }
    }
}
