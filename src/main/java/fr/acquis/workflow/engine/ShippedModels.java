package fr.acquis.workflow.engine;

import fr.acquis.workflow.ModelStep;
import fr.acquis.workflow.ProcessModels;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The models of the class path, each read once. */
@Component
class ShippedModels implements ProcessModels {

    private static final String SUFFIX = ".bpmn";

    private final Map<String, byte[]> drawings = new HashMap<>();
    private final Map<String, List<ModelStep>> steps = new HashMap<>();

    ShippedModels(Models models) {
        for (Models.Model model : models.all()) {
            if (model.name().endsWith(SUFFIX)) {
                String process = model.name().substring(0, model.name().length() - SUFFIX.length());
                drawings.put(process, model.content());
                steps.put(process, new StepReader(process).read(model.content()));
            }
        }
    }

    @Override
    public byte @Nullable [] drawing(String process) {
        byte[] drawing = drawings.get(process);
        return drawing == null ? null : drawing.clone();
    }

    @Override
    public List<ModelStep> steps(String process) {
        return steps.getOrDefault(process, List.of());
    }
}
