package fr.acquis.notification;

import fr.acquis.audit.Audit;
import fr.acquis.notification.store.LetterheadRows;
import fr.acquis.shared.CertifyingBodyId;
import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How a certifying body's letters look and what they add in its own words. */
@Service
@Transactional
public class Letterheads {

    private final LetterheadRows rows;
    private final Audit audit;
    private final Clock clock;

    Letterheads(LetterheadRows rows, Audit audit, Clock clock) {
        this.rows = rows;
        this.audit = audit;
        this.clock = clock;
    }

    /** Letters written from now on bear it; the former ones stay to be taken up again. */
    public void set(CertifyingBodyId body, Letterhead letterhead) {
        int version = rows.set(body, letterhead, clock.instant());
        audit.record(body.value(), "set-letterhead", Map.of("version", Integer.toString(version)));
    }

    @Transactional(readOnly = true)
    public Optional<Letterhead> of(CertifyingBodyId body) {
        return rows.find(body);
    }

    /** A former letterhead is taken up again, as a new version. */
    public void restore(CertifyingBodyId body, int version) {
        set(body, rows.find(body, version).orElseThrow());
    }

    /** A former wording is taken up again, as a new version. */
    public void restore(CertifyingBodyId body, LetterTemplate template, Locale language, int version) {
        LetterWording former = rows.wordings(body, template, language).stream()
                .filter(one -> one.version() == version)
                .findFirst()
                .orElseThrow()
                .wording();
        reword(body, template, language, former);
    }

    /**
     * A new version of what the body adds to a letter; letters written before keep theirs.
     *
     * @return the new version's number
     */
    public int reword(CertifyingBodyId body, LetterTemplate template, Locale language, LetterWording wording) {
        int version = rows.addWording(body, template, language, wording, clock.instant());
        audit.record(
                body.value(),
                "reword-letter",
                Map.of("template", template.key(), "version", Integer.toString(version)));
        return version;
    }
}
