package fr.acquis.experience.api;

import fr.acquis.evidence.Span;
import fr.acquis.evidence.WorkedHours;
import fr.acquis.experience.Account;
import fr.acquis.experience.Counted;
import fr.acquis.experience.Experience;
import fr.acquis.experience.Missing;
import fr.acquis.experience.Source;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The experience of a case as its documents prove it.
 *
 * @param said from all lines a person stands behind
 * @param checked from those alone behind which the certifying body stands
 * @param missing what would make the account better
 */
record PeriodsDetail(AccountDetail said, AccountDetail checked, List<Lack> missing) {

    /**
     * @param hours the sum of all jobs, exactly
     * @param years of full-time work, 1 607 hours each
     * @param calendar days on which there was work, merged; {@code gaps} are the days between
     */
    record AccountDetail(
            BigDecimal hours,
            BigDecimal years,
            long calendarDays,
            List<Days> calendar,
            List<Days> gaps,
            List<Job> jobs) {

        static AccountDetail of(Account account) {
            return new AccountDetail(
                    account.hours(),
                    account.years(),
                    account.calendarDays(),
                    days(account.calendar()),
                    days(account.gaps()),
                    account.jobs().stream()
                            .map(job -> new Job(
                                    job.employer(),
                                    job.hours(),
                                    job.lines().stream().map(CountedLine::of).toList()))
                            .toList());
        }
    }

    /** @param employer empty where its documents name none */
    record Job(String employer, BigDecimal hours, List<CountedLine> lines) {}

    record Days(LocalDate first, LocalDate last) {}

    /**
     * A line of the arithmetic.
     *
     * @param stated what the document says: an amount and its unit
     * @param rule how its hours come about
     * @param counted days counted here, because no closer document of the same job counts them
     * @param already hours of its period that closer documents of the same job count
     * @param hours what it adds to the total
     * @param share of full time, in percent
     */
    record CountedLine(
            UUID evidence,
            String fileName,
            int line,
            @Nullable Integer page,
            boolean checked,
            @Nullable String role,
            @Nullable String siret,
            LocalDate first,
            LocalDate last,
            @Nullable StatedHours stated,
            Counted.Rule rule,
            List<Days> counted,
            BigDecimal already,
            BigDecimal hours,
            int share) {

        static CountedLine of(Counted line) {
            Source source = line.worked().source();
            WorkedHours stated = line.worked().hours();
            return new CountedLine(
                    source.evidence().value(),
                    source.fileName(),
                    source.line(),
                    source.page(),
                    source.checked(),
                    line.worked().role(),
                    line.worked().siret(),
                    line.worked().period().first(),
                    line.worked().period().last(),
                    stated == null ? null : new StatedHours(stated.amount(), stated.unit()),
                    line.rule(),
                    days(line.days()),
                    line.already(),
                    line.hours(),
                    line.share());
        }
    }

    record StatedHours(BigDecimal amount, WorkedHours.Unit unit) {}

    record Lack(Missing.What what, UUID evidence, String fileName) {}

    static PeriodsDetail of(Experience.Proven proven) {
        return new PeriodsDetail(
                AccountDetail.of(proven.said()),
                AccountDetail.of(proven.checked()),
                proven.missing().stream()
                        .map(one -> new Lack(one.what(), one.evidence().value(), one.fileName()))
                        .toList());
    }

    private static List<Days> days(List<Span> spans) {
        return spans.stream().map(span -> new Days(span.first(), span.last())).toList();
    }
}
