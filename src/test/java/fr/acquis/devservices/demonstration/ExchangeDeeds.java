package fr.acquis.devservices.demonstration;

import fr.acquis.exchange.MessageWriting;

/** What a candidate and their adviser write to each other. */
final class ExchangeDeeds {

    private final Acting acting;
    private final Cast cast;
    private final MessageWriting writing;

    ExchangeDeeds(Acting acting, Cast cast, MessageWriting writing) {
        this.acting = acting;
        this.cast = cast;
        this.writing = writing;
    }

    Deed candidateWrites(String text) {
        return Deed.unasked(stage -> acting.run(stage.candidate(), () -> writing.send(stage.journey(), text)));
    }

    Deed adviserWrites(String office, String text) {
        return Deed.unasked(stage -> acting.run(cast.adviser(office), () -> writing.send(stage.journey(), text)));
    }

    /** Read by those who handle the case, never by the candidate. */
    Deed adviserNotes(String office, String text) {
        return Deed.unasked(stage -> acting.run(cast.adviser(office), () -> writing.note(stage.journey(), text, true)));
    }
}
