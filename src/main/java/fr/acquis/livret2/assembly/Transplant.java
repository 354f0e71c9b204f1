package fr.acquis.livret2.assembly;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSNull;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.jspecify.annotations.Nullable;

/**
 * Copies what pages of one document need (fonts, pictures, forms) into another, each once, streams as they are packed: the
 * source can be closed afterwards, and a page costs what it weighs.
 */
final class Transplant {

    /** Deeper than any honest document. */
    private static final int DEEPEST = 400;

    /** What of a stream ties it to the rest of its document, fetches from elsewhere, or only describes it. */
    private static final Set<COSName> LEFT_BEHIND = Set.of(
            COSName.LENGTH,
            COSName.STRUCT_PARENT,
            COSName.STRUCT_PARENTS,
            COSName.METADATA,
            COSName.OC,
            COSName.AF,
            COSName.F,
            COSName.getPDFName("FFilter"),
            COSName.getPDFName("FDecodeParms"),
            COSName.getPDFName("PieceInfo"),
            COSName.getPDFName("OPI"),
            COSName.getPDFName("Ref"));

    private final PDDocument target;
    private final Map<COSBase, COSBase> copied = new IdentityHashMap<>();

    Transplant(PDDocument target) {
        this.target = target;
    }

    COSDictionary copy(COSDictionary source) throws IOException {
        return (COSDictionary) copy(source, 0);
    }

    COSStream copy(COSStream source) throws IOException {
        return (COSStream) copy(source, 0);
    }

    private @Nullable COSBase copy(@Nullable COSBase source, int depth) throws IOException {
        if (depth > DEEPEST) {
            throw new IOException("nested deeper than any document should be");
        }
        return switch (source) {
            case null -> null;
            case COSObject reference -> copy(reference.getObject(), depth);
            case COSStream stream -> copyStream(stream, depth);
            case COSDictionary dictionary -> copyDictionary(dictionary, depth);
            case COSArray array -> copyArray(array, depth);
            default -> source;
        };
    }

    private COSBase copyStream(COSStream source, int depth) throws IOException {
        COSBase known = copied.get(source);
        if (known != null) {
            return known;
        }
        COSStream copy = target.getDocument().createCOSStream();
        copied.put(source, copy);
        if (source.hasData()) {
            try (InputStream packed = source.createRawInputStream();
                    OutputStream out = copy.createRawOutputStream()) {
                packed.transferTo(out);
            }
        }
        for (COSName name : source.keySet()) {
            if (!LEFT_BEHIND.contains(name)) {
                entry(source, name, copy, depth);
            }
        }
        return copy;
    }

    private COSBase copyDictionary(COSDictionary source, int depth) throws IOException {
        COSBase known = copied.get(source);
        if (known != null) {
            return known;
        }
        COSDictionary copy = new COSDictionary();
        copied.put(source, copy);
        for (COSName name : source.keySet()) {
            // The names in resources are anybody's: only what leads to the tree of pages stays behind.
            if (!name.equals(COSName.PARENT)) {
                entry(source, name, copy, depth);
            }
        }
        return copy;
    }

    private void entry(COSDictionary source, COSName name, COSDictionary copy, int depth) throws IOException {
        COSBase value = copy(source.getItem(name), depth + 1);
        if (value != null) {
            copy.setItem(name, value);
        }
    }

    private COSBase copyArray(COSArray source, int depth) throws IOException {
        COSBase known = copied.get(source);
        if (known != null) {
            return known;
        }
        COSArray copy = new COSArray();
        copied.put(source, copy);
        for (int at = 0; at < source.size(); at++) {
            COSBase value = copy(source.get(at), depth + 1);
            copy.add(value == null ? COSNull.NULL : value);
        }
        return copy;
    }
}
