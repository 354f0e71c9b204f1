package fr.acquis.workflow.engine;

import fr.acquis.platform.Figure;
import fr.acquis.platform.Figures;
import fr.acquis.workflow.EngineState;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * Whether the engine answers, and what is stuck in it. A task on its way in or out waits for its listener's job: the oldest
 * such task tells that nobody takes those jobs. Ages are the engine's own time, which is the application's but in tests.
 */
@Component
class EngineFigures implements Figures {

    private final EngineView view;
    private final EngineState engine;
    private final Clock clock;

    EngineFigures(EngineView view, EngineState engine, Clock clock) {
        this.view = view;
        this.engine = engine;
        this.clock = clock;
    }

    @Override
    public List<Figure> count() {
        List<Figure> figures = new ArrayList<>();
        figures.add(Figure.truth("acquis.engine.ready", engine.ready()));
        if (engine.ready()) {
            figures.add(Figure.age(
                    "acquis.engine.listener.oldest.age",
                    view.oldestUnsettled()
                            .map(since -> Duration.between(since, clock.instant()))
                            .orElse(Duration.ZERO)));
            figures.add(Figure.count("acquis.engine.incidents", view.incidents().size()));
        }
        return figures;
    }
}
