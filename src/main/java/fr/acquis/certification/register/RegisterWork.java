package fr.acquis.certification.register;

import static fr.acquis.certification.ImportState.APPLIED;
import static fr.acquis.certification.ImportState.APPLYING;
import static fr.acquis.certification.ImportState.BROKEN;
import static fr.acquis.certification.ImportState.CANCELLED;
import static fr.acquis.certification.ImportState.COMPARED;
import static fr.acquis.certification.ImportState.COMPARING;
import static fr.acquis.certification.ImportState.INTERRUPTED;
import static fr.acquis.certification.ImportState.READING;
import static fr.acquis.certification.ImportState.UNCHANGED;

import fr.acquis.audit.Actor;
import fr.acquis.certification.ImportState;
import fr.acquis.certification.register.BrokenExport.Problem;
import fr.acquis.certification.store.CertificationRows;
import fr.acquis.certification.store.ChangeRows;
import fr.acquis.certification.store.ImportRows;
import fr.acquis.certification.store.StagedRows;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * The long work of an import, off the request, one at a time. It says how far it is about twice a second; that is also how it
 * learns that it is to stop, and how others see that its process has died.
 */
@Component
public class RegisterWork implements DisposableBean {

    private static final Logger log = LoggerFactory.getLogger(RegisterWork.class);
    private static final long BETWEEN_WORDS = 500_000_000L;

    private final RegisterSettings settings;
    private final RegisterSpool spool;
    private final ImportRows imports;
    private final StagedRows staged;
    private final ChangeRows changes;
    private final CertificationRows certifications;
    private final RegisterComparison comparison;
    private final RegisterApplication application;
    private final Clock clock;
    private final ExecutorService thread = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("register-import").daemon().factory());

    RegisterWork(
            RegisterSettings settings,
            RegisterSpool spool,
            ImportRows imports,
            StagedRows staged,
            ChangeRows changes,
            CertificationRows certifications,
            RegisterComparison comparison,
            RegisterApplication application,
            Clock clock) {
        this.settings = settings;
        this.spool = spool;
        this.imports = imports;
        this.staged = staged;
        this.changes = changes;
        this.certifications = certifications;
        this.comparison = comparison;
        this.application = application;
        this.clock = clock;
    }

    public Instant aliveUntil() {
        return clock.instant().plus(settings.silence());
    }

    /** Reads a spooled file and compares it; the file goes afterwards, whatever happened. */
    public void read(UUID id, Path file) {
        thread.execute(() -> {
            try {
                guarded(id, () -> readAndCompare(id, file));
            } finally {
                spool.discard(file);
            }
        });
    }

    /** Does what was decided, from where it stands. */
    public void apply(UUID id, Actor decidedBy) {
        thread.execute(() -> guarded(id, () -> applyAll(id, decidedBy)));
    }

    /** What was under way in a process that has died is said to have stopped. */
    @Scheduled(fixedDelayString = "PT15S")
    public void settleTheSilent() {
        Instant now = clock.instant();
        imports.silent(now).forEach(one -> {
            if (imports.move(one.id(), List.of(READING, COMPARING, APPLYING), INTERRUPTED, now, null)) {
                log.warn("import {} of the register was stopped with its process while {}", one.id(), one.state());
            }
        });
    }

    @Override
    public void destroy() {
        thread.shutdownNow();
    }

    private interface Work {
        void run() throws IOException;
    }

    private void guarded(UUID id, Work work) {
        try {
            work.run();
        } catch (ReadingProgress.Stopped stopped) {
            ImportState to = thread.isShutdown() ? INTERRUPTED : CANCELLED;
            imports.move(id, List.of(READING, COMPARING, APPLYING), to, clock.instant(), null);
        } catch (BrokenExport broken) {
            broken(id, broken.problem(), broken.detail());
        } catch (IOException | RuntimeException fault) {
            log.error("import {} of the register failed", id, fault);
            broken(id, Problem.FAILED, "");
        }
    }

    private void broken(UUID id, Problem problem, String detail) {
        imports.broken(id, problem.name(), detail);
        imports.move(id, List.of(READING, COMPARING, APPLYING), BROKEN, clock.instant(), null);
    }

    private void readAndCompare(UUID id, Path file) throws IOException {
        staged.clearOthers(id);
        long most = settings.largestUnpacked().toBytes();
        try (RegisterExport export = RegisterExport.open(file, most)) {
            Pace pace = new Pace();
            RegisterReading reading = new RegisterReading(
                    staged,
                    id,
                    settings.mostFiches(),
                    (done, lines, fiches, kept) -> pace.whenDue(() -> imports.progress(
                            id, READING, done, Math.max(done, export.announced()), lines, fiches, kept, aliveUntil())));
            reading.read(export);
            pace.now(() -> imports.progress(
                    id,
                    READING,
                    export.announced(),
                    export.announced(),
                    reading.lines(),
                    reading.fichesRead(),
                    reading.fichesKept(),
                    aliveUntil()));
            imports.refused(id, reading.refused());
            compare(id, reading.fichesKept(), pace);
        }
    }

    private void compare(UUID id, int fiches, Pace pace) {
        if (!imports.move(id, List.of(READING), COMPARING, clock.instant(), aliveUntil())) {
            throw new ReadingProgress.Stopped();
        }
        RegisterComparison.Found found = comparison.compare(
                id,
                LocalDate.now(clock),
                done -> pace.whenDue(() -> imports.progress(id, COMPARING, done, fiches, aliveUntil())));
        pace.now(() -> imports.progress(id, COMPARING, fiches, fiches, aliveUntil()));
        imports.found(id, found.same(), found.aside(), certifications.notNamedBy(id));
        ImportState next = found.changed() == 0 ? UNCHANGED : COMPARED;
        imports.move(id, List.of(COMPARING), next, clock.instant(), null);
    }

    private void applyAll(UUID id, Actor decidedBy) {
        int all =
                changes.counts(id).values().stream().mapToInt(Integer::intValue).sum();
        Pace pace = new Pace();
        while (application.applySome(id, decidedBy)) {
            pace.whenDue(() -> imports.progress(id, APPLYING, changes.countApplied(id), all, aliveUntil()));
        }
        application.linkSuccessors();
        imports.progress(id, APPLYING, all, all, aliveUntil());
        imports.move(id, List.of(APPLYING), APPLIED, clock.instant(), null);
    }

    /** Says how far the work is when it is time to; stops it when nobody wants to hear it any more. */
    private final class Pace {

        private interface Word {
            boolean heard();
        }

        private long last = System.nanoTime();

        void whenDue(Word word) {
            if (System.nanoTime() - last >= BETWEEN_WORDS || thread.isShutdown()) {
                now(word);
            }
        }

        void now(Word word) {
            last = System.nanoTime();
            if (thread.isShutdown() || !word.heard()) {
                throw new ReadingProgress.Stopped();
            }
        }
    }
}
