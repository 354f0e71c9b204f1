package fr.acquis.evidence.work;

import fr.acquis.evidence.EvidenceSettings;
import fr.acquis.evidence.FileType;
import fr.acquis.evidence.PdfForms;
import fr.acquis.evidence.ReadingState;
import fr.acquis.evidence.StoreUnavailable;
import fr.acquis.evidence.intake.FileChecks;
import fr.acquis.evidence.intake.FileName;
import fr.acquis.evidence.intake.Spool;
import fr.acquis.evidence.intake.SpooledFile;
import fr.acquis.evidence.reader.FormReading;
import fr.acquis.evidence.reader.ReadAnswer;
import fr.acquis.evidence.reader.ReadRequest;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;

/**
 * Forms are read while their sender waits, each in a process that ends with it: nothing of one person's file can be there
 * when the next one comes. Two at a time; who waits too long is asked to come back.
 */
@Component
class FormReader implements PdfForms {

    private static final int AT_A_TIME = 2;
    private static final int PATIENCE_IN_SECONDS = 30;

    private final Spool spool;
    private final FileChecks checks;
    private final EvidenceSettings settings;
    private final Semaphore places = new Semaphore(AT_A_TIME, true);

    FormReader(Spool spool, FileChecks checks, EvidenceSettings settings) {
        this.spool = spool;
        this.checks = checks;
        this.settings = settings;
    }

    @Override
    public FormContent read(String fileName, String declaredType, InputStream content, long size) {
        FileName name = FileName.of(fileName);
        try (SpooledFile file = spool.receive(content, size)) {
            return checks.check(name, declaredType, file) == FileType.PDF
                    ? read(file)
                    : new FormContent(State.NOT_A_PDF, Map.of(), -1);
        }
    }

    private FormContent read(SpooledFile file) {
        boolean entered = false;
        try {
            entered = places.tryAcquire(PATIENCE_IN_SECONDS, TimeUnit.SECONDS);
            if (!entered) {
                throw new StoreUnavailable("too many forms are being read", new IOException("no place became free"));
            }
            try (ReaderProcess process = new ReaderProcess(settings, new ReaderCommand(settings))) {
                return read(file, process);
            }
        } catch (IOException noProcess) {
            throw new StoreUnavailable("no reading process can be had", noProcess);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new StoreUnavailable("the application stops", new IOException(stop));
        } finally {
            if (entered) {
                places.release();
            }
        }
    }

    private FormContent read(SpooledFile file, ReaderProcess process) throws IOException, InterruptedException {
        int characters = settings.reader().characters();
        Optional<ReadAnswer> form = process.read(ReadRequest.form(file.path(), characters));
        if (form.isEmpty()) {
            return new FormContent(State.TOO_HEAVY, Map.of(), -1);
        }
        return switch (form.get().state()) {
            case READ -> filled(form.get());
            case NO_TEXT -> withoutFields(process.read(ReadRequest.text(file.path(), FileType.PDF, 10_000)));
            case ENCRYPTED -> new FormContent(State.ENCRYPTED, Map.of(), -1);
            case TOO_HEAVY -> new FormContent(State.TOO_HEAVY, Map.of(), -1);
            default -> new FormContent(State.BROKEN, Map.of(), -1);
        };
    }

    private static FormContent filled(ReadAnswer answer) {
        Map<String, String> values = FormReading.values(answer.text());
        return new FormContent(values.isEmpty() ? State.BLANK : State.READ, values, answer.pages());
    }

    private static FormContent withoutFields(Optional<ReadAnswer> text) {
        State state = text.map(ReadAnswer::state)
                .filter(found -> found == ReadingState.READ)
                .map(found -> State.FLATTENED)
                .orElse(State.SCANNED);
        return new FormContent(state, Map.of(), text.map(ReadAnswer::pages).orElse(-1));
    }
}
