package fr.acquis.evidence.work;

import fr.acquis.evidence.EvidenceSettings;
import fr.acquis.evidence.PageSheet;
import fr.acquis.evidence.ReadingState;
import fr.acquis.evidence.StoreUnavailable;
import fr.acquis.evidence.intake.Spool;
import fr.acquis.evidence.intake.SpooledFile;
import fr.acquis.evidence.reader.ReadAnswer;
import fr.acquis.evidence.reader.ReadRequest;
import fr.acquis.evidence.store.ObjectStore;
import fr.acquis.evidence.store.PageRows;
import fr.acquis.evidence.store.PageRows.Leased;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Draws the pages people look at, one after another, in a reading process of its own: nobody waits behind a long document. */
@Component
class PageLoop extends Loop {

    private static final Logger log = LoggerFactory.getLogger(PageLoop.class);
    private static final Duration FETCHING = Duration.ofMinutes(3);
    private static final Duration PAUSE = Duration.ofSeconds(5);
    private static final String DRAWN_AS = "image/jpeg";
    private static final int SIGNS = 400_000;

    /** Pages drawn while the file is at hand, before others get their turn. */
    private static final int ALONG = 8;

    private final PageRows rows;
    private final SettledPages settled;
    private final ObjectStore store;
    private final Spool spool;
    private final EvidenceSettings settings;
    private final OfficeProgram office;

    PageLoop(
            PageRows rows,
            PageSignal signal,
            SettledPages settled,
            ObjectStore store,
            Spool spool,
            OfficeProgram office,
            EvidenceSettings settings) {
        super(signal, settings.reader().poll());
        this.rows = rows;
        this.settled = settled;
        this.store = store;
        this.spool = spool;
        this.office = office;
        this.settings = settings;
    }

    @Override
    void begin() {
        if (settings.reader().processes() > 0) {
            ReaderProcess process = process(settings, new ReaderCommand(settings, office.path()));
            thread("evidence-pages", () -> next(process));
        }
    }

    private boolean next(ReaderProcess process) throws InterruptedException {
        Optional<Leased> page = rows.take(lease());
        return page.isPresent() && draw(page.get(), process);
    }

    private Duration lease() {
        return settings.reader().perDocument().plus(FETCHING);
    }

    private boolean draw(Leased first, ReaderProcess process) throws InterruptedException {
        Leased page = first;
        try (SpooledFile content = fetch(first)) {
            for (int drawn = 0; drawn < ALONG; drawn++) {
                draw(page, content, process);
                Optional<Leased> along = rows.takeAlong(page, lease());
                if (along.isEmpty()) {
                    return true;
                }
                page = along.get();
            }
            rows.giveBack(page, Duration.ZERO);
            return true;
        } catch (StoreUnavailable | IOException notItsFault) {
            log.warn("evidence {} could not be drawn now: {}", page.evidence(), notItsFault.toString());
            rows.giveBack(page, PAUSE);
            return false;
        } catch (InterruptedException stop) {
            rows.giveBack(page, Duration.ZERO);
            throw stop;
        }
    }

    private void draw(Leased page, SpooledFile content, ReaderProcess process)
            throws IOException, InterruptedException {
        ReadRequest request = ReadRequest.page(content.path(), page.type(), SIGNS, page.page());
        try {
            Optional<ReadAnswer> answer =
                    page.tries() > settings.reader().tries() ? Optional.empty() : process.read(request);
            if (answer.filter(drawn -> drawn.state() == ReadingState.READ).isPresent()) {
                keep(page, request, answer.get());
            } else if (answer.isPresent() || page.tries() >= settings.reader().tries()) {
                rows.fail(page);
            } else {
                rows.again(page);
            }
            settled.one();
        } finally {
            Files.deleteIfExists(request.drawing());
            Files.deleteIfExists(request.thumbnail());
        }
    }

    /** Objects first, row after; what is drawn of a piece that went meanwhile is deleted here, or by the sweep. */
    private void keep(Leased page, ReadRequest request, ReadAnswer answer) throws IOException {
        long size = put(page.place().drawing(), request.drawing())
                + put(page.place().thumbnail(), request.thumbnail());
        boolean ours = rows.finish(page, answer.pages(), PageSheet.of(answer.text()), size);
        if (!ours && rows.find(page.evidence(), page.number(), page.page()).isEmpty()) {
            store.delete(page.place().drawing());
            store.delete(page.place().thumbnail());
        }
    }

    private long put(String key, Path drawing) throws IOException {
        try (InputStream content = Files.newInputStream(drawing);
                SpooledFile file = spool.receive(content, -1)) {
            store.put(key, file, DRAWN_AS);
            return file.size();
        }
    }

    private SpooledFile fetch(Leased page) throws IOException {
        InputStream content = store.open(page.objectKey()).orElseThrow(() -> new IOException("its object is missing"));
        try (content) {
            return spool.receive(content, -1);
        }
    }
}
