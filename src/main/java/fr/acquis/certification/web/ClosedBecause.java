package fr.acquis.certification.web;

import static fr.acquis.certification.RegulationParameters.VAE_OPEN;

import fr.acquis.certification.Certification;
import fr.acquis.certification.Openness;
import fr.acquis.certification.Regulation;
import fr.acquis.certification.Regulations;
import fr.acquis.certification.Rule;
import fr.acquis.shell.Dates;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Exactly why VAE is not open: the reason, its date or its change to come, and the text it stands on. */
@Component
class ClosedBecause {

    private final Regulations regulations;
    private final RuleWords words;
    private final Dates dates;

    ClosedBecause(Regulations regulations, RuleWords words, Dates dates) {
        this.regulations = regulations;
        this.words = words;
        this.dates = dates;
    }

    /**
     * @param reason the sentence every page shows
     * @param more since when, until when; null where there is nothing to add
     * @param source the text, in French
     */
    record Closed(String reason, @Nullable String more, String source) {}

    Closed of(Openness.Reason reason, Certification certification, Regulation regulation) {
        return new Closed(
                words.say(reason.messageKey()), more(reason, certification, regulation), source(reason, regulation));
    }

    private @Nullable String more(Openness.Reason reason, Certification certification, Regulation regulation) {
        return switch (reason) {
            case RS_ONLY, TRANSMITTED_ONLY, NOT_REGISTERED, WITHDRAWN, NO_WAY_BY_EXPERIENCE -> null;
            case CLOSED_BY_REGULATION -> reopening(regulation).orElse(words.say("certification.reopens.unknown"));
            case NOT_YET_REGISTERED ->
                words.say("certification.begins.then", dates.day(certification.registeredFrom()));
            case REGISTRATION_ENDED ->
                words.say("certification.ended.then", dates.day(certification.registeredUntil()));
        };
    }

    private Optional<String> reopening(Regulation regulation) {
        return regulations
                .opensAfter(regulation.certification(), regulation.day())
                .map(day -> words.say("certification.reopens", dates.day(day)));
    }

    /** The règlement's own article when it closes; otherwise the law that wants a registration at the RNCP. */
    private static String source(Openness.Reason reason, Regulation regulation) {
        Rule<Boolean> rule =
                reason == Openness.Reason.CLOSED_BY_REGULATION ? regulation.rule(VAE_OPEN) : VAE_OPEN.defaultRule();
        return Printed.french(rule.source());
    }
}
