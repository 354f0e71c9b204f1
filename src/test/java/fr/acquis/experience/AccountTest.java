package fr.acquis.experience;

import static org.assertj.core.api.Assertions.assertThat;

import fr.acquis.evidence.EvidenceId;
import fr.acquis.evidence.Span;
import fr.acquis.evidence.WorkedHours;
import fr.acquis.evidence.WorkedHours.Unit;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;

@Tag("evidence")
@Tag("fast")
class AccountTest {

    private static final String EMPLOYER = "Ateliers Modèle";

    @Example
    void a_year_at_thirty_five_hours_is_1607() {
        assertThat(Account.of(List.of(work(EMPLOYER, "2023-01-01", "2023-12-31", "35 PER_WEEK")))
                        .hours())
                .isEqualByComparingTo("1607");
    }

    @Example
    void a_year_sum_adds_only_what_its_months_have_not() {
        Account account = Account.of(List.of(
                work(EMPLOYER, "2022-01-01", "2022-12-31", "800 TOTAL"),
                work(EMPLOYER, "2022-01-01", "2022-01-31", "70 TOTAL"),
                work(EMPLOYER, "2022-02-01", "2022-02-28", "80 TOTAL")));
        assertThat(account.hours()).isEqualByComparingTo("800");
        Counted year = account.jobs().getFirst().lines().stream()
                .filter(line -> line.rule() == Counted.Rule.REST)
                .findFirst()
                .orElseThrow();
        assertThat(year.already()).isEqualByComparingTo("150");
        assertThat(year.hours()).isEqualByComparingTo("650");
    }

    @Example
    void a_payslip_says_more_than_the_rhythm_of_a_contract() {
        Account account = Account.of(List.of(
                work(EMPLOYER, "2023-01-01", "2023-12-31", "35 PER_WEEK"),
                work(EMPLOYER, "2023-03-01", "2023-03-31", "20 TOTAL")));
        assertThat(account.hours())
                .isEqualByComparingTo(
                        FullYear.worked(BigDecimal.valueOf(35), 334).add(BigDecimal.valueOf(20)));
    }

    @Example
    void a_certificate_without_hours_counts_in_the_calendar_only() {
        Account account = Account.of(List.of(work(EMPLOYER, "2020-01-01", "2021-12-31", null)));
        assertThat(account.hours()).isZero();
        assertThat(account.calendarDays()).isEqualTo(731);
    }

    @Example
    void the_same_employer_is_known_under_its_number_and_with_its_legal_form() {
        assertThat(JobName.of("ATELIERS MODÈLE SARL")).isEqualTo(JobName.of(EMPLOYER));
    }

    @Example
    void part_time_is_said_in_percent() {
        Account account = Account.of(List.of(work(EMPLOYER, "2023-01-01", "2023-12-31", "17.5 PER_WEEK")));
        Counted line = account.jobs().getFirst().lines().getFirst();
        assertThat(line.share()).isEqualTo(50);
        assertThat(line.partTime()).isTrue();
    }

    @Property(tries = 300)
    void the_order_of_documents_changes_nothing(@ForAll("lives") List<Worked> life, @ForAll Random random) {
        List<Worked> shuffled = new ArrayList<>(life);
        Collections.shuffle(shuffled, random);
        assertThat(Account.of(shuffled)).isEqualTo(Account.of(life));
    }

    @Property(tries = 300)
    void the_total_is_the_sum_of_its_lines_and_none_is_negative(@ForAll("lives") List<Worked> life) {
        Account account = Account.of(life);
        List<Counted> lines =
                account.jobs().stream().flatMap(job -> job.lines().stream()).toList();
        assertThat(lines).hasSameSizeAs(life).allMatch(line -> line.hours().signum() >= 0);
        assertThat(lines.stream().map(Counted::hours).reduce(BigDecimal.ZERO, BigDecimal::add))
                .isEqualByComparingTo(account.hours());
    }

