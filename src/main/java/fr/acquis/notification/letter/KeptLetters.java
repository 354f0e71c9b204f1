package fr.acquis.notification.letter;

import fr.acquis.audit.Audit;
import fr.acquis.notification.Addressing;
import fr.acquis.notification.Letter;
import fr.acquis.notification.LetterId;
import fr.acquis.notification.LetterSummary;
import fr.acquis.notification.Letters;
import fr.acquis.notification.RenderedLetter;
import fr.acquis.notification.store.LetterRows;
import fr.acquis.shared.JourneyId;
import fr.acquis.shared.Sha256;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Letters kept in the database, in the transaction of the decision they tell. */
@Service
class KeptLetters implements Letters {

    private final LetterWriter writer;
    private final LetterRows rows;
    private final Audit audit;
    private final Clock clock;

    KeptLetters(LetterWriter writer, LetterRows rows, Audit audit, Clock clock) {
        this.writer = writer;
        this.rows = rows;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public RenderedLetter render(Addressing addressing, Letter letter) {
        return writer.write(addressing, letter, false);
    }

    @Override
    public RenderedLetter preview(Addressing addressing, Letter letter) {
        return writer.write(addressing, letter, true);
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean keep(LetterId id, RenderedLetter letter) {
        if (!rows.insert(id, letter, clock.instant())) {
            return false;
        }
        audit.record(
                letter.addressing().about().journey().value(),
                "write-letter",
                Map.of(
                        "letter",
                        id.toString(),
                        "template",
                        letter.template().key(),
                        "version",
                        letter.templateVersion() + "/" + letter.wordingVersion(),
                        "sha256",
                        letter.sha256().hex()));
        return true;
    }

    @Override
    public Optional<LetterSummary> find(LetterId id) {
        return rows.find(id);
    }

    @Override
    public List<LetterSummary> of(JourneyId journey) {
        return rows.of(journey);
    }

    @Override
    public InputStream open(LetterId id) {
        Sha256 expected = rows.find(id).orElseThrow().sha256();
        byte[] content = rows.content(id).orElseThrow(() -> new LetterDamaged(id));
        if (!Sha256.of(content).equals(expected)) {
            throw new LetterDamaged(id);
        }
        return new ByteArrayInputStream(content);
    }
}
