package fr.acquis.certification.register;

/** The file is not a usable export. Nothing was changed by it. */
public final class BrokenExport extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Problem problem;
    private final String detail;

    /** @param detail the file, column or line it is about; empty where there is nothing to name */
    public BrokenExport(Problem problem, String detail) {
        super(problem + " " + detail);
        this.problem = problem;
        this.detail = detail;
    }

    public Problem problem() {
        return problem;
    }

    public String detail() {
        return detail;
    }

    public enum Problem {
        EMPTY,
        NOT_A_ZIP,
        TRUNCATED,
        DAMAGED,
        TOO_LARGE,
        TOO_LARGE_UNPACKED,
        TOO_MANY_FILES,
        TOO_MANY_FICHES,
        FILE_MISSING,
        FILE_TWICE,
        COLUMN_MISSING,
        LINE_UNREADABLE,
        NOT_UTF8,
        NO_CQP,
        /** A fault of ours, not of the file. */
        FAILED
    }
}
