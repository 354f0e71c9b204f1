package fr.acquis.devservices.demonstration;

import java.util.List;
import java.util.stream.Stream;

/** What the demonstration shows: every stage and every outcome, over fourteen months. */
final class Storylines {

    private Storylines() {}

    /** The sign-in page's candidate first, then in the order of the journey. */
    static List<Storyline> all(Paths to) {
        return Stream.of(
                        new StorylinesOfWriting(to).all(),
                        new StorylinesOfRequests(to).all(),
                        new StorylinesOfJuries(to).all())
                .flatMap(List::stream)
                .toList();
    }
}
