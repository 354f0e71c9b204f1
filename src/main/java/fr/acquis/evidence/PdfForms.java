package fr.acquis.evidence;

import java.io.InputStream;
import java.util.Map;

/** Values a person wrote into the form of a PDF, read in a process apart. The file itself is kept nowhere. */
public interface PdfForms {

    /**
     * @param size as the sender announced it, -1 when not
     * @throws RefusedFile when the file would not be taken in as a piece either
     * @throws StoreUnavailable when there is no room to look at it now
     */
    FormContent read(String fileName, String declaredType, InputStream content, long size);

    /** @param values by the full name of the field, empty ones left out; a ticked box has the name of its "on" state */
    record FormContent(State state, Map<String, String> values, int pages) {

        public FormContent {
            values = Map.copyOf(values);
        }
    }

    enum State {
        READ,
        /** A form, and nothing was written into it. */
        BLANK,
        /** Text without fields: printed into a file, or merged by the program that wrote it. */
        FLATTENED,
        /** Pictures of pages. */
        SCANNED,
        NOT_A_PDF,
        ENCRYPTED,
        BROKEN,
        TOO_HEAVY
    }
}
