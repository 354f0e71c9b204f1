package fr.acquis.evidence;

import fr.acquis.evidence.intake.FileChecks;
import fr.acquis.evidence.intake.FileName;
import fr.acquis.evidence.intake.FreshFiles;
import fr.acquis.evidence.intake.Pictures;
import fr.acquis.evidence.intake.SpooledFile;
import fr.acquis.evidence.store.Arrivals;
import fr.acquis.evidence.store.Arrivals.Arrival;
import fr.acquis.evidence.store.Arrivals.Replacement;
import fr.acquis.evidence.store.EvidenceRows;
import fr.acquis.evidence.store.ObjectStore;
import fr.acquis.evidence.store.PageRows;
import fr.acquis.evidence.work.ReadingSignal;
import fr.acquis.evidence.work.ScanSignal;
import fr.acquis.identity.CurrentPerson;
import fr.acquis.identity.SignedIn;
import fr.acquis.platform.FaultPoints;
import fr.acquis.shared.PersonId;
import fr.acquis.shared.Sha256;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Makes a piece of a whole file: checks, object, row. What fails on the way leaves nothing, or an object the sweep finds. */
@Component
class FileIntake {

    private static final Logger log = LoggerFactory.getLogger(FileIntake.class);

    private final FileChecks checks;
    private final Pictures pictures;
    private final ObjectStore store;
    private final FreshFiles fresh;
    private final EvidenceRows rows;
    private final Arrivals arrivals;
    private final PageRows pages;
    private final ReadingSignal reading;
    private final ScanSignal scanning;
    private final CurrentPerson current;
    private final MessageSource messages;
    private final FaultPoints faults;
    private final EvidenceSettings settings;

    FileIntake(
            FileChecks checks,
            Pictures pictures,
            ObjectStore store,
            FreshFiles fresh,
            EvidenceRows rows,
            Arrivals arrivals,
            PageRows pages,
            ReadingSignal reading,
            ScanSignal scanning,
            CurrentPerson current,
            MessageSource messages,
            FaultPoints faults,
            EvidenceSettings settings) {
        this.checks = checks;
        this.pictures = pictures;
        this.store = store;
        this.fresh = fresh;
        this.rows = rows;
        this.arrivals = arrivals;
        this.pages = pages;
        this.reading = reading;
        this.scanning = scanning;
        this.current = current;
        this.messages = messages;
        this.faults = faults;
        this.settings = settings;
    }

    static String key(GivenFile given, EvidenceId id) {
        return "journeys/%s/evidence/%s/1".formatted(given.journey(), id);
    }

    /** Takes in a file that lies whole on our disk and of which nothing was written down before. */
    void take(EvidenceId id, GivenFile given, SpooledFile file) {
        take(id, given, file, false);
    }

    /** The same for one whose sending has a row: another request of its sender may be as far. */
    void takeSent(EvidenceId id, GivenFile given, SpooledFile file) {
        take(id, given, file, true);
    }

    private void take(EvidenceId id, GivenFile given, SpooledFile file, boolean begun) {
        FileName name = FileName.of(given.name());
        FileType type = checks.check(name, given.declaredType(), file);
        try (Pictures.Kept kept = pictures.kept(name, type, file)) {
            refuseEarly(id, given, kept.file(), begun);
            store.put(key(given, id), kept.file(), kept.type().mediaType());
            faults.reached(FaultPoints.Place.AFTER_OBJECT_STORED);
            if (readSoon(given, kept.type())) {
                fresh.keep(key(given, id), kept.file());
            }
            enter(arrival(
                    id,
                    given,
                    kept.name(),
                    kept.type(),
                    kept.file().size(),
                    kept.file().sha256(),
                    begun));
        }
    }

    private boolean readSoon(GivenFile given, FileType type) {
        return given.kind().readable()
                && !type.picture()
                && settings.reader().processes() > 0
                && !settings.antivirus().configured();
    }

