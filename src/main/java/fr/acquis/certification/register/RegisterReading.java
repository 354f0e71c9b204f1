package fr.acquis.certification.register;

import fr.acquis.certification.Fiche;
import fr.acquis.certification.RefusedLine;
import fr.acquis.certification.register.BrokenExport.Problem;
import fr.acquis.certification.store.StagedRows;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * Reads an export through, once: the fiches first, then what the files beside say of those that were kept. Only their numbers
 * stay in memory.
 */
final class RegisterReading {

    private static final int BATCH = 500;

    /** A file of refused lines would say the same of each; beyond, they are only counted. */
    private static final int MOST_REFUSALS_KEPT = 1000;

    private final StagedRows staged;
    private final UUID importId;
    private final int mostFiches;
    private final ReadingProgress progress;
    private final Set<String> kept = new HashSet<>();
    private final List<Fiche> fiches = new ArrayList<>();
    private final List<Detail> details = new ArrayList<>();
    private final List<RefusedLine> refusals = new ArrayList<>();
    private long lines;
    private long fichesRead;
    private int refused;

    RegisterReading(StagedRows staged, UUID importId, int mostFiches, ReadingProgress progress) {
        this.staged = staged;
        this.importId = importId;
        this.mostFiches = mostFiches;
        this.progress = progress;
    }

    /** @throws BrokenExport when the file is not usable; what was staged is worth nothing then */
    void read(RegisterExport export) throws IOException {
        for (ExportTable table : ExportTable.values()) {
            export.read(table, line -> read(table, line), this::report);
            if (table == ExportTable.STANDARD && kept.isEmpty()) {
                throw new BrokenExport(Problem.NO_CQP, Long.toString(fichesRead));
            }
        }
        staged.stage(importId, fiches);
        staged.stageDetails(importId, details);
        staged.refuse(importId, refusals);
    }

    long lines() {
        return lines;
    }

    long fichesRead() {
        return fichesRead;
    }

    int fichesKept() {
        return kept.size();
    }

    int refused() {
        return refused;
    }

    private void report(long bytes) {
        progress.at(bytes, lines, fichesRead, kept.size());
    }

    private void read(ExportTable table, SemicolonFile.Line line) {
        lines++;
        try {
            if (table == ExportTable.STANDARD) {
                readFiche(line);
            } else {
                DetailLines.of(table, line).stream()
                        .filter(detail -> kept.contains(detail.number()))
                        .forEach(details::add);
            }
        } catch (FicheLine.Refused unusable) {
            // Of a fiche that is not ours, nothing is wrong for us.
            if (table == ExportTable.STANDARD || kept.contains(FicheLine.number(line))) {
                refuse(table, line, unusable.reason());
            }
        }
        flushWhenFull();
    }

    private void readFiche(SemicolonFile.Line line) {
        fichesRead++;
        if (!FicheLine.isCqp(line)) {
            return;
        }
        Fiche fiche = FicheLine.read(line);
        if (!kept.add(fiche.number())) {
            throw new FicheLine.Refused(RefusedLine.Reason.TWICE);
        }
        if (kept.size() > mostFiches) {
            throw new BrokenExport(Problem.TOO_MANY_FICHES, Integer.toString(mostFiches));
        }
        fiches.add(fiche);
    }

    private void refuse(ExportTable table, SemicolonFile.Line line, RefusedLine.Reason reason) {
        if (refused++ < MOST_REFUSALS_KEPT) {
            String number = line.get("Numero_Fiche");
            refusals.add(new RefusedLine(
                    table.fileName(), line.number(), number.substring(0, Math.min(40, number.length())), reason));
        }
    }

    private void flushWhenFull() {
        if (fiches.size() >= BATCH) {
            staged.stage(importId, fiches);
            fiches.clear();
        }
        if (details.size() >= BATCH) {
            staged.stageDetails(importId, details);
            details.clear();
        }
    }
}
