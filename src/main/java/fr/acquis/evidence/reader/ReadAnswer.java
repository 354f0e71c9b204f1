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
 */
public record ReadAnswer(ReadingState state, int pages, String text, boolean cutShort) {

    private static final int LONGEST_BYTE_PER_CHARACTER = 4;

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
        return new ReadAnswer(state, pages, new String(in.readNBytes(length), StandardCharsets.UTF_8), cutShort);
    }
}