    /**
     * Takes in a file whose object is in the store already; what of it is refused is deleted there.
     *
     * @param seen the file itself, or as much of it as its checks look at
     * @param hash of the whole content
     */
    void takeStored(EvidenceId id, GivenFile given, SpooledFile seen, Sha256 hash) {
        FileName name = FileName.of(given.name());
        try {
            FileType type = checks.check(name, given.declaredType(), seen);
            try (Pictures.Kept kept = pictures.kept(name, type, seen)) {
                SpooledFile content = kept.changed() ? kept.file() : new SpooledFile(seen.path(), seen.size(), hash);
                refuseEarly(id, given, content, true);
                if (kept.changed()) {
                    store.put(key(given, id), content, kept.type().mediaType());
                }
                faults.reached(FaultPoints.Place.AFTER_OBJECT_STORED);
                enter(arrival(id, given, kept.name(), kept.type(), content.size(), content.sha256(), true));
            }
        } catch (RefusedFile no) {
            deleteObjects(List.of(key(given, id)));
            throw no;
        }
    }

    /** What the row would be refused for is mostly known before the object is stored. */
    private void refuseEarly(EvidenceId id, GivenFile given, SpooledFile file, boolean begun) {
        if (begun && rows.any(id).isPresent()) {
            // Another request of the same sender was faster; it must not be its own duplicate.
            return;
        }
        EvidenceRows.Beside beside = rows.beside(given.journey(), file.sha256());
        beside.twin().ifPresent(twin -> {
            throw new RefusedFile(RefusedFile.Reason.DUPLICATE, twin);
        });
        requireRoom(beside.room(), file.size());
    }

    void requireRoom(JourneyRoom room, long more) {
        if (room.bytes() + more > room.mostBytes() || room.files() >= room.mostFiles()) {
            throw new RefusedFile(
                    RefusedFile.Reason.QUOTA_EXCEEDED, settings.journeyQuota().toMegabytes(), settings.journeyFiles());
        }
    }

    private Arrival arrival(
            EvidenceId id, GivenFile given, FileName name, FileType type, long size, Sha256 hash, boolean begun) {
        PersonId by = current.find().map(SignedIn::id).orElse(null);
        return new Arrival(
                id,
                given.journey(),
                given.certifyingBody(),
                given.candidate(),
                by,
                given.kind(),
                key(given, id),
                // Scanners and employers name files by such numbers; a name is read where its pages are.
                PersonalNumbers.masked(name.text()),
                type,
                size,
                hash,
                given.showsOthers(),
                replacement(given),
                begun);
    }

    private @Nullable Replacement replacement(GivenFile given) {
        return given.replaces() == null
                ? null
                : rows.visible(given.replaces())
                        .filter(piece -> piece.stands() && piece.journey().equals(given.journey()))
                        .map(piece -> new Replacement(
                                piece,
                                messages.getMessage("evidence.blur.reason", null, LocaleContextHolder.getLocale())))
                        .orElse(null);
    }

    private void enter(Arrival arrival) {
        try {
            List<String> drawn = arrival.replaces() == null
                    ? List.of()
                    : pages.keys(arrival.replaces().piece().id());
            List<String> erased = arrivals.enter(arrival);
            faults.reached(FaultPoints.Place.AFTER_FILE_ENTERED);
            deleteObjects(erased);
            deleteObjects(erased.isEmpty() ? List.of() : drawn);
        } catch (RefusedFile lostRace) {
            fresh.take(arrival.objectKey()).ifPresent(SpooledFile::close);
            deleteObjects(List.of(arrival.objectKey()));
            throw lostRace;
        }
        // Any other failure may have come after the commit: only the sweep, which asks for the row, may delete then.
        reading.wake();
        scanning.wake();
    }

    /** After the commit, and not more than a wish: the sweep deletes what stays behind. */
    void deleteObjects(List<String> keys) {
        for (String key : keys) {
            try {
                store.delete(key);
            } catch (StoreUnavailable later) {
                log.warn("an erased object could not be deleted now, the sweep will: {}", later.getMessage());
            }
        }
    }
}
