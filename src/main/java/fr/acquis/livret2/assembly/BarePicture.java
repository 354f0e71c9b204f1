package fr.acquis.livret2.assembly;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/** Copies a packed picture as it is, without what a camera or a program wrote beside it. */
final class BarePicture {

    private static final int BEGIN = 0xD8;
    private static final int END = 0xD9;
    private static final int START_OF_SCAN = 0xDA;
    private static final int COMMENT = 0xFE;
    private static final int JFIF = 0xE0;
    private static final int LAST_APPLICATION = 0xEF;

    /** How four colours, or three, are meant. */
    private static final int COLOURS = 0xEE;

    /** A JFIF head without the small picture it may hold. */
    private static final int BARE_JFIF = 16;

    private static final Set<String> BESIDE = Set.of("xml ", "uuid", "uinf");
    private static final int BOX_HEAD = 8;

    private static final int CHUNK = 1 << 16;

    private BarePicture() {}

    /** Segment by segment, between the passes of a progressive one too; what is no JPEG at all is copied whole. */
    static void jpeg(InputStream from, OutputStream target) throws IOException {
        OutputStream to = new BufferedOutputStream(target, CHUNK);
        Bytes in = new Bytes(from);
        try {
            int first = in.next();
            int second = in.next();
            to.write(first);
            to.write(second);
            if (first != 0xFF || second != BEGIN) {
                in.rest(to);
                to.flush();
                return;
            }
            int marker = nextMarker(in);
            while (marker != END) {
                marker = alone(marker) ? written(marker, in, to) : segment(marker, in, to);
            }
        } catch (EOFException cut) {
            // A reader shows as much as there is.
        }
        to.write(0xFF);
        to.write(END);
        to.flush();
    }

    private static boolean alone(int marker) {
        return marker == 0x01 || marker >= 0xD0 && marker <= BEGIN;
    }

    private static int written(int marker, Bytes in, OutputStream to) throws IOException {
        to.write(0xFF);
        to.write(marker);
        return nextMarker(in);
    }

    /** @return the marker behind it */
    private static int segment(int marker, Bytes in, OutputStream to) throws IOException {
        int length = in.next() << 8 | in.next();
        if (length < 2) {
            throw new EOFException("a segment without a length");
        }
        byte[] content = new byte[length - 2];
        for (int at = 0; at < content.length; at++) {
            content[at] = (byte) in.next();
        }
        if (!beside(marker, length)) {
            to.write(0xFF);
            to.write(marker);
            to.write(length >> 8);
            to.write(length & 0xFF);
            to.write(content);
        }
        return marker == START_OF_SCAN ? scan(in, to) : nextMarker(in);
    }

    private static boolean beside(int marker, int length) {
        boolean application = marker >= JFIF && marker <= LAST_APPLICATION;
        boolean needed = marker == COLOURS || marker == JFIF && length == BARE_JFIF;
        return marker == COMMENT || application && !needed;
    }

    /** Within a scan FF is followed by 00 or a restart unless a marker stands there. */
    private static int scan(Bytes in, OutputStream to) throws IOException {
        while (true) {
            in.upToMark(to);
            int next = in.next();
            while (next == 0xFF) {
                next = in.next();
            }
            if (next != 0 && !(next >= 0xD0 && next <= 0xD7)) {
                return next;
            }
            to.write(0xFF);
            to.write(next);
        }
    }

    private static int nextMarker(Bytes in) throws IOException {
        int one = in.next();
        while (one != 0xFF) {
            one = in.next();
        }
        while (one == 0xFF) {
            one = in.next();
        }
        return one;
    }

    /** JPEG 2000 is a row of boxes; a bare code stream has none and is copied whole. */
    static void jpeg2000(InputStream from, OutputStream to) throws IOException {
        BufferedInputStream in = new BufferedInputStream(from, 1 << 16);
        byte[] head = in.readNBytes(BOX_HEAD);
        while (head.length == BOX_HEAD) {
            ByteBuffer box = ByteBuffer.wrap(head);
            long length = Integer.toUnsignedLong(box.getInt());
            String name = new String(head, 4, 4, StandardCharsets.ISO_8859_1);
            OutputStream target = BESIDE.contains(name) ? OutputStream.nullOutputStream() : to;
            target.write(head);
            if (length < BOX_HEAD) {
                in.transferTo(target);
                return;
            }
            byte[] content = in.readNBytes((int) Math.min(length - BOX_HEAD, Integer.MAX_VALUE));
            target.write(content);
            head = in.readNBytes(BOX_HEAD);
        }
        to.write(head);
    }

    /** A stream read a chunk at a time: a photograph is some millions of bytes, each looked at. */
    private static final class Bytes {

        private final InputStream in;
        private final byte[] chunk = new byte[CHUNK];
        private int at;
        private int end;

        Bytes(InputStream in) {
            this.in = in;
        }

        int next() throws IOException {
            if (at == end) {
                fill();
            }
            return chunk[at++] & 0xFF;
        }

        /** Copies what stands before the next FF, and steps over it. */
        void upToMark(OutputStream to) throws IOException {
            while (true) {
                if (at == end) {
                    fill();
                }
                int from = at;
                while (at < end && chunk[at] != (byte) 0xFF) {
                    at++;
                }
                to.write(chunk, from, at - from);
                if (at < end) {
                    at++;
                    return;
                }
            }
        }

        void rest(OutputStream to) throws IOException {
            to.write(chunk, at, end - at);
            in.transferTo(to);
        }

        private void fill() throws IOException {
            at = 0;
            end = Math.max(0, in.read(chunk));
            if (end == 0) {
                throw new EOFException();
            }
        }
    }
}
