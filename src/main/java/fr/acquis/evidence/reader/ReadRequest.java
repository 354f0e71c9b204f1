package fr.acquis.evidence.reader;

import fr.acquis.evidence.FileType;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Path;

/** One document to read; the first half of what goes between parent and reading process. */
public record ReadRequest(Path file, FileType type, int characters) {

    public void write(DataOutputStream out) throws IOException {
        out.writeUTF(file.toString());
        out.writeUTF(type.name());
        out.writeInt(characters);
        out.flush();
    }

    static ReadRequest read(DataInputStream in) throws IOException {
        return new ReadRequest(Path.of(in.readUTF()), FileType.valueOf(in.readUTF()), in.readInt());
    }
}
