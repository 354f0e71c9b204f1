package fr.acquis.admissibility;

import fr.acquis.admissibility.official.Findings;
import fr.acquis.admissibility.official.Findings.Found;
import fr.acquis.admissibility.official.FormAnswers;
import fr.acquis.admissibility.official.FormFiller;
import fr.acquis.admissibility.official.Livret1Answers;
import fr.acquis.admissibility.official.OfficialForm;
import fr.acquis.admissibility.official.OfficialForms;
import fr.acquis.admissibility.store.PaperRows;
import fr.acquis.admissibility.store.PaperRows.Paper;
import fr.acquis.audit.Audit;
import fr.acquis.certification.Certifications;
import fr.acquis.evidence.PdfForms;
import fr.acquis.identity.People;
import fr.acquis.identity.Person;
import fr.acquis.journey.Journey;
import fr.acquis.journey.Journeys;
import fr.acquis.journey.LegalClock;
import fr.acquis.shared.BusinessRefusal;
import fr.acquis.shared.BusinessRefusal.Kind;
import fr.acquis.shared.JourneyId;
import java.io.InputStream;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** Livret 1 on the official forms: taken away filled, and begun from one that is filled already. */
@Service
public class Livret1OnPaper {

    private final OfficialForms forms;
    private final FormFiller filler;
    private final PdfForms reader;
    private final PaperRows rows;
    private final Livret1s livrets;
    private final Journeys journeys;
    private final Certifications certifications;
    private final People people;
    private final Audit audit;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Livret1OnPaper(
            OfficialForms forms,
            FormFiller filler,
            PdfForms reader,
            PaperRows rows,
            Livret1s livrets,
            Journeys journeys,
            Certifications certifications,
            People people,
            Audit audit,
            TransactionTemplate transaction,
            Clock clock) {
        this.forms = forms;
        this.filler = filler;
        this.reader = reader;
        this.rows = rows;
        this.livrets = livrets;
        this.journeys = journeys;
        this.certifications = certifications;
        this.people = people;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
    }

    public List<OfficialForm> forms() {
        return forms.all();
    }

    /** @param content the form as a PDF whose fields are filled */
    public record Filled(String fileName, byte[] content) {}

    /** Livret 1 as it stands on that form, for someone who may see the case; empty when there is no such form. */
    public Optional<Filled> fill(JourneyId id, String form) {
        Journey journey = journeys.get(id);
        Livret1 livret = livrets.get(id);
        return forms.named(form)
                .map(blank -> new Filled(
                        blank.name() + "-" + journey.caseNumber() + ".pdf",
                        filler.fill(blank, Livret1Answers.of(livret, about(journey, livret), blank))));
    }

    private Livret1Answers.About about(Journey journey, Livret1 livret) {
        LocalDate filedOn = journey.submittedAt() == null ? null : day(journey.submittedAt());
        String name = people.find(journey.candidate()).map(Person::displayName).orElse("");
        return new Livret1Answers.About(
                certifications.get(journey.certification()),
                certifications.standard(journey.certification()),
                filedOn,
                filedOn == null ? null : "Déposé et attesté en ligne par " + name,
                livrets.pieces(journey, livret).stream()
                        .filter(piece -> !piece.given().isEmpty())
                        .map(piece -> piece.piece().code())
                        .collect(Collectors.toSet()),
                day(clock.instant()));
    }

    /** What came of reading a file. */
    public enum Outcome {
        READ,
        BLANK,
        FLATTENED,
        SCANNED,
        NOT_A_PDF,
        ENCRYPTED,
        BROKEN,
        TOO_HEAVY,
        /** A form with fields, of somebody else. */
        FOREIGN
    }

    /**
     * Reads a filled form of the signed-in candidate. What it says waits until they choose what to take over; the file is
     * kept nowhere.
     *
     * @throws fr.acquis.evidence.RefusedFile when the file would not be taken in as a piece either
     */
    public Outcome read(JourneyId id, String fileName, String declaredType, InputStream content, long size) {
        writable(id);
        PdfForms.FormContent read = reader.read(fileName, declaredType, content, size);
        if (read.state() != PdfForms.State.READ) {
            return Outcome.valueOf(read.state().name());
        }
        Optional<OfficialForm> form = forms.recognised(read.values().keySet());
        form.ifPresent(known -> transaction.executeWithoutResult(status -> {
            rows.keep(id, new Paper(known.name(), fileName, clock.instant(), read.values()));
            audit.record(id.value(), "read-official-form", Map.of("form", known.name()));
        }));
        return form.isPresent() ? Outcome.READ : Outcome.FOREIGN;
    }

    /** What was read and waits. */
    public record Waiting(OfficialForm form, String fileName, Instant readAt, Findings findings) {}

    @Transactional(readOnly = true)
    public Optional<Waiting> waiting(JourneyId id) {
        Journey journey = writable(id);
        return rows.find(id)
                .flatMap(paper -> forms.named(paper.form())
                        .map(form -> new Waiting(
                                form,
                                paper.fileName(),
                                paper.readAt(),
                                findings(journey, form, paper, livrets.get(id)))));
    }

    private Findings findings(Journey journey, OfficialForm form, Paper paper, Livret1 held) {
        return FormAnswers.read(
                form,
                paper.values(),
                held,
                certifications.get(journey.certification()),
                certifications.standard(journey.certification()),
                day(clock.instant()));
    }

    /**
     * Takes the chosen answers over; what was written meanwhile and is not chosen stays.
     *
     * @param keys of the findings
     * @return how many were taken
     */
    @Transactional
    public int take(JourneyId id, Set<String> keys) {
        List<Found> chosen = waiting(id).stream()
                .flatMap(waiting -> waiting.findings().found().stream())
                .filter(found -> keys.contains(found.key()))
                .toList();
        livrets.write(id, held -> {
            Livret1 livret = held;
            for (Found found : chosen) {
                livret = found.change().apply(livret);
            }
            return livret;
        });
        rows.forget(id);
        audit.record(id.value(), "take-over-form", Map.of("answers", Integer.toString(chosen.size())));
        return chosen.size();
    }

    @Transactional
    public void forget(JourneyId id) {
        writable(id);
        rows.forget(id);
    }

    private Journey writable(JourneyId id) {
        Journey journey = journeys.get(id);
        if (!livrets.mayWrite(journey)) {
            throw new BusinessRefusal(Kind.CONFLICT, "admissibility.refused.not-writable");
        }
        return journey;
    }

    private static LocalDate day(Instant instant) {
        return instant.atZone(LegalClock.ZONE).toLocalDate();
    }
}
