package fr.acquis.experience.web;

import fr.acquis.experience.Experience;
import fr.acquis.experience.Experience.Proven;
import fr.acquis.identity.SignedIn;
import fr.acquis.journey.CasePart;
import fr.acquis.journey.Journey;
import java.util.List;
import org.springframework.stereotype.Component;

/** What the documents prove so far, on the page of the case, with the ways to both pages. */
@Component
class ExperiencePart implements CasePart {

    private final Experience experience;

    ExperiencePart(Experience experience) {
        this.experience = experience;
    }

    @Override
    public List<Panel> panels(Journey journey, SignedIn reader) {
        boolean own = journey.candidate().equals(reader.id());
        if (!own && !journey.handledBy(reader)) {
            return List.of();
        }
        return List.of(new Panel(45, "experience/panel", new Shown(journey, own, experience.of(journey.id()))));
    }

    record Shown(Journey journey, boolean own, Proven proven) {}
}
