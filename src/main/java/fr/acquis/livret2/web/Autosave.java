package fr.acquis.livret2.web;

import fr.acquis.certification.SkillId;
import fr.acquis.livret2.Question;
import fr.acquis.livret2.Writing;
import fr.acquis.livret2.Writing.Saved;
import fr.acquis.shared.JourneyId;
import fr.acquis.shell.Dates;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Keeps one field while it is written; a stale one is answered with what stands, 409. */
@RestController
class Autosave {

    private final Writing writing;
    private final Dates dates;

    Autosave(Writing writing, Dates dates) {
        this.writing = writing;
        this.dates = dates;
    }

    @PostMapping(
            path = "/journeys/{id}/livret2/skills/{skill}/answers",
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Object> save(@PathVariable UUID id, @PathVariable UUID skill, @RequestBody Typed typed) {
        return switch (writing.save(
                new JourneyId(id), new SkillId(skill), typed.question(), typed.text(), typed.version())) {
            case Saved.Kept kept -> ResponseEntity.ok(new Kept(kept.version(), dates.time(kept.at())));
            case Saved.Stale stale ->
                ResponseEntity.status(HttpStatus.CONFLICT)
                        .body(new Stands(
                                stale.stands().version(), stale.stands().text()));
        };
    }

    record Typed(Question question, String text, int version) {}

    record Kept(int version, String savedAt) {}

    record Stands(int version, String text) {}
}
