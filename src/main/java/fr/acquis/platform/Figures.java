package fr.acquis.platform;

import java.util.List;

/**
 * What a room counts of its own: its tables, its neighbours outside. Every replica asks every twenty seconds, so a count
 * reads an index and a bounded number of rows. The same names come each time.
 */
@FunctionalInterface
public interface Figures {

    List<Figure> count();
}
