package fr.acquis.journey.store;

import fr.acquis.platform.Figure;
import fr.acquis.platform.Figures;
import fr.acquis.platform.Waiting;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Decisions the law wants soon, and those whose day passed without one: silence should have been recorded. */
@Component
class LegalDateFigures implements Figures {

    private static final Duration NEAR = Duration.ofDays(15);

    private final JdbcClient database;
    private final Clock clock;

    LegalDateFigures(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public List<Figure> count() {
        Instant now = clock.instant();
        Waiting passed = undecided(Instant.EPOCH, now);
        return List.of(
                Figure.count(
                        "acquis.legal.dates",
                        "state",
                        "near",
                        undecided(now, now.plus(NEAR)).count()),
                Figure.count("acquis.legal.dates", "state", "passed", passed.count()),
                Figure.age("acquis.legal.passed.age", passed.since(now)));
    }

    private Waiting undecided(Instant from, Instant until) {
        return database.sql("""
                        select count(*) as waiting, min(silence_at) as oldest from journey
                        where clock_runs = 1 and silence_at >= :from and silence_at < :until
                        """)
                .param("from", from)
                .param("until", until)
                .query(Waiting::read)
                .single();
    }
}
