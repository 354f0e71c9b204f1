package fr.acquis.insight;

/** Over how many months delays are read, the present one included. */
public enum Span {
    QUARTER(3),
    YEAR(12),
    TWO_YEARS(24);

    private final int months;

    Span(int months) {
        this.months = months;
    }

    public int months() {
        return months;
    }

    public String messageKey() {
        return "insight.span." + name();
    }
}
