package fr.acquis.livret2.assembly;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Collections;
import java.util.HashSet;
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
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.jspecify.annotations.Nullable;

/**
 * Copies what pages of one document need (fonts, pictures, forms) into another, each once: the source can be closed afterwards,
 * and a page costs what it weighs. Nothing a page does not draw comes along, not even when its resources name it.
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
            COSName.getPDFName("Ref"),
            COSName.getPDFName("Alternates"));

    /** Meant without being named. */
    private static final Set<COSName> COLOURS_MEANT = Set.of(
            COSName.getPDFName("DefaultGray"), COSName.getPDFName("DefaultRGB"), COSName.getPDFName("DefaultCMYK"));

    private static final Set<COSName> PACKING =
            Set.of(COSName.FILTER, COSName.DECODE_PARMS, COSName.getPDFName("DP"), COSName.F);

    private final PDDocument target;
    private final Map<COSBase, COSBase> copied = new IdentityHashMap<>();

    Transplant(PDDocument target) {
        this.target = target;
    }

    /** What a page draws, as a form: what its fields and notes show is not in it. */
    PDFormXObject form(PDPage page) throws IOException {
        COSStream copy = target.getDocument().createCOSStream();
        Set<COSName> named;
        try (OutputStream out = new BufferedOutputStream(copy.createOutputStream(COSName.FLATE_DECODE))) {
            named = DrawingOrders.copy(page, out);
        }
        PDFormXObject form = new PDFormXObject(copy);
        PDResources resources = page.getResources();
        form.setResources(
                resources == null ? new PDResources() : new PDResources(resources(resources.getCOSObject(), named, 0)));
        COSDictionary group = page.getCOSObject().getCOSDictionary(COSName.GROUP);
        if (group != null) {
            copy.setItem(COSName.GROUP, copy(group, 0));
        }
        return form;
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
        if (source.hasData() && COSName.FORM.equals(source.getCOSName(COSName.SUBTYPE))) {
            copyForm(source, copy, depth);
            return copy;
        }
        if (source.hasData()) {
            copyPacked(source, copy);
        }
        for (COSName name : source.keySet()) {
            if (!LEFT_BEHIND.contains(name)) {
                entry(source, name, copy, depth);
            }
        }
        return copy;
    }

    private void copyForm(COSStream source, COSStream copy, int depth) throws IOException {
        Set<COSName> named;
        try (OutputStream out = new BufferedOutputStream(copy.createOutputStream(COSName.FLATE_DECODE))) {
            named = DrawingOrders.copy(new PDFormXObject(source), out);
        }
        for (COSName name : source.keySet()) {
            if (name.equals(COSName.RESOURCES) && source.getCOSDictionary(name) != null) {
                copy.setItem(name, resources(source.getCOSDictionary(name), named, depth + 1));
            } else if (!LEFT_BEHIND.contains(name) && !PACKING.contains(name)) {
                entry(source, name, copy, depth);
            }
        }
    }

    private static void copyPacked(COSStream source, COSStream copy) throws IOException {
        COSBase filter = source.getFilters();
        try (InputStream packed = source.createRawInputStream();
                OutputStream out = copy.createRawOutputStream()) {
            if (alone(filter, COSName.DCT_DECODE)) {
                BarePicture.jpeg(packed, out);
            } else if (alone(filter, COSName.JPX_DECODE)) {
                BarePicture.jpeg2000(packed, out);
            } else {
                packed.transferTo(out);
            }
        }
    }

    private static boolean alone(@Nullable COSBase filter, COSName wanted) {
        return wanted.equals(filter)
                || filter instanceof COSArray several && several.size() == 1 && wanted.equals(several.getObject(0));
    }

    /** The resources that are named, and those that forms without resources of their own ask their page for. */
    private COSDictionary resources(COSDictionary source, Set<COSName> named, int depth) throws IOException {
        Set<COSName> wanted = new HashSet<>(named);
        wanted.addAll(COLOURS_MEANT);
        lent(source.getCOSDictionary(COSName.XOBJECT), wanted);
        COSDictionary copy = new COSDictionary();
        for (COSName kind : source.keySet()) {
            COSDictionary some = source.getCOSDictionary(kind);
            if (some == null || kind.equals(COSName.PROPERTIES)) {
                continue;
            }
            COSDictionary kept = new COSDictionary();
            for (COSName name : some.keySet()) {
                if (wanted.contains(name)) {
                    entry(some, name, kept, depth + 1);
                }
            }
            copy.setItem(kind, kept);
        }
        return copy;
    }

    private static void lent(@Nullable COSDictionary forms, Set<COSName> wanted) throws IOException {
        Set<COSStream> looked = Collections.newSetFromMap(new IdentityHashMap<>());
        boolean more = forms != null;
        while (more) {
            more = false;
            for (COSName name : forms.keySet()) {
                COSStream form = wanted.contains(name) ? forms.getCOSStream(name) : null;
                if (form != null
                        && COSName.FORM.equals(form.getCOSName(COSName.SUBTYPE))
                        && form.getCOSDictionary(COSName.RESOURCES) == null
                        && looked.add(form)) {
                    more |= wanted.addAll(DrawingOrders.copy(new PDFormXObject(form), OutputStream.nullOutputStream()));
                }
            }
        }
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
