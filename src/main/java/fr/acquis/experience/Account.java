package fr.acquis.experience;

import fr.acquis.evidence.Span;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * All experience of a case added up: the hours of each job once, those of parallel jobs together, the calendar merged.
 *
 * @param jobs the one that began first before the others
 * @param calendar days on which there was work, merged
 * @param gaps days between them
 * @param hours the sum of all lines, exactly
 */
public record Account(List<Job> jobs, List<Span> calendar, List<Span> gaps, BigDecimal hours) {

    /** @param hours the sum of its lines */
    public record Job(String employer, List<Counted> lines, BigDecimal hours) {}

    /** The same for any order of what was worked. */
    public static Account of(Collection<Worked> worked) {
        Map<String, List<Worked>> byJob =
                worked.stream().collect(Collectors.groupingBy(Account::key, LinkedHashMap::new, Collectors.toList()));
        List<Job> jobs = byJob.values().stream()
                .map(Account::job)
                .sorted(Comparator.<Job, LocalDate>comparing(
                                job -> job.lines().getFirst().worked().period().first())
                        .thenComparing(Job::employer))
                .toList();
        List<Span> calendar =
                Calendar.merged(worked.stream().map(Worked::period).toList());
        return new Account(
                jobs,
                calendar,
                Calendar.gaps(calendar),
                jobs.stream().map(Job::hours).reduce(BigDecimal.ZERO, BigDecimal::add));
    }

    /** Documents that name no employer are not taken for one job. */
    private static String key(Worked work) {
        String job = work.job();
        return job.isEmpty() ? work.source().evidence() + "/" + work.source().line() : job;
    }

    private static Job job(List<Worked> worked) {
        List<Counted> lines = JobCount.of(worked);
        String employer = worked.stream()
                .map(Worked::employer)
                .filter(name -> !name.isEmpty())
                .min(Comparator.naturalOrder())
                .orElse("");
        return new Job(employer, lines, lines.stream().map(Counted::hours).reduce(BigDecimal.ZERO, BigDecimal::add));
    }

    public long calendarDays() {
        return Calendar.days(calendar);
    }

    public BigDecimal years() {
        return FullYear.years(hours);
    }

    public boolean empty() {
        return jobs.isEmpty();
    }
}
