package fr.acquis.evidence.work;

import fr.acquis.evidence.EvidenceSettings;
import fr.acquis.evidence.store.StoreProbe;
import fr.acquis.platform.Figure;
import fr.acquis.platform.Figures;
import fr.acquis.platform.Waiting;
import java.io.File;
import java.time.Clock;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Files not read yet, whether the object store answers, and the room left where files wait while they are checked. */
@Component
class EvidenceFigures implements Figures {

    private final JdbcClient database;
    private final StoreProbe store;
    private final EvidenceSettings settings;
    private final Clock clock;

    EvidenceFigures(JdbcClient database, StoreProbe store, EvidenceSettings settings, Clock clock) {
        this.database = database;
        this.store = store;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public List<Figure> count() {
        Waiting unread = database.sql("""
                        select count(*) as waiting, min(stored_at) as oldest from evidence_version where reading = 'PENDING'
                        """).query(Waiting::read).single();
        File spool = settings.spool().toFile();
        return List.of(
                Figure.count("acquis.evidence.unread", unread.count()),
                Figure.age("acquis.evidence.oldest.age", unread.since(clock.instant())),
                Figure.truth("acquis.store.up", store.answers()),
                Figure.bytes("acquis.spool.free", spool.getUsableSpace()),
                Figure.bytes("acquis.spool.size", spool.getTotalSpace()));
    }
}
