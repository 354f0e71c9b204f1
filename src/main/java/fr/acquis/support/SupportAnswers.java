package fr.acquis.support;

import fr.acquis.shared.JourneyId;
import fr.acquis.support.CheckIn.Answer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the candidate answers to a check-in, with what follows from it: a stop ends the support at their word. */
@Service
@Transactional
public class SupportAnswers {

    private final CheckIns checkIns;
    private final Supports supports;

    SupportAnswers(CheckIns checkIns, Supports supports) {
        this.checkIns = checkIns;
        this.supports = supports;
    }

    public void answer(JourneyId id, Answer answer, @Nullable String word) {
        checkIns.answer(id, answer, word);
        if (answer == Answer.STOP) {
            supports.end(id, word);
        }
    }
}
