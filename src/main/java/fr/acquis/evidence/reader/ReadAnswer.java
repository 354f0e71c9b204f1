package fr.acquis.evidence.reader;

import fr.acquis.evidence.ReadingState;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/**
 * What was found in one document; the second half of what goes between parent and reading process.
 *
 * @param pages -1 where pages make no sense or could not be counted
 * @param text pages parted by form feeds
 * @param cutShort whether there is more text than was asked for
 * @param marks a {@link fr.acquis.evidence.PageMark} for each page looked at, as far as the text was read
 */
public record ReadAnswer(ReadingState state, int pages, String text, boolean cutShort, String marks) {

    private static final int LONGEST_BYTE_PER_CHARACTER = 4;

    /** Pages whose mark is kept; those behind it count as not looked at. */
    static final int MOST_PAGES = 50_000;

    ReadAnswer(ReadingState state, int pages, String text, boolean cutShort) {
        this(state, pages, text, cutShort, "");
    }

    static ReadAnswer found(ReadingState state, int pages) {
        return new ReadAnswer(state, pages, "", false);
    }

    void write(DataOutputStream out) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeUTF(state.name());
        out.writeInt(pages);
        out.writeBoolean(cutShort);
        out.writeInt(bytes.length);
        out.write(bytes);
        byte[] letters = marks.getBytes(StandardCharsets.US_ASCII);
        out.writeInt(letters.length);
        out.write(letters);
        out.flush();
    }

    /** @throws IOException when the process is gone, or does not keep to what was asked for */
    public static ReadAnswer read(DataInputStream in, int characters) throws IOException {
        ReadingState state = ReadingState.valueOf(in.readUTF());
        int pages = in.readInt();
        boolean cutShort = in.readBoolean();
        int length = in.readInt();
        if (length < 0 || length > (long) characters * LONGEST_BYTE_PER_CHARACTER) {
            throw new IOException("the reading process answers more text than was asked for: " + length);
        }
        String text = new String(in.readNBytes(length), StandardCharsets.UTF_8);
        return new ReadAnswer(state, pages, text, cutShort, marks(in));
    }

    private static String marks(DataInputStream in) throws IOException {
        int length = in.readInt();
        if (length < 0 || length > MOST_PAGES) {
            throw new IOException("the reading process marks more pages than any document has: " + length);
        }
        return new String(in.readNBytes(length), StandardCharsets.US_ASCII);
    }
}
