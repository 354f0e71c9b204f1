package fr.acquis.insight;

/**
 * What stands on a step now.
 *
 * @param cases all of them
 * @param late of these, asked of somebody and past the date it was asked for
 * @param machine of these, being worked on by the application
 * @param blocked of these, stopped until a person looks
 */
public record StepFigures(long cases, long late, long machine, long blocked) {

    public static final StepFigures NONE = new StepFigures(0, 0, 0, 0);

    StepFigures and(StepFigures other) {
        return new StepFigures(
                cases + other.cases, late + other.late, machine + other.machine, blocked + other.blocked);
    }
}
