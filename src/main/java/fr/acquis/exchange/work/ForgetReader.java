package fr.acquis.exchange.work;

import fr.acquis.exchange.store.AnswerRows;
import fr.acquis.exchange.store.ReaderRows;
import fr.acquis.journey.MemberLeft;
import java.time.Clock;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** Whoever left a case has nothing to read there any more, and answers none of the mails they have. */
@Component
class ForgetReader {

    private final ReaderRows readers;
    private final AnswerRows answers;
    private final Clock clock;

    ForgetReader(ReaderRows readers, AnswerRows answers, Clock clock) {
        this.readers = readers;
        this.answers = answers;
        this.clock = clock;
    }

    @ApplicationModuleListener
    void on(MemberLeft left) {
        readers.forget(left.journey(), left.person());
        answers.revoke(left.journey(), left.person(), clock.instant());
    }
}
