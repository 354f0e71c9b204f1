package fr.acquis.workflow.web;

import fr.acquis.workflow.EngineState;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** What every page may show at its top when the engine is away: the key of a sentence, or nothing. */
@ControllerAdvice(annotations = Controller.class)
class EngineBanner {

    private final EngineState engine;

    EngineBanner(EngineState engine) {
        this.engine = engine;
    }

    @ModelAttribute("engineBanner")
    @Nullable
    String banner() {
        return engine.ready() ? null : "workflow.engine." + engine.phase().name();
    }
}
