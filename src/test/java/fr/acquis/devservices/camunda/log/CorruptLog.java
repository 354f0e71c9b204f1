package fr.acquis.devservices.camunda.log;

import java.nio.file.Path;

/** Bytes that were once safely on disk are not what was written: starting would lose or invent history. */
public final class CorruptLog extends RuntimeException {

    public CorruptLog(Path file, long at, String what) {
        super("The engine's log is damaged: " + file + " at byte " + at + ", " + what
                + ". The engine does not start on it. Put the data folder back from a copy, or delete the whole data"
                + " folder (application database and store included) to begin afresh.");
    }
}
