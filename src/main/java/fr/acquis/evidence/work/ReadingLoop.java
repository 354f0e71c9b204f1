package fr.acquis.evidence.work;

import fr.acquis.evidence.EvidenceSettings;
import fr.acquis.evidence.FileType;
import fr.acquis.evidence.PageMark;
import fr.acquis.evidence.Reading;
import fr.acquis.evidence.ReadingState;
import fr.acquis.evidence.StoreUnavailable;
import fr.acquis.evidence.intake.FreshFiles;
import fr.acquis.evidence.intake.Spool;
import fr.acquis.evidence.intake.SpooledFile;
import fr.acquis.evidence.reader.ReadAnswer;
import fr.acquis.evidence.reader.ReadRequest;
import fr.acquis.evidence.reader.SensitiveNumbers;
import fr.acquis.evidence.store.ObjectStore;
import fr.acquis.evidence.work.Understanding.Understood;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Reads what waits. Each reading process has two hands: while it is at one document, the one before is understood and written
 * down, and the next one fetched.
 */
@Component
class ReadingLoop extends Loop {

    private static final Logger log = LoggerFactory.getLogger(ReadingLoop.class);
    private static final Duration FETCHING = Duration.ofMinutes(3);
    private static final Duration PAUSE = Duration.ofSeconds(20);

    private final ReadingQueue queue;
    private final ObjectStore store;
    private final Spool spool;
    private final FreshFiles fresh;
    private final Understanding understanding;
    private final EvidenceSettings settings;

    ReadingLoop(
            ReadingQueue queue,
            ReadingSignal signal,
            ObjectStore store,
            Spool spool,
            FreshFiles fresh,
            Understanding understanding,
            EvidenceSettings settings) {
        super(signal, settings.reader().poll());
        this.queue = queue;
        this.store = store;
        this.spool = spool;
        this.fresh = fresh;
        this.understanding = understanding;
        this.settings = settings;
    }

    @Override
    void begin() {
        if (settings.reader().processes() == 0) {
            return;
        }
        ReaderCommand command = new ReaderCommand(settings);
        log.info(
                "documents are read in {} process(es) apart, {}; pictures of text {}",
                settings.reader().processes(),
                command.isolated() ? "without any network" : "whose network this system cannot take away",
                command.recognises() ? "are recognised" : "stay pictures: no Tesseract with this language here");
        for (int n = 1; n <= settings.reader().processes(); n++) {
            ReaderProcess process = process(settings, command);
            boolean recognises = command.recognises();
            thread("evidence-reading-" + n, () -> text(process, recognises) || recognises && picture(process));
            thread("evidence-reading-" + n + "-beside", () -> text(process, recognises));
        }
    }

    private boolean text(ReaderProcess process, boolean recognises) throws InterruptedException {
        Optional<ReadingQueue.Leased> file = queue.take(lease());
        return file.isPresent() && read(file.get(), content -> text(file.get(), content, process, recognises));
    }

    /** By one hand of a process only, which gives way between two pages. */
    private boolean picture(ReaderProcess process) throws InterruptedException {
        Optional<ReadingQueue.Leased> file = queue.takePicture(lease());
        return file.isPresent() && read(file.get(), content -> recognise(file.get(), content, process));
    }

    /** The document of the other hand may be in the process before. */
    private Duration lease() {
        return settings.reader().perDocument().multipliedBy(2).plus(FETCHING);
    }

    private boolean read(ReadingQueue.Leased file, Work work) throws InterruptedException {
        if (file.tries() > settings.reader().tries()) {
            queue.finish(file, ReadingState.TOO_HEAVY);
            return true;
        }
        try (SpooledFile content = content(file)) {
            if (!content.sha256().equals(file.sha256())) {
                log.error("evidence {}: the stored object is not what was stored", file.evidence());
                queue.finish(file, ReadingState.UNREADABLE);
                return true;
            }
            work.on(content);
            return true;
        } catch (StoreUnavailable | IOException notItsFault) {
            log.warn("evidence {} could not be read now: {}", file.evidence(), notItsFault.toString());
            queue.giveBack(file, PAUSE);
            return false;
        } catch (InterruptedException stop) {
            queue.giveBack(file, Duration.ZERO);
            throw stop;
        }
    }

