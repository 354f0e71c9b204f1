package fr.acquis.support;

import fr.acquis.audit.Audit;
import fr.acquis.evidence.MadeFiles;
import fr.acquis.shared.BusinessRefusal;
import fr.acquis.shared.BusinessRefusal.Kind;
import fr.acquis.shared.JourneyId;
import fr.acquis.shared.TimeOrderedUuid;
import fr.acquis.support.SupportAccess.View;
import fr.acquis.support.store.ExportRows;
import java.io.InputStream;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The file for a quality audit: asked for by adviser or certifying body, made off the request, each reading audited. */
@Service
@Transactional
public class SupportExports {

    private final ExportRows rows;
    private final SupportAccess access;
    private final MadeFiles files;
    private final Audit audit;
    private final Clock clock;

    SupportExports(ExportRows rows, SupportAccess access, MadeFiles files, Audit audit, Clock clock) {
        this.rows = rows;
        this.access = access;
        this.files = files;
        this.audit = audit;
        this.clock = clock;
    }

    /** One at a time for a case and a person: asked for twice, it is the one that is being made. */
    public UUID ask(JourneyId id) {
        View view = staff(id);
        return rows.of(id).stream()
                .filter(export -> export.isMaking()
                        && export.askedBy().equals(view.reader().id()))
                .map(SupportExport::id)
                .findFirst()
                .orElseGet(() -> {
                    UUID export = TimeOrderedUuid.next();
                    rows.add(export, id, view.reader().id(), clock.instant());
                    audit.record(id.value(), "ask-support-export", Map.of("export", export.toString()));
                    return export;
                });
    }

    /** The reader's own: what is in one depends on who asked for it. */
    @Transactional(readOnly = true)
    public List<SupportExport> of(JourneyId id) {
        View view = staff(id);
        return rows.of(id).stream()
                .filter(export -> export.askedBy().equals(view.reader().id()))
                .toList();
    }

    @Transactional(readOnly = true)
    public SupportExport get(JourneyId id, UUID export) {
        return of(id).stream()
                .filter(one -> one.id().equals(export))
                .findFirst()
                .orElseThrow(SupportExports::unknown);
    }

    /** To be closed by the caller. */
    public InputStream open(SupportExport export) {
        if (!export.isReady()) {
            throw unknown();
        }
        audit.record(
                export.journey().value(),
                "read-support-export",
                Map.of("export", export.id().toString()));
        return files.open(export.key()).orElseThrow(SupportExports::unknown);
    }

    private View staff(JourneyId id) {
        View view = access.read(id);
        if (!view.staff()) {
            throw SupportAccess.notYours();
        }
        return view;
    }

    private static BusinessRefusal unknown() {
        return new BusinessRefusal(Kind.NOT_FOUND, "support.refused.no-export");
    }
}
