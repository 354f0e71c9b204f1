package fr.acquis.notification.letter;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder.PdfAConformance;
import fr.acquis.notification.wording.Typography;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.Locale;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import org.w3c.dom.Document;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/**
 * Presses a page into a PDF that is an archive (PDF/A-2a: fonts and colours inside, structure tagged) and can be read by
 * everyone (PDF/UA-1: language, title, order). Nothing outside the page is fetched.
 */
@Component
class PdfPress {

    private static final int LONG_TEXT = 60;
    private static final int SHORT_WORD = 12;

    private final byte[] regular = read("fonts/Inter-Regular.ttf");
    private final byte[] semiBold = read("fonts/Inter-SemiBold.ttf");
    private final byte[] colours = read("icc/sRGB.icc");

    byte[] press(String page, Locale language) {
        Document document = parse(page);
        typeset(document.getDocumentElement(), language);
        ByteArrayOutputStream pdf = new ByteArrayOutputStream();
        PdfRendererBuilder builder = new PdfRendererBuilder();
        builder.useFont(() -> new ByteArrayInputStream(regular), "Inter", 400, FontStyle.NORMAL, true);
        builder.useFont(() -> new ByteArrayInputStream(semiBold), "Inter", 600, FontStyle.NORMAL, true);
        builder.useFont(() -> new ByteArrayInputStream(semiBold), "Inter", 700, FontStyle.NORMAL, true);
        builder.useColorProfile(colours);
        builder.usePdfAConformance(PdfAConformance.PDFA_2_A);
        builder.usePdfUaAccessibility(true);
        builder.withProducer("Acquis");
        builder.useUnicodeLineBreaker(new LineBreaks(language));
        builder.useExternalResourceAccessControl(
                (address, kind) -> address.startsWith("data:"),
                ExternalResourceControlPriority.RUN_BEFORE_RESOLVING_URI);
        builder.useExternalResourceAccessControl(
                (address, kind) -> address.startsWith("data:"),
                ExternalResourceControlPriority.RUN_AFTER_RESOLVING_URI);
        builder.withW3cDocument(document, "");
        builder.toStream(pdf);
        try {
            builder.run();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return pdf.toByteArray();
    }

    /** Every text of the page, whoever wrote it; the style sheet is no text. */
    private static void typeset(Node node, Locale language) {
        for (Node child = node.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child.getNodeType() == Node.TEXT_NODE) {
                child.setNodeValue(withoutLoneWord(Typography.of(child.getNodeValue(), language)));
            } else if (!child.getNodeName().equals("style")) {
                typeset(child, language);
            }
        }
    }

    /** A long text does not end with one short word on a line of its own. */
    private static String withoutLoneWord(String text) {
        String end = text.stripTrailing();
        int last = end.lastIndexOf(' ');
        boolean binds = end.length() > LONG_TEXT && end.length() - last <= SHORT_WORD;
        return binds ? text.substring(0, last) + '\u00a0' + text.substring(last + 1) : text;
    }

    private static Document parse(String page) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://xml.org/sax/features/external-general-entities", false);
            factory.setFeature("http://xml.org/sax/features/external-parameter-entities", false);
            factory.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
            factory.setXIncludeAware(false);
            return factory.newDocumentBuilder().parse(new InputSource(new StringReader(page)));
        } catch (ParserConfigurationException | SAXException malformed) {
            throw new IllegalStateException("a letter's template is not well formed", malformed);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static byte[] read(String resource) {
        try {
            return new ClassPathResource(resource).getContentAsByteArray();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
