package fr.acquis.evidence.reader;

import fr.acquis.evidence.FileType;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Path;

/**
 * One document to read; the first half of what goes between parent and reading process.
 *
 * @param page 0 for the text the document holds; else the page whose picture is to be recognised, from 1
 */
public record ReadRequest(Path file, FileType type, int characters, int page) {

    public static ReadRequest text(Path file, FileType type, int characters) {
        return new ReadRequest(file, type, characters, 0);
    }

    public void write(DataOutputStream out) throws IOException {
        out.writeUTF(file.toString());
        out.writeUTF(type.name());
        out.writeInt(characters);
        out.writeInt(page);
        out.flush();
    }

    static ReadRequest read(DataInputStream in) throws IOException {
        return new ReadRequest(Path.of(in.readUTF()), FileType.valueOf(in.readUTF()), in.readInt(), in.readInt());
    }
}