    private void text(ReadingQueue.Leased file, SpooledFile content, ReaderProcess process, boolean recognises)
            throws IOException, InterruptedException {
        Optional<ReadAnswer> answer = process.read(
                ReadRequest.text(content.path(), file.type(), settings.reader().characters()));
        if (answer.isEmpty()) {
            queue.finish(file, ReadingState.TOO_HEAVY);
        } else if (recognises && answer.get().state() == ReadingState.NO_TEXT && recognisable(file.type())) {
            queue.recogniseLater(file, pages(answer.get()), marks(file, answer.get()));
        } else {
            write(file, answer.get());
        }
    }

    private static boolean recognisable(FileType type) {
        return type == FileType.PDF || type == FileType.JPEG || type == FileType.PNG;
    }

    /** Page by page; gives way as soon as a file waits whose text is at hand, and goes on from there later. */
    private void recognise(ReadingQueue.Leased file, SpooledFile content, ReaderProcess process)
            throws IOException, InterruptedException {
        int pages = file.pages() == null ? 1 : file.pages();
        int most = Math.min(pages, settings.recognition().pages());
        for (int page = file.pagesRecognised() + 1; page <= most; page++) {
            Optional<ReadAnswer> answer = process.read(ReadRequest.picture(
                    content.path(), file.type(), settings.reader().characters() / most, page));
            String text =
                    answer.map(ReadAnswer::text).map(SensitiveNumbers::mask).orElse("");
            if (!queue.keepPage(file, page, text, looked(answer), lease())) {
                return;
            }
            if (page < most && queue.textWaits()) {
                queue.giveBack(file, Duration.ZERO);
                return;
            }
        }
        String text = String.join("\f", queue.recognisedPages(file));
        boolean found = text.chars().anyMatch(Character::isLetter);
        Reading reading = new Reading(
                found ? ReadingState.READ : ReadingState.NO_TEXT, pages, found ? text.length() : 0, most < pages);
        queue.finish(file, reading, found ? text : "", null, understood(file, found ? text : ""));
    }

    private Understood understood(ReadingQueue.Leased file, String text) {
        return understanding.of(text, file.kind(), file.kindNamed(), file.candidate());
    }

    private SpooledFile content(ReadingQueue.Leased file) throws IOException {
        Optional<SpooledFile> here = fresh.take(file.objectKey());
        return here.isPresent() ? here.get() : fetch(file);
    }

    private SpooledFile fetch(ReadingQueue.Leased file) throws IOException {
        Optional<InputStream> content = store.open(file.objectKey());
        if (content.isEmpty()) {
            throw new IOException("its object is missing");
        }
        try (InputStream stream = content.get()) {
            return spool.receive(stream, -1);
        }
    }

    private void write(ReadingQueue.Leased file, ReadAnswer answer) {
        String text = SensitiveNumbers.mask(answer.text());
        boolean meaningful = !text.isBlank()
                || answer.state() == ReadingState.NO_TEXT && file.type().picture();
        queue.finish(
                file,
                new Reading(answer.state(), pages(answer), text.length(), answer.cutShort()),
                text,
                marks(file, answer),
                meaningful ? understood(file, text) : null);
    }

    /** A picture is one page, and one nobody has looked through yet. */
    private static String marks(ReadingQueue.Leased file, ReadAnswer answer) {
        return file.type().picture() ? String.valueOf(PageMark.PICTURE.letter()) : answer.marks();
    }

    /** What a page of pictures is once its letters were recognised; it stays what it is when that cost the process. */
    private static PageMark looked(Optional<ReadAnswer> answer) {
        return answer.map(ReadAnswer::text)
                .map(text -> SensitiveNumbers.found(text) ? PageMark.NUMBERS : PageMark.CLEAN)
                .orElse(PageMark.PICTURE);
    }

    private static Integer pages(ReadAnswer answer) {
        return answer.pages() < 0 ? null : answer.pages();
    }

    /** What is done with a fetched content. */
    private interface Work {
        void on(SpooledFile content) throws IOException, InterruptedException;
    }
}
