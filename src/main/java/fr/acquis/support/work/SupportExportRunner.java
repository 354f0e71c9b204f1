package fr.acquis.support.work;

import fr.acquis.evidence.MadeFiles;
import fr.acquis.identity.OnBehalf;
import fr.acquis.journey.Journey;
import fr.acquis.journey.Journeys;
import fr.acquis.support.SupportAgreement;
import fr.acquis.support.SupportAgreements;
import fr.acquis.support.SupportExport;
import fr.acquis.support.SupportExport.State;
import fr.acquis.support.SupportRecord;
import fr.acquis.support.SupportRecord.Table;
import fr.acquis.support.store.ExportRows;
import fr.acquis.support.work.SupportArchive.Written;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import net.javacrumbs.shedlock.spring.annotation.SchedulerLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Makes the files asked for, in the name of who asked: what they may not know any more is not in it. One that was begun when
 * the process died is made again.
 */
@Component
class SupportExportRunner {

    private static final Logger log = LoggerFactory.getLogger(SupportExportRunner.class);
    private static final Duration KEPT = Duration.ofDays(30);

    private final ExportRows rows;
    private final SupportRecord records;
    private final SupportAgreements agreements;
    private final Journeys journeys;
    private final MadeFiles files;
    private final OnBehalf onBehalf;
    private final Clock clock;

    SupportExportRunner(
            ExportRows rows,
            SupportRecord records,
            SupportAgreements agreements,
            Journeys journeys,
            MadeFiles files,
            OnBehalf onBehalf,
            Clock clock) {
        this.rows = rows;
        this.records = records;
        this.agreements = agreements;
        this.journeys = journeys;
        this.files = files;
        this.onBehalf = onBehalf;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "PT2S", initialDelayString = "PT5S")
    @SchedulerLock(name = "support-exports", lockAtMostFor = "PT10M")
    void makeThose() {
        rows.making(10).forEach(this::make);
    }

    @Scheduled(fixedDelayString = "PT1H", initialDelayString = "PT3M")
    @SchedulerLock(name = "support-exports-expired", lockAtMostFor = "PT10M")
    void discardOld() {
        Instant now = clock.instant();
        for (SupportExport old : rows.keptSince(now.minus(KEPT), 200)) {
            files.delete(old.key());
            rows.ended(old.id(), State.EXPIRED, now);
        }
    }

    private void make(SupportExport export) {
        try {
            if (!onBehalf.during(export.askedBy(), () -> written(export))) {
                rows.ended(export.id(), State.FAILED, clock.instant());
            }
        } catch (RuntimeException failed) {
            log.warn("the file of a support could not be made: {}", export.id(), failed);
            rows.ended(export.id(), State.FAILED, clock.instant());
        }
    }

    private void written(SupportExport export) {
        Journey journey = journeys.get(export.journey());
        Instant at = clock.instant();
        List<Table> tables = records.tables(journey);
        List<SupportAgreement> signed = agreements.of(journey.id()).stream()
                .filter(one -> one.pdf() != null)
                .toList();
        int total = tables.size() + signed.size() + 2;
        SupportArchive archive = new SupportArchive(at);
        archive.put(
                "index.pdf",
                records.index(
                        journey,
                        tables,
                        signed.stream().map(SupportExportRunner::name).toList(),
                        at));
        int done = 1;
        for (SupportAgreement one : signed) {
            rows.progress(export.id(), done++, total);
            archive.put(
                    name(one), agreements.document(one.journey(), one.version()).orElseThrow());
        }
        for (Table table : tables) {
            rows.progress(export.id(), done++, total);
            archive.table(table.file(), table.head(), table.lines());
        }
        store(export, archive);
    }

    private void store(SupportExport export, SupportArchive archive) {
        try {
            Written written = archive.write();
            try {
                String key = "support/%s/%s.zip".formatted(export.journey(), export.id());
                files.put(key, written.path(), written.size(), written.sha256(), "application/zip");
                rows.ready(export.id(), key, written.size(), written.sha256(), clock.instant());
            } finally {
                Files.deleteIfExists(written.path());
            }
        } catch (IOException disk) {
            throw new UncheckedIOException(disk);
        }
    }

    private static String name(SupportAgreement agreement) {
        return "convention-%d.pdf".formatted(agreement.version());
    }
}
