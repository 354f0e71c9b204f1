package fr.acquis.livret2.assembly;

import fr.acquis.evidence.Evidence;
import fr.acquis.evidence.PersonalNumbers;
import fr.acquis.livret2.Proof;
import fr.acquis.livret2.assembly.PiecePage.As;
import fr.acquis.shell.Dates;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;

/** The file's words: a jury reads French. */
final class FileWords {

    private final MessageSource messages;
    private final Dates dates;

    FileWords(MessageSource messages, Dates dates) {
        this.messages = messages;
        this.dates = dates;
    }

    String say(String key, Object... values) {
        return messages.getMessage(key, values, Locale.FRENCH);
    }

    String moment(Instant at) {
        return dates.moment(at);
    }

    /** "Pièce 3 – Bulletin de salaire (paie.pdf)"; the name goes when the piece is withdrawn. */
    String piece(int number, Proof proof, @Nullable Evidence piece) {
        String kind = say(proof.kind().messageKey());
        return piece == null || !piece.opens()
                ? say("livret2.file.piece", number, kind)
                : say(
                        "livret2.file.piece.named",
                        number,
                        kind,
                        PersonalNumbers.masked(piece.current().fileName()));
    }

    /** "page 2 sur 3 de la pièce", and what was done about it. */
    String page(int own, int of, As as) {
        String place = say("livret2.file.piece.page", own, of);
        return switch (as) {
            case IT_IS, WITHHELD -> place;
            case COVERED -> say("livret2.file.piece.page.covered", place);
            case DRAWN -> say("livret2.file.piece.page.drawn", place);
        };
    }

    /** What a candidate typed, without the numbers that identify or pay a person. */
    static String typed(String text) {
        return PersonalNumbers.masked(text);
    }
}
