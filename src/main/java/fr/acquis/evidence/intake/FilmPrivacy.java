package fr.acquis.evidence.intake;

import java.io.EOFException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Takes out of a film (ISO 14496-12) what a camera writes beside it: the place, the device, when it was taken, texts. Its boxes
 * become free space of the same length, so that nothing moves and no picture or sound is touched.
 */
final class FilmPrivacy {

    /** Boxes that hold boxes which may hold such a thing. */
    private static final Set<String> HOLDING = Set.of("moov", "trak", "mdia", "moof", "traf");

    /** User data with the place (©xyz, loci), maker and model; metadata of Apple and Android; XMP; left-over space. */
    private static final Set<String> TELLING = Set.of("udta", "meta", "uuid", "XMP_", "free", "skip", "wide");

    /** Heads with the moments of making and changing behind version and flags. */
    private static final Set<String> DATED = Set.of("mvhd", "tkhd", "mdhd");

    private static final byte[] FREE = "free".getBytes(StandardCharsets.US_ASCII);
    private static final int HEAD = 8;
    private static final int LONG_HEAD = 16;
    private static final int DEEPEST = 8;
    private static final int MOST_BOXES = 200_000;
    private static final byte[] NOTHING = new byte[64 * 1024];

    private final RandomAccessFile film;
    private final List<Span> told = new ArrayList<>();
    private int boxes;

    private FilmPrivacy(RandomAccessFile film) {
        this.film = film;
    }

    /** @param name where a box's name stands that is to become free space; -1 where only its content goes */
    private record Span(long name, long from, long to) {}

    /** @return whether the copy differs: false when there was nothing to take out, or the file is no film that can be walked */
    static boolean copy(Path from, Path to) throws IOException {
        List<Span> told;
        try (RandomAccessFile film = new RandomAccessFile(from.toFile(), "r")) {
            FilmPrivacy privacy = new FilmPrivacy(film);
            privacy.walk(0, film.length(), 0);
            told = privacy.told;
        } catch (EOFException unwalkable) {
            return false;
        }
        if (told.isEmpty()) {
            return false;
        }
        Files.copy(from, to, StandardCopyOption.REPLACE_EXISTING);
        try (RandomAccessFile film = new RandomAccessFile(to.toFile(), "rw")) {
            for (Span span : told) {
                forget(film, span);
            }
        }
        return true;
    }

    private void walk(long from, long end, int depth) throws IOException {
        long at = from;
        while (at + HEAD <= end) {
            if (++boxes > MOST_BOXES || depth > DEEPEST) {
                throw new EOFException("more boxes than a film has");
            }
            film.seek(at);
            long length = Integer.toUnsignedLong(film.readInt());
            String name = name();
            int head = HEAD;
            if (length == 1) {
                length = film.readLong();
                head = LONG_HEAD;
            } else if (length == 0) {
                length = end - at;
            }
            if (length < head || length > end - at) {
                throw new EOFException("a box that ends outside its own");
            }
            look(name, at, at + head, at + length, depth);
            at += length;
        }
    }

    private void look(String name, long at, long content, long end, int depth) throws IOException {
        if (TELLING.contains(name)) {
            note(new Span(at + 4, content, end));
        } else if (DATED.contains(name) && end - content >= 20) {
            film.seek(content);
            int moments = film.read() == 1 ? 16 : 8;
            note(new Span(-1, content + 4, content + 4 + moments));
        } else if (HOLDING.contains(name)) {
            walk(content, end, depth + 1);
        }
    }

    /** What says nothing already stays. */
    private void note(Span span) throws IOException {
        film.seek(span.from());
        byte[] some = new byte[NOTHING.length];
        long left = span.to() - span.from();
        boolean says = false;
        while (left > 0 && !says) {
            int read = film.read(some, 0, (int) Math.min(some.length, left));
            if (read < 0) {
                throw new EOFException();
            }
            for (int n = 0; n < read && !says; n++) {
                says = some[n] != 0;
            }
            left -= read;
        }
        if (says) {
            told.add(span);
        }
    }

    private static void forget(RandomAccessFile film, Span span) throws IOException {
        if (span.name() >= 0) {
            film.seek(span.name());
            film.write(FREE);
        }
        film.seek(span.from());
        for (long left = span.to() - span.from(); left > 0; left -= NOTHING.length) {
            film.write(NOTHING, 0, (int) Math.min(NOTHING.length, left));
        }
    }

    private String name() throws IOException {
        byte[] name = new byte[4];
        film.readFully(name);
        return new String(name, StandardCharsets.ISO_8859_1);
    }
}
