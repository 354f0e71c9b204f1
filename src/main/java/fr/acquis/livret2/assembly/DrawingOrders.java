package fr.acquis.livret2.assembly;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.pdfbox.contentstream.PDContentStream;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdfparser.PDFStreamParser;
import org.apache.pdfbox.pdfwriter.ContentStreamWriter;

/** The orders that draw a page or a form, one after another: what is said beside them (marks, notes, comments) stays behind. */
final class DrawingOrders {

    private static final Set<String> SAID_BESIDE = Set.of("BMC", "BDC", "EMC", "MP", "DP");

    private DrawingOrders() {}

    /** @return the names of the resources the orders ask for */
    static Set<COSName> copy(PDContentStream source, OutputStream target) throws IOException {
        ContentStreamWriter writer = new ContentStreamWriter(target);
        Set<COSName> named = new HashSet<>();
        PDFStreamParser parser = new PDFStreamParser(source);
        List<Object> order = new ArrayList<>();
        for (Object token = parser.parseNextToken(); token != null; token = parser.parseNextToken()) {
            order.add(token);
            if (token instanceof Operator operator) {
                if (!SAID_BESIDE.contains(operator.getName())) {
                    names(order, named);
                    writer.writeTokens(order);
                }
                order.clear();
            }
        }
        return named;
    }

    private static void names(List<Object> order, Set<COSName> named) {
        for (Object token : order) {
            if (token instanceof COSName name) {
                named.add(name);
            } else if (token instanceof Operator operator && operator.getImageParameters() != null) {
                ofPicture(operator.getImageParameters(), named);
            }
        }
    }

    private static void ofPicture(COSDictionary parameters, Set<COSName> named) {
        for (COSBase value : parameters.getValues()) {
            if (value instanceof COSName name) {
                named.add(name);
            }
        }
    }
}
