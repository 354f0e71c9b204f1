package fr.acquis.evidence.corpus;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What one line of a specimen really says; null where it says nothing.
 *
 * @param hours as printed for the whole period
 */
public record Truth(String employer, String siret, String role, LocalDate start, LocalDate end, BigDecimal hours) {

    public boolean hasPeriod() {
        return start != null;
    }

    /** Reads {@code employer=company siret role period=month hours=monthly}. */
    static Truth of(String words, Invention invention) {
        String employer = null;
        String siret = null;
        String role = null;
        LocalDate start = null;
        LocalDate end = null;
        BigDecimal hours = null;
        for (String word : words.strip().split(" ")) {
            String[] parts = word.split("=", 2);
            switch (parts[0]) {
                case "employer" -> employer = invention.value(parts[1], null);
                case "siret" -> siret = invention.siret();
                case "role" -> role = invention.role();
                case "hours" -> hours = invention.hours(parts[1]);
                case "period" -> {
                    List<LocalDate> days = days(parts[1], invention);
                    start = days.isEmpty() ? null : days.getFirst();
                    end = days.isEmpty() ? null : days.getLast();
                }
                default -> throw new IllegalArgumentException("no such truth: " + word);
            }
        }
        return new Truth(employer, siret, role, start, end, hours);
    }

    private static List<LocalDate> days(String which, Invention invention) {
        return switch (which) {
            case "none" -> new ArrayList<>();
            case "month" ->
                List.of(invention.month().atDay(1), invention.month().atEndOfMonth());
            case "year" ->
                List.of(
                        LocalDate.of(invention.month().getYear(), 1, 1),
                        LocalDate.of(invention.month().getYear(), 12, 31));
            case "job", "job2", "job3" -> {
                Invention.Job job = invention.job(which.length() == 3 ? 1 : which.charAt(3) - '0');
                yield List.of(job.start(), job.end());
            }
            default -> throw new IllegalArgumentException("no such period: " + which.toLowerCase(Locale.ROOT));
        };
    }
}