    @Property(tries = 300)
    void the_same_document_twice_adds_nothing(@ForAll("lives") List<Worked> life, @ForAll Random random) {
        Worked one = life.get(random.nextInt(life.size()));
        Worked twin = new Worked(
                new Source(EvidenceId.create(), "copie.pdf", 1, 1, one.source().checked()),
                one.employer(),
                one.siret(),
                one.role(),
                one.period(),
                one.hours());
        List<Worked> doubled = new ArrayList<>(life);
        doubled.add(twin);
        assertThat(Account.of(doubled).hours())
                .isEqualByComparingTo(Account.of(life).hours());
    }

    @Property(tries = 300)
    void hours_of_parallel_jobs_are_added(@ForAll("lives") List<Worked> life) {
        List<Worked> elsewhere = life.stream()
                .map(work -> new Worked(
                        new Source(EvidenceId.create(), "autre.pdf", 1, 1, false),
                        work.employer() + " annexe",
                        null,
                        work.role(),
                        work.period(),
                        work.hours()))
                .toList();
        List<Worked> both = Stream.concat(life.stream(), elsewhere.stream()).toList();
        assertThat(Account.of(both).hours())
                .isEqualByComparingTo(
                        Account.of(life).hours().add(Account.of(elsewhere).hours()));
        assertThat(Account.of(both).calendar()).isEqualTo(Account.of(life).calendar());
    }

    /** Against the slow way: every day written down. */
    @Property(tries = 300)
    void the_calendar_holds_every_worked_day_once(@ForAll("lives") List<Worked> life) {
        TreeSet<LocalDate> days = new TreeSet<>();
        life.forEach(work -> work.period()
                .first()
                .datesUntil(work.period().last().plusDays(1))
                .forEach(days::add));
        Account account = Account.of(life);
        assertThat(account.calendarDays()).isEqualTo(days.size());
        long whole = new Span(days.first(), days.last()).days();
        assertThat(account.calendarDays() + Calendar.days(account.gaps())).isEqualTo(whole);
    }

    /** No day of a job is counted by two documents. */
    @Property(tries = 300)
    void a_day_of_a_job_is_counted_by_one_document(@ForAll("lives") List<Worked> life) {
        for (Account.Job job : Account.of(life).jobs()) {
            List<Span> counted = job.lines().stream()
                    .filter(line -> line.rule() != Counted.Rule.NO_HOURS)
                    .flatMap(line -> line.days().stream())
                    .toList();
            assertThat(Calendar.days(Calendar.merged(counted))).isEqualTo(Calendar.days(counted));
        }
    }

    @Provide
    Arbitrary<List<Worked>> lives() {
        Arbitrary<LocalDate> days = Arbitraries.integers()
                .between(0, 3_000)
                .map(day -> LocalDate.of(2012, 1, 1).plusDays(day));
        Arbitrary<Integer> lengths = Arbitraries.integers().between(0, 500);
        Arbitrary<WorkedHours> hours = Combinators.combine(
                        Arbitraries.integers().between(1, 60_000), Arbitraries.of(Unit.class))
                .as((hundredths, unit) -> new WorkedHours(BigDecimal.valueOf(hundredths, 2), unit))
                .injectNull(0.2);
        return Combinators.combine(
                        Arbitraries.of(EMPLOYER, "Résidence du Spécimen", "M. Paul Gabarit"), days, lengths, hours)
                .as((employer, first, length, said) -> new Worked(
                        new Source(EvidenceId.create(), "piece.pdf", 1, 1, false),
                        employer,
                        null,
                        null,
                        new Span(first, first.plusDays(length)),
                        said))
                .list()
                .ofMinSize(1)
                .ofMaxSize(12);
    }

    private static Worked work(String employer, String first, String last, String hours) {
        return new Worked(
                new Source(EvidenceId.create(), "piece.pdf", 1, 1, false),
                employer,
                null,
                null,
                new Span(LocalDate.parse(first), LocalDate.parse(last)),
                hours == null ? null : WorkedHours.of(hours).orElseThrow());
    }
}
