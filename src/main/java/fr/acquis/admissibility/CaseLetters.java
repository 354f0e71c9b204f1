package fr.acquis.admissibility;

import fr.acquis.award.AcquiredBlocks;
import fr.acquis.journey.Ending;
import fr.acquis.journey.Journey;
import fr.acquis.journey.Journeys;
import fr.acquis.journey.LegalClock;
import fr.acquis.notification.Addressing;
import fr.acquis.notification.CaseNotification;
import fr.acquis.notification.Letter;
import fr.acquis.notification.LetterId;
import fr.acquis.notification.Letters;
import fr.acquis.notification.NotificationId;
import fr.acquis.notification.Notifications;
import fr.acquis.notification.RenderedLetter;
import fr.acquis.shared.JourneyId;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Letters of a case besides its decision: the request for completion, the end by abandon. */
@Component
public class CaseLetters {

    private final Journeys journeys;
    private final AcquiredBlocks blocks;
    private final Livret1s livrets;
    private final CompletionRequests requests;
    private final Letters letters;
    private final Notifications notifications;
    private final LegalTexts texts;
    private final CaseReferences references;
    private final Clock clock;

    CaseLetters(
            Journeys journeys,
            AcquiredBlocks blocks,
            Livret1s livrets,
            CompletionRequests requests,
            Letters letters,
            Notifications notifications,
            LegalTexts texts,
            CaseReferences references,
            Clock clock) {
        this.journeys = journeys;
        this.blocks = blocks;
        this.livrets = livrets;
        this.requests = requests;
        this.letters = letters;
        this.notifications = notifications;
        this.texts = texts;
        this.references = references;
        this.clock = clock;
    }

    @Transactional
    public void completion(JourneyId id, int number) {
        Journey journey = journeys.find(id).orElseThrow();
        CompletionRequest request = requests.of(id).get(number - 1);
        letters.write(
                LetterId.about(id, "completion-requested/" + number),
                addressing(journey, request.requestedAt()),
                completion(journey, request.pieces(), request.answerBy()));
    }

    /** The request as it would be sent now, marked as a draft. */
    public RenderedLetter preview(Journey journey, List<CompletionRequest.Piece> pieces, @Nullable LocalDate answerBy) {
        Instant now = clock.instant();
        Journey asked = journey.with(journey.clock().asking(now));
        return letters.preview(addressing(journey, now), completion(asked, pieces, answerBy));
    }

    private Letter completion(Journey journey, List<CompletionRequest.Piece> pieces, @Nullable LocalDate answerBy) {
        return new Letter.CompletionRequest(
                journey.filedOn(),
                pieces.stream()
                        .map(piece -> new Letter.MissingPiece(piece.name(), piece.expected()))
                        .toList(),
                answerBy,
                texts.decision(journey, Locale.FRENCH),
                texts.effectOfCompletion(journey, Locale.FRENCH));
    }

    /** Only an abandon of a filed request is confirmed by letter; a draft leaves no trace to confirm. */
    @Transactional
    public void ended(JourneyId id, Ending ending) {
        Journey journey = journeys.find(id).orElseThrow();
        if (ending != Ending.ABANDONED || journey.submittedAt() == null) {
            return;
        }
        LocalDate day = day(journey.endedAt());
        letters.write(
                LetterId.about(id, "abandoned"),
                addressing(journey, journey.endedAt()),
                new Letter.Abandonment(
                        day,
                        blocks.titlesHeldFor(journey),
                        List.of(
                                texts.text("admissibility.abandon.again", Locale.FRENCH),
                                texts.text("admissibility.abandon.pieces", Locale.FRENCH))));
        notifications.tell(
                NotificationId.about(id, "abandoned", journey.candidate()),
                journey.candidate(),
                new CaseNotification.Abandoned(references.of(journey), day, CasePages.path(id)));
    }

    private Addressing addressing(Journey journey, Instant at) {
        return Addressing.of(
                references.of(journey),
                CaseReferences.address(livrets.held(journey.id()).contact()),
                day(at));
    }

    private static LocalDate day(Instant instant) {
        return instant.atZone(LegalClock.ZONE).toLocalDate();
    }
}
