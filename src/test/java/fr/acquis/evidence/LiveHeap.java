package fr.acquis.evidence;

import com.sun.management.GarbageCollectionNotificationInfo;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryUsage;
import java.util.concurrent.atomic.AtomicLong;
import javax.management.Notification;
import javax.management.NotificationEmitter;
import javax.management.NotificationListener;
import javax.management.openmbean.CompositeData;

/** The most that was still in use after a collection while it is open: what was needed, without garbage. */
final class LiveHeap implements AutoCloseable {

    private final AtomicLong most = new AtomicLong();
    private final NotificationListener listener = this::collected;
    private final long before;

    LiveHeap() throws Exception {
        before = used();
        for (GarbageCollectorMXBean collector : ManagementFactory.getGarbageCollectorMXBeans()) {
            ((NotificationEmitter) collector).addNotificationListener(listener, null, null);
        }
    }

    private static long used() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    private void collected(Notification notification, Object nothing) {
        if (notification.getType().equals(GarbageCollectionNotificationInfo.GARBAGE_COLLECTION_NOTIFICATION)) {
            long after = GarbageCollectionNotificationInfo.from((CompositeData) notification.getUserData())
                    .getGcInfo()
                    .getMemoryUsageAfterGc()
                    .entrySet()
                    .stream()
                    .filter(pool -> !pool.getKey().contains("Meta")
                            && !pool.getKey().contains("Code")
                            && !pool.getKey().contains("Class"))
                    .map(java.util.Map.Entry::getValue)
                    .mapToLong(MemoryUsage::getUsed)
                    .sum();
            most.accumulateAndGet(after, Math::max);
        }
    }

    /** Above what was in use at the beginning, in megabytes. */
    long growth() {
        return Math.max(0, Math.max(most.get(), used()) - before) >> 20;
    }

    @Override
    public void close() throws Exception {
        for (GarbageCollectorMXBean collector : ManagementFactory.getGarbageCollectorMXBeans()) {
            ((NotificationEmitter) collector).removeNotificationListener(listener);
        }
    }
}
