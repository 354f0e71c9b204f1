package fr.acquis.platform;

import java.time.Clock;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What happened and was not yet told to all who listen. Rows of what was told are deleted, so the table stays short. */
@Component
class EventFigures implements Figures {

    private final JdbcClient database;
    private final Clock clock;

    EventFigures(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public List<Figure> count() {
        Waiting untold = database.sql("""
                        select count(*) as waiting, min(PUBLICATION_DATE) as oldest from EVENT_PUBLICATION
                        where COMPLETION_DATE is null
                        """).query(Waiting::read).single();
        return List.of(
                Figure.count("acquis.events.untold", untold.count()),
                Figure.age("acquis.events.oldest.age", untold.since(clock.instant())));
    }
}
