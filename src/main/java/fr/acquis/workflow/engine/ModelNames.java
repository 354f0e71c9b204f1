package fr.acquis.workflow.engine;

import org.springframework.stereotype.Component;

/** What the models call their steps. */
@Component
public class ModelNames {

    private final Models models;

    ModelNames(Models models) {
        this.models = models;
    }

    /** The step's name on the drawing; its id where it has none. */
    public String of(String elementId) {
        return models.nameOf(elementId).orElse(elementId);
    }
}
