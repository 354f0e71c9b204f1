package fr.acquis.workflow;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The process models as people read them: the drawing, and the steps where a case can stand. */
public interface ProcessModels {

    /** The shipped BPMN file of a process; null when there is none of that id. */
    byte @Nullable [] drawing(String process);

    /** From left to right, as the drawing is read; none for an unknown process. */
    List<ModelStep> steps(String process);
}
