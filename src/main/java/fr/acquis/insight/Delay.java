package fr.acquis.insight;

import java.util.SortedMap;

/**
 * How long something took, in whole days, by nearest rank: half of the cases took at most {@code median}.
 *
 * @param late how many were answered after their own date
 */
public record Delay(long cases, long late, int median, int ninth) {

    public static final Delay NONE = new Delay(0, 0, 0, 0);

    private static final double HALF = 0.5;
    private static final double NINE_TENTHS = 0.9;

    /** @param casesByDays how many took how many days */
    static Delay of(SortedMap<Integer, Long> casesByDays, long late) {
        long cases = casesByDays.values().stream().mapToLong(Long::longValue).sum();
        return cases == 0
                ? NONE
                : new Delay(cases, late, rank(casesByDays, cases, HALF), rank(casesByDays, cases, NINE_TENTHS));
    }

    private static int rank(SortedMap<Integer, Long> casesByDays, long cases, double share) {
        long wanted = (long) Math.ceil(cases * share);
        long passed = 0;
        for (var entry : casesByDays.entrySet()) {
            passed += entry.getValue();
            if (passed >= wanted) {
                return entry.getKey();
            }
        }
        return casesByDays.lastKey();
    }
}
