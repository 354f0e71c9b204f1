package fr.acquis.journey;

import fr.acquis.identity.SignedIn;
import fr.acquis.shell.Step;
import java.util.List;
import java.util.Optional;

/**
 * What a room adds to the page of a case: stages of the way, the reader's next action, panels. The page is the journey's;
 * what stands on it belongs to the rooms that know it.
 */
public interface CasePart {

    /** Stages of the way from the first draft to the end, as the candidate reads them. */
    default List<Stage> stages(Journey journey) {
        return List.of();
    }

    /** What this reader is asked to do now; what the first room asks stands out, the others' follows. */
    default Optional<NextAction> action(Journey journey, SignedIn reader) {
        return Optional.empty();
    }

    default List<Panel> panels(Journey journey, SignedIn reader) {
        return List.of();
    }

    /** Other pages of the case that this reader opens, beside its synthesis. */
    default List<Page> pages(Journey journey, SignedIn reader) {
        return List.of();
    }

    /**
     * @param order smaller stands first; rooms leave gaps of ten
     * @param count how much waits there; 0 shows nothing
     */
    record Page(int order, String label, String href, long count) {}

    /** @param order smaller stands first; rooms leave gaps of ten */
    record Stage(int order, Step step) {}

    /**
     * @param explanation why, and by when
     * @param label the words on the button
     */
    record NextAction(String title, String explanation, String label, String href) {}

    /**
     * A part of the page.
     *
     * @param template the template that holds the fragment {@code panel(model)}
     * @param model what the fragment shows
     */
    record Panel(int order, String template, Object model) {}
}
