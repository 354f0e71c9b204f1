package fr.acquis.evidence.intake;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;

/** Small films and pictures made box by box and chunk by chunk, with what a telephone writes beside them. */
final class MadeFilms {

    static final String SAMPLES = "the samples of the film";

    private static final int PNG_HEAD = 8 + 25;

    private MadeFilms() {}

    /** The head of the film before its samples, as those for the web are, with a place in five boxes. */
    static byte[] film(String place) {
        byte[] told = text("\0\0\0\0" + place);
        byte[] user = box("udta", box("\u00a9xyz", told), box("loci", told), box("meta", told));
        byte[] media = box("mdia", dated("mdhd"), box("minf", box("stbl", box("stco", new byte[12]))));
        byte[] track = box("trak", dated("tkhd"), media, box("meta", told));
        return joined(
                box("ftyp", text("isom\0\0\2\0isommp42")),
                box("moov", dated("mvhd"), track, user),
                box("uuid", text("sixteen signs XMP"), told),
                box("free", told),
                box("mdat", text(SAMPLES)));
    }

    /** Version 0, its two moments not zero. */
    private static byte[] dated(String name) {
        byte[] content = new byte[96];
        Arrays.fill(content, 4, 12, (byte) 7);
        return box(name, content);
    }

    /** The first ones of the film. */
    static byte[] momentsOf(byte[] film) {
        int at = new String(film, StandardCharsets.ISO_8859_1).indexOf("mvhd") + 8;
        return Arrays.copyOfRange(film, at, at + 8);
    }

    static byte[] box(String name, byte[]... contents) {
        byte[] content = joined(contents);
        return joined(
                ByteBuffer.allocate(4).putInt(8 + content.length).array(),
                name.getBytes(StandardCharsets.ISO_8859_1),
                content);
    }

    static byte[] chunk(String name, String text) {
        return chunk(name, text(text));
    }

    static byte[] chunk(String name, byte[] content) {
        byte[] named = joined(name.getBytes(StandardCharsets.US_ASCII), content);
        CRC32 sum = new CRC32();
        sum.update(named);
        return joined(
                ByteBuffer.allocate(4).putInt(content.length).array(),
                named,
                ByteBuffer.allocate(4).putInt((int) sum.getValue()).array());
    }

    /** Behind the head of a picture. */
    static byte[] png(byte[] plain, byte[]... chunks) {
        return joined(
                Arrays.copyOf(plain, PNG_HEAD), joined(chunks), Arrays.copyOfRange(plain, PNG_HEAD, plain.length));
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }
}
