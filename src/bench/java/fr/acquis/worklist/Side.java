package fr.acquis.worklist;

import java.util.List;

/** One of those compared: the same questions, asked in its own way. Each answers how many rows it saw. */
interface Side extends AutoCloseable {

    String name();

    /** What a person holds, the most pressing first. */
    int mine(int person);

    /** What nobody of a team holds yet, by date. */
    int unassigned(int team);

    /** A team's rows of one certification, by date. */
    int byCertification(int team, int certification);

    /** A team's rows whose candidate's name begins so, by date. */
    int word(int team, String beginning);

    /** How much waits: mine, my team's, unassigned. */
    int badges(int person, int team);

    /** A hundred pages of a team, one after the other; the time is one step's. */
    List<Long> pages(int team, int steps);

    /** Whether that person won that row. */
    boolean claim(int row, int person);

    @Override
    void close();
}
