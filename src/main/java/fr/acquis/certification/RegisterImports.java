package fr.acquis.certification;

import fr.acquis.audit.Actor;
import fr.acquis.audit.ActorSource;
import fr.acquis.audit.Audit;
import fr.acquis.certification.register.BrokenExport;
import fr.acquis.certification.register.RegisterSpool;
import fr.acquis.certification.register.RegisterWork;
import fr.acquis.certification.store.ChangeRows;
import fr.acquis.certification.store.ImportRows;
import fr.acquis.certification.store.StagedRows;
import fr.acquis.shared.BusinessRefusal;
import fr.acquis.shared.BusinessRefusal.Kind;
import fr.acquis.shared.TimeOrderedUuid;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Imports of the register's open data: received, read and compared off the request, then applied when an administrator says
 * so. One at a time; nothing of the catalogue changes before that word.
 */
@Service
public class RegisterImports {

    /** What concerns the catalogue as a whole is logged on it. */
    public static final UUID CATALOGUE = UUID.nameUUIDFromBytes("acquis/catalogue".getBytes(StandardCharsets.UTF_8));

    private static final int LONGEST_NAME = 200;

    private final ImportRows imports;
    private final ChangeRows changes;
    private final StagedRows staged;
    private final RegisterSpool spool;
    private final RegisterWork work;
    private final Ownership ownership;
    private final ActorSource actors;
    private final Audit audit;
    private final TransactionTemplate transaction;
    private final Clock clock;

    RegisterImports(
            ImportRows imports,
            ChangeRows changes,
            StagedRows staged,
            RegisterSpool spool,
            RegisterWork work,
            Ownership ownership,
            ActorSource actors,
            Audit audit,
            TransactionTemplate transaction,
            Clock clock) {
        this.imports = imports;
        this.changes = changes;
        this.staged = staged;
        this.spool = spool;
        this.work = work;
        this.ownership = ownership;
        this.actors = actors;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * Takes a file in and begins to read it.
     *
     * @param fileName as the sender calls it
     * @throws BusinessRefusal when another import is under way, or the file is longer than an export may be
     */
    public UUID receive(String fileName, InputStream content) throws IOException {
        ownership.requireAdministrator();
        refuseWhileOpen();
        RegisterSpool.Spooled file;
        try {
            file = spool.receive(content);
        } catch (BrokenExport tooLarge) {
            throw new BusinessRefusal(
                    Kind.INVALID, "certification.import.problem." + tooLarge.problem(), tooLarge.detail());
        }
        UUID id = TimeOrderedUuid.next();
        boolean opened = Boolean.TRUE.equals(transaction.execute(status -> {
            Actor actor = actors.current();
            boolean first = imports.open(
                    id,
                    clipped(fileName),
                    file.size(),
                    file.sha256().hex(),
                    actor.person(),
                    clock.instant(),
                    work.aliveUntil());
            if (first) {
                audit.record(
                        CATALOGUE,
                        "receive-register",
                        Map.of("import", id.toString(), "sha256", file.sha256().hex()));
            }
            return first;
        }));
        if (!opened) {
            spool.discard(file.path());
            throw underWay();
        }
        work.read(id, file.path());
        return id;
    }

    public Optional<RegisterImport> find(UUID id) {
        ownership.requireAdministrator();
        return imports.find(id).map(this::counted);
    }

    /** The import under way or waiting for its decision. */
    public Optional<RegisterImport> open() {
        ownership.requireAdministrator();
        return imports.open().flatMap(this::find);
    }

    /** Youngest first. */
    public List<RegisterImport> latest(int limit) {
        ownership.requireAdministrator();
        return imports.latest(limit).stream().map(this::counted).toList();
    }

    /**
     * Changes of one kind in the order of numbers, from one on without it; backwards the nearest first.
     *
     * @param edge a number, empty for the first page
     */
    public List<RegisterChange> changes(UUID id, ChangeKind kind, String edge, boolean backwards, int limit) {
        ownership.requireAdministrator();
        return changes.page(id, kind, edge, backwards, limit);
    }

    public List<RefusedLine> refusals(UUID id, int after, int limit) {
        ownership.requireAdministrator();
        return staged.refusals(id, after, limit);
    }

    /**
     * Does what was shown. Also goes on with what was interrupted while it was applied.
     *
     * @throws BusinessRefusal when it does not wait for that
     */
    public void apply(UUID id) {
        ownership.requireAdministrator();
        Actor actor = actors.current();
        transaction.executeWithoutResult(status -> {
            RegisterImport one = imports.find(id).map(this::counted).orElseThrow(RegisterImports::gone);
            if (one.state() != ImportState.COMPARED && !resumable(one)) {
                throw new BusinessRefusal(Kind.CONFLICT, "certification.import.not-waiting");
            }
            if (one.state() == ImportState.INTERRUPTED) {
                refuseWhileOpen();
            }
            if (!imports.move(id, List.of(one.state()), ImportState.APPLYING, clock.instant(), work.aliveUntil())) {
                throw new BusinessRefusal(Kind.CONFLICT, "certification.import.not-waiting");
            }
            imports.decided(id, actor.person(), clock.instant());
            Map<String, String> facts = new LinkedHashMap<>(Map.of("import", id.toString()));
            one.counts().forEach((kind, count) -> facts.put(kind.name(), Integer.toString(count)));
            audit.record(CATALOGUE, "apply-register", facts);
        });
        work.apply(id, actor);
    }

    /** Whether what was applied in part can be gone on with: its changes are still here. */
    public boolean resumable(RegisterImport one) {
        boolean stopped = one.state() == ImportState.INTERRUPTED || one.state() == ImportState.CANCELLED;
        return stopped && one.decidedAt() != null && one.changes() > changes.countApplied(one.id());
    }

    /** Stops what is under way, or gives up what waits. What was applied already stays. */
    public void cancel(UUID id) {
        ownership.requireAdministrator();
        transaction.executeWithoutResult(status -> {
            RegisterImport one = imports.find(id).orElseThrow(RegisterImports::gone);
            boolean given =
                    imports.move(id, List.of(ImportState.COMPARED), ImportState.CANCELLED, clock.instant(), null)
                            || imports.askToStop(id);
            if (!given) {
                throw new BusinessRefusal(Kind.CONFLICT, "certification.import.not-open");
            }
            audit.record(
                    CATALOGUE,
                    "cancel-register",
                    Map.of("import", id.toString(), "state", one.state().name()));
        });
    }

    /** How many of the changes were applied so far. */
    public int applied(UUID id) {
        ownership.requireAdministrator();
        return changes.countApplied(id);
    }

    private RegisterImport counted(RegisterImport one) {
        return one.withCounts(changes.counts(one.id()));
    }

    private void refuseWhileOpen() {
        if (imports.open().isPresent()) {
            throw underWay();
        }
    }

    private static BusinessRefusal underWay() {
        return new BusinessRefusal(Kind.CONFLICT, "certification.import.under-way");
    }

    private static BusinessRefusal gone() {
        return new BusinessRefusal(Kind.NOT_FOUND, "certification.import.unknown");
    }

    private static String clipped(String name) {
        String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1)
                .strip();
        String named = last.isEmpty() ? "export.zip" : last;
        return named.length() <= LONGEST_NAME ? named : named.substring(named.length() - LONGEST_NAME);
    }
}
