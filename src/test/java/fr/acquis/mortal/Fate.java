package fr.acquis.mortal;

import fr.acquis.platform.FaultPoints;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/** Kills once, at the place and the visit to it that were ordered. */
final class Fate implements FaultPoints {

    static final String REACHED = "reached ";

    private static final int AS_KILLED = 137;

    private final AtomicReference<Order> order = new AtomicReference<>();

    /**
     * @param visits the visit at which it happens, counted down
     * @param victim a process to kill; zero or less for this one
     */
    private record Order(Place place, AtomicInteger visits, long victim) {}

    void arm(Place place, int visit, long victim) {
        order.set(new Order(place, new AtomicInteger(visit), victim));
    }

    @Override
    public void reached(Place place) {
        Order due = order.get();
        if (due == null || due.place() != place || due.visits().decrementAndGet() != 0) {
            return;
        }
        order.set(null);
        System.out.println(REACHED + place);
        System.out.flush();
        if (due.victim() <= 0) {
            Runtime.getRuntime().halt(AS_KILLED);
        }
        ProcessHandle.of(due.victim()).ifPresent(victim -> {
            victim.destroyForcibly();
            victim.onExit().join();
        });
    }
}
