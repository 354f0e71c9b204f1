package fr.acquis.evidence.reader;

import fr.acquis.evidence.FileType;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Path;

/**
 * One document to read; the first half of what goes between parent and reading process.
 *
 * @param page whose picture is to be recognised or drawn, from 1; 0 where no page is singled out
 */
public record ReadRequest(Path file, FileType type, int characters, Wanted wanted, int page) {

    /** What is looked for. */
    public enum Wanted {
        /** The text the document holds. */
        TEXT,
        /** The values of a form's fields. */
        FORM,
        /** The text to be seen on the picture of one page. */
        PICTURE,
        /** One page drawn for people to look at, into files beside the document. */
        PAGE
    }

    public static ReadRequest text(Path file, FileType type, int characters) {
        return new ReadRequest(file, type, characters, Wanted.TEXT, 0);
    }

    public static ReadRequest form(Path file, int characters) {
        return new ReadRequest(file, FileType.PDF, characters, Wanted.FORM, 0);
    }

    public static ReadRequest picture(Path file, FileType type, int characters, int page) {
        return new ReadRequest(file, type, characters, Wanted.PICTURE, page);
    }

    public static ReadRequest page(Path file, FileType type, int characters, int page) {
        return new ReadRequest(file, type, characters, Wanted.PAGE, page);
    }

    /** Where the page is drawn to. */
    public Path drawing() {
        return file.resolveSibling(file.getFileName() + ".page");
    }

    /** Where the same page is drawn to, small. */
    public Path thumbnail() {
        return file.resolveSibling(file.getFileName() + ".thumbnail");
    }

    public void write(DataOutputStream out) throws IOException {
        out.writeUTF(file.toString());
        out.writeUTF(type.name());
        out.writeInt(characters);
        out.writeUTF(wanted.name());
        out.writeInt(page);
        out.flush();
    }

    static ReadRequest read(DataInputStream in) throws IOException {
        return new ReadRequest(
                Path.of(in.readUTF()),
                FileType.valueOf(in.readUTF()),
                in.readInt(),
                Wanted.valueOf(in.readUTF()),
                in.readInt());
    }
}
