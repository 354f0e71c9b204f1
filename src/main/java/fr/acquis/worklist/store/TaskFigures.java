package fr.acquis.worklist.store;

import fr.acquis.platform.Figure;
import fr.acquis.platform.Figures;
import fr.acquis.worklist.TaskKind;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What is asked of people, and what of it is late; kinds nobody is asked for stand at zero. */
@Component
class TaskFigures implements Figures {

    private final JdbcClient database;
    private final Clock clock;

    TaskFigures(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    private record Open(TaskKind kind, long all, long late) {}

    @Override
    public List<Figure> count() {
        Map<TaskKind, Open> open = new EnumMap<>(TaskKind.class);
        read(clock.instant()).forEach(one -> open.put(one.kind(), one));
        return Stream.of(TaskKind.values())
                .map(kind -> open.getOrDefault(kind, new Open(kind, 0, 0)))
                .flatMap(one -> Stream.of(
                        Figure.count("acquis.tasks.open", "kind", one.kind().name(), one.all()),
                        Figure.count("acquis.tasks.late", "kind", one.kind().name(), one.late())))
                .toList();
    }

    private List<Open> read(Instant now) {
        return database.sql("""
                        select kind, count(*) as whole, count(case when due_at < :now then 1 end) as late
                        from worklist_task where state = 'OPEN' group by kind
                        """)
                .param("now", now)
                .query((row, n) ->
                        new Open(TaskKind.valueOf(row.getString("kind")), row.getLong("whole"), row.getLong("late")))
                .list();
    }
}
