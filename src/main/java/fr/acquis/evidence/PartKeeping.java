package fr.acquis.evidence;

import fr.acquis.evidence.intake.FileName;
import fr.acquis.evidence.intake.PartFile;
import fr.acquis.evidence.store.PartStore;
import fr.acquis.evidence.store.PartStore.StoredPart;
import fr.acquis.evidence.store.SendingRows;
import fr.acquis.evidence.store.SendingRows.Kept;
import fr.acquis.platform.FaultPoints;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts whole parts into the store, each counted by a row once it is there. */
@Component
class PartKeeping {

    private static final Executor BESIDE =
            work -> Thread.ofVirtual().name("evidence-part").start(work);

    private final PartStore parts;
    private final SendingRows sendings;
    private final FaultPoints faults;
    private final SendingSettings settings;
    private final Clock clock;

    PartKeeping(PartStore parts, SendingRows sendings, FaultPoints faults, SendingSettings settings, Clock clock) {
        this.parts = parts;
        this.sendings = sendings;
        this.faults = faults;
        this.settings = settings;
        this.clock = clock;
    }

    Behind behind(Sending sending, UUID lease, Kept kept) {
        return new Behind(sending, lease, kept);
    }

    static String key(Sending sending) {
        return "journeys/%s/evidence/%s/1".formatted(sending.journey(), sending.id());
    }

    /**
     * The parts of one request. One of them is on its way to the store while the next one comes in, never two: they are counted
     * in the file's order, and a slow store slows its sender down.
     */
    final class Behind implements AutoCloseable {

        private final Sending sending;
        private final UUID lease;
        private final List<StoredPart> stored;
        private @Nullable String multipart;
        private boolean any;
        private CompletableFuture<Void> last = CompletableFuture.completedFuture(null);

        private Behind(Sending sending, UUID lease, Kept kept) {
            this.sending = sending;
            this.lease = lease;
            this.stored = new ArrayList<>(kept.parts());
            this.multipart = kept.multipart();
            this.any = multipart != null;
        }

        /**
         * Takes a part over, file and all, once the one before is kept.
         *
         * @param end how many bytes of the file stand before the part's end
         */
        void keep(PartFile part, long end) {
            try {
                settle();
            } catch (RuntimeException before) {
                part.close();
                throw before;
            }
            any = true;
            last = CompletableFuture.runAsync(() -> store(part, end), BESIDE);
        }

        private void store(PartFile part, long end) {
            try (part) {
                if (multipart == null) {
                    multipart = parts.begin(key(sending), mediaType());
                    sendings.multipartBegun(sending.id(), lease, multipart);
                }
                int number = sendings.nextPart(sending.id(), lease);
                StoredPart kept = parts.put(key(sending), multipart, number, part.file());
                faults.reached(FaultPoints.Place.AFTER_PART_STORED);
                sendings.partKept(
                        sending.id(), lease, kept, end, clock.instant().plus(settings.keep()));
                stored.add(kept);
            }
            faults.reached(FaultPoints.Place.DURING_UPLOAD);
        }

        private String mediaType() {
            return FileType.ofExtension(FileName.of(sending.fileName()).extension())
                    .orElseThrow()
                    .mediaType();
        }

        /** Whether the file has parts. */
        boolean any() {
            return any;
        }

        /** Returns when all that was taken over is kept. */
        void settle() {
            try {
                last.join();
            } catch (CompletionException failed) {
                throw failed.getCause() instanceof RuntimeException known ? known : failed;
            }
        }

        /** The store's name for the object to be; of settled parts only. */
        @Nullable
        String multipart() {
            return multipart;
        }

        /** Of settled parts only. */
        List<StoredPart> stored() {
            return stored;
        }

        /** Nothing of this request is written any more. */
        @Override
        public void close() {
            last.handle((done, failed) -> done).join();
        }
    }
}
