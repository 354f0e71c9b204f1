package fr.acquis.award;

import fr.acquis.certification.RegulationParameters;
import fr.acquis.journey.Journey;
import fr.acquis.journey.Journeys;
import fr.acquis.notification.LaterLetter;
import fr.acquis.notification.Letter;
import fr.acquis.notification.LetterId;
import fr.acquis.notification.Letters;
import fr.acquis.shared.JourneyId;
import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Letters that prove how a case went on or ended: the stop, the closing, the answer to an appeal. */
@Component
public class AwardLetters {

    private final Journeys journeys;
    private final AcquiredBlocks blocks;
    private final Appeals appeals;
    private final Closings closings;
    private final Letters letters;
    private final AwardCases cases;
    private final MessageSource messages;

    AwardLetters(
            Journeys journeys,
            AcquiredBlocks blocks,
            Appeals appeals,
            Closings closings,
            Letters letters,
            AwardCases cases,
            MessageSource messages) {
        this.journeys = journeys;
        this.blocks = blocks;
        this.appeals = appeals;
        this.closings = closings;
        this.letters = letters;
        this.cases = cases;
        this.messages = messages;
    }

    @Transactional
    public void stopped(JourneyId id) {
        Journey journey = journeys.find(id).orElseThrow();
        letters.write(
                LetterId.about(id, "stopped"),
                cases.addressing(journey, journey.endedAt()),
                new LaterLetter.Stopped(
                        AwardCases.day(journey.endedAt()),
                        blocks.titlesHeldFor(journey),
                        List.of(text("award.letter.stopped.later"), text("award.letter.stopped.elsewhere"))));
    }

    @Transactional
    public void closed(JourneyId id) {
        Journey journey = journeys.find(id).orElseThrow();
        Closing closing = closings.of(id).orElseThrow();
        letters.write(
                LetterId.about(id, "closed"),
                cases.addressing(journey, closing.closedAt()),
                new Letter.Closing(
                        AwardCases.day(closing.closedAt()),
                        closing.reasons().stream()
                                .map(one -> new Letter.Reason(one.criterion(), one.reason(), one.advice(), List.of()))
                                .toList(),
                        blocks.titlesHeldFor(journey),
                        appeal(journey)));
    }

    @Transactional
    public void examined(JourneyId id, int number) {
        Journey journey = journeys.find(id).orElseThrow();
        Appeal appeal = appeals.of(id).get(number - 1);
        boolean dismissed = appeal.outcome() == Appeal.Outcome.DISMISSED;
        letters.write(
                LetterId.about(id, "appeal-examined/" + number),
                cases.addressing(journey, appeal.examinedAt()),
                new LaterLetter.AppealDecision(
                        AwardCases.day(appeal.filedAt()),
                        AwardCases.day(appeal.examinedAt()),
                        text("award.letter.appeal.about." + appeal.about()),
                        text("award.letter.appeal.outcome." + appeal.outcome()),
                        appeal.answer(),
                        blocks.titlesHeldFor(journey),
                        dismissed ? fr.acquis.notification.Appeal.toTheCourt() : null));
    }

    /** By post only: a closed case takes nothing in any more. */
    private fr.acquis.notification.Appeal appeal(Journey journey) {
        var rule = cases.rule(journey, RegulationParameters.APPEAL_DELAY);
        return new fr.acquis.notification.Appeal(rule.value(), rule.source(), null, null);
    }

    private String text(String key, Object... values) {
        return messages.getMessage(key, values, Locale.FRENCH);
    }
}
