package fr.acquis.evidence.meaning;

import fr.acquis.evidence.EvidenceKind;
import fr.acquis.evidence.FactKind;
import fr.acquis.evidence.meaning.DocumentText.Page;
import fr.acquis.evidence.meaning.DocumentText.Row;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Proposes what a document says of a piece of experience, by what kind of document it is. */
public final class FactFinder {

    private static final int MOST_LINES = 60;
    private static final Pattern PAID_WORK = Pattern.compile("^(?i:salarié|activité salariée)\\s*-\\s*");
    private static final Pattern NO_NAME = Pattern.compile("(?:du|de|\\d{1,3} trimestres?|trimestres?)\\b");

    private FactFinder() {}

    /** Nothing for kinds that prove no experience by themselves. */
    public static List<Proposal> find(EvidenceKind kind, DocumentText text) {
        return switch (kind) {
            case PAYSLIP, HOME_EMPLOYMENT_STATEMENT -> paid(text);
            case WORK_CERTIFICATE,
                    EMPLOYER_ATTESTATION,
                    HOME_EMPLOYER_ATTESTATION,
                    VOLUNTEERING_ATTESTATION,
                    EMPLOYMENT_CONTRACT -> attested(text);
            case CARER_ATTESTATION -> care(text);
            case CAREER_STATEMENT -> listed(text);
            case BUSINESS_REGISTRATION -> registered(text);
            case IDENTITY_DOCUMENT,
                    CURRICULUM_VITAE,
                    DIPLOMA,
                    TRAINING_CERTIFICATE,
                    SCHEDULE,
                    WORK_SAMPLE,
                    PHOTO,
                    SWORN_STATEMENT,
                    FEASIBILITY_FILE,
                    MESSAGE_FILE,
                    OTHER -> List.of();
        };
    }

    private static List<Proposal> paid(DocumentText text) {
        Optional<PeriodReading.Found> period = new PeriodReading(text).paid();
        boolean year = period.filter(found -> found.span().days() > 31).isPresent();
        return Stream.concat(
                        parties(text),
                        Stream.of(
                                        period.map(found -> period(1, found)),
                                        new HoursReading(text).paid(year).map(FactFinder::hours))
                                .flatMap(Optional::stream))
                .toList();
    }

    private static List<Proposal> attested(DocumentText text) {
        PeriodReading periods = new PeriodReading(text);
        return Stream.concat(
                        parties(text),
                        Stream.of(
                                        periods.employment().or(periods::since).map(found -> period(1, found)),
                                        new HoursReading(text).attested().map(FactFinder::hours))
                                .flatMap(Optional::stream))
                .toList();
    }

    /** Who is cared for is nobody's employer, and must not be written down as one. */
    private static List<Proposal> care(DocumentText text) {
        PeriodReading periods = new PeriodReading(text);
        return Stream.of(
                        periods.employment().or(periods::since).map(found -> period(1, found)),
                        new HoursReading(text).attested().map(FactFinder::hours))
                .flatMap(Optional::stream)
                .toList();
    }

    private static List<Proposal> registered(DocumentText text) {
        return Stream.concat(parties(text), new PeriodReading(text).since().map(found -> period(1, found)).stream())
                .toList();
    }

    /** One line per period; the employer is the longest words of its row. */
    private static List<Proposal> listed(DocumentText text) {
        List<Proposal> proposals = new ArrayList<>();
        int line = 0;
        for (PeriodReading.Found found : new PeriodReading(text).all()) {
            line++;
            if (line > MOST_LINES) {
                break;
            }
            proposals.add(period(line, found));
            Optional<Proposal> employer = employer(line, found);
            employer.ifPresent(proposals::add);
        }
        return proposals;
    }

    private static Optional<Proposal> employer(int line, PeriodReading.Found found) {
        Row row = rowOf(found.page(), found.from());
        return row.cells().stream()
                .map(cell -> PAID_WORK.matcher(cell.text()).replaceFirst(""))
                .filter(words -> words.chars().filter(Character::isLetter).count() > 3)
                .filter(words -> !NO_NAME.matcher(Folded.of(words)).lookingAt())
                .max(Comparator.comparingLong(
                        words -> words.chars().filter(Character::isLetter).count()))
                .map(words -> words + wrapped(row))
                .map(words -> new Proposal(
                        line, FactKind.EMPLOYER, words, found.page().number(), row.snippet()));
    }

    /** A long name goes on in the next line, alone there. */
    private static String wrapped(Row row) {
        int next = row.index() + 1;
        if (next >= row.page().lines().size()) {
            return "";
        }
        Row below = row.page().lines().get(next);
        boolean goesOn = below.cells().size() == 1
                && below.folded().length() < 40
                && below.folded().chars().noneMatch(Character::isDigit)
                && !below.folded().contains(":")
                && !below.folded().contains("total");
        return goesOn ? " " + below.cells().getFirst().text() : "";
    }

    private static Row rowOf(Page page, int at) {
        return page.lines().stream()
                .filter(row -> at >= row.start() && at <= row.end())
                .findFirst()
                .orElseThrow();
    }

    private static Stream<Proposal> parties(DocumentText text) {
        PartiesReading parties = new PartiesReading(text);
        return Stream.of(
                        parties.employer().map(found -> of(FactKind.EMPLOYER, found)),
                        parties.siret().map(found -> of(FactKind.SIRET, found)),
                        parties.role().map(found -> of(FactKind.ROLE, found)))
                .flatMap(Optional::stream);
    }

    private static Proposal of(FactKind kind, PartiesReading.Found found) {
        return new Proposal(1, kind, found.value(), found.page(), found.snippet());
    }

    private static Proposal period(int line, PeriodReading.Found found) {
        return new Proposal(
                line, FactKind.PERIOD, found.span().text(), found.page().number(), found.snippet());
    }

    private static Proposal hours(HoursReading.Found found) {
        return new Proposal(
                1, FactKind.HOURS, found.hours().text(), found.page().number(), found.snippet());
    }
}
