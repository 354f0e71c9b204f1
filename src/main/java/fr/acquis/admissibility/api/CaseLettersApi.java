package fr.acquis.admissibility.api;

import fr.acquis.journey.Journey;
import fr.acquis.journey.Journeys;
import fr.acquis.notification.LetterSummary;
import fr.acquis.notification.LetterTemplate;
import fr.acquis.notification.Letters;
import fr.acquis.platform.api.ApiController;
import fr.acquis.platform.api.Moments;
import fr.acquis.platform.api.PageOf;
import fr.acquis.shared.JourneyId;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The letters of a case. They stand here, not with the letters: only who knows cases can say who sees one. */
@ApiController
@Tag(name = "Letters")
class CaseLettersApi {

    private final Journeys journeys;
    private final Letters letters;

    CaseLettersApi(Journeys journeys, Letters letters) {
        this.journeys = journeys;
        this.letters = letters;
    }

    record SentLetter(
            UUID id,
            LetterTemplate template,
            String title,
            LocalDate date,
            OffsetDateTime writtenAt,
            long size,
            String sha256,
            String content) {

        static SentLetter of(LetterSummary letter) {
            return new SentLetter(
                    letter.id().value(),
                    letter.template(),
                    letter.title(),
                    letter.date(),
                    Moments.of(letter.writtenAt()),
                    letter.size(),
                    letter.sha256().hex(),
                    "/api/v1/letters/" + letter.id());
        }
    }

    @GetMapping("/api/v1/journeys/{id}/letters")
    @Operation(summary = "The letters of a case, the oldest first")
    PageOf<SentLetter> list(@PathVariable UUID id) {
        Journey journey = journeys.get(new JourneyId(id));
        return new PageOf<>(
                letters.of(journey.id()).stream().map(SentLetter::of).toList(), null);
    }
}
