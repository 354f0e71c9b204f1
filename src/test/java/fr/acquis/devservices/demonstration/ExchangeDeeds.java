package fr.acquis.devservices.demonstration;

import fr.acquis.exchange.MessageWriting;
import java.util.List;
import org.springframework.transaction.support.TransactionTemplate;

/** What a candidate and their adviser write to each other. */
final class ExchangeDeeds {

    private final Acting acting;
    private final Cast cast;
    private final MessageWriting writing;
    private final TransactionTemplate transaction;

    ExchangeDeeds(Acting acting, Cast cast, MessageWriting writing, TransactionTemplate transaction) {
        this.acting = acting;
        this.cast = cast;
        this.writing = writing;
        this.transaction = transaction;
    }

    Deed candidateWrites(String text) {
        return Deed.unasked(stage -> acting.run(stage.candidate(), () -> writing.send(stage.journey(), text)));
    }

    /** As their answer to a mail arrives. */
    Deed candidateAnswersByMail(String text) {
        return Deed.unasked(stage -> acting.run(
                stage.candidate(),
                () -> transaction.executeWithoutResult(
                        status -> writing.answerByMail(stage.journey(), text, List.of(), List.of()))));
    }

    Deed adviserWrites(String office, String text) {
        return Deed.unasked(stage -> acting.run(cast.adviser(office), () -> writing.send(stage.journey(), text)));
    }

    /** Read by those who handle the case, never by the candidate. */
    Deed adviserNotes(String office, String text) {
        return Deed.unasked(stage -> acting.run(cast.adviser(office), () -> writing.note(stage.journey(), text, true)));
    }
}
