package fr.acquis.devservices.demonstration;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** What the demonstration shows: every stage and every outcome, over fourteen months. */
final class Storylines {

    private Storylines() {}

    /** The oldest first, so that case numbers follow the days. */
    static List<Storyline> all(Paths to) {
        return Stream.of(
                        new StorylinesOfWriting(to).all(),
                        new StorylinesOfRequests(to).all(),
                        new StorylinesOfJuries(to).all())
                .flatMap(List::stream)
                .sorted(Comparator.comparingInt(Storylines::age).reversed())
                .toList();
    }

    private static int age(Storyline line) {
        return line.acts().getFirst().daysAgo();
    }
}
