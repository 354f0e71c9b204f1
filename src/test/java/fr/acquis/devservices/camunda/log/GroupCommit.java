package fr.acquis.devservices.camunda.log;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The one thread that writes: everything that arrived while it forced the last group is the next group. */
final class GroupCommit {

    private static final Logger LOG = LoggerFactory.getLogger(GroupCommit.class);
    private static final int GROUP_BYTES = 4 << 20;
    private static final long WAITING_BYTES = 64L << 20;
    private static final long LONGEST_PAUSE_MILLIS = 1_000;

    private final FileLog log;
    private final Disk disk;
    private final int segmentBytes;
    private final Thread thread;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition work = lock.newCondition();
    private final Condition room = lock.newCondition();
    private final Deque<Block> waiting = new ArrayDeque<>();
    private final Deque<Awaited> awaited = new ArrayDeque<>();
    private long waitingBytes;
    private boolean closing;

    private Segment active;
    private volatile long appended;
    private volatile long durable;
    private volatile long written;
    private volatile String trouble;

    private record Awaited(long position, Runnable action) {}

    GroupCommit(FileLog log, Disk disk, int segmentBytes, Segment active) {
        this.log = log;
        this.disk = disk;
        this.segmentBytes = segmentBytes;
        this.active = active;
        this.durable = active == null ? -1 : active.highest();
        this.appended = durable;
        this.thread = Thread.ofPlatform().name("engine-log").daemon().start(this::run);
    }

    void append(Block block) {
        lock.lock();
        try {
            // A disk that takes nothing must not fill the heap instead: the engine stands still until it heals.
            while (waitingBytes > WAITING_BYTES && !closing) {
                room.awaitUninterruptibly();
            }
            waiting.add(block);
            waitingBytes += block.length();
            appended = block.highest;
            work.signal();
        } finally {
            lock.unlock();
        }
        block.listener.onWrite(block.highest, block.highest);
    }

    void whenDurable(long position, Runnable action) {
        lock.lock();
        try {
            if (position > durable) {
                awaited.add(new Awaited(position, action));
                return;
            }
        } finally {
            lock.unlock();
        }
        action.run();
    }

    private void run() {
        while (true) {
            List<Block> group = nextGroup();
            if (group.isEmpty()) {
                return;
            }
            long bytes = write(group);
            if (bytes < 0) {
                return;
            }
            active.add(group);
            written += bytes;
            durable = group.getLast().highest;
            announce(group);
        }
    }

    private List<Block> nextGroup() {
        lock.lock();
        try {
            while (waiting.isEmpty() && !closing) {
                work.awaitUninterruptibly();
            }
            List<Block> group = new ArrayList<>();
            int bytes = 0;
            while (!waiting.isEmpty() && bytes < GROUP_BYTES) {
                Block block = waiting.poll();
                group.add(block);
                bytes += block.length();
            }
            waitingBytes -= bytes;
            room.signalAll();
            return group;
        } finally {
            lock.unlock();
        }
    }

    /** The bytes written, or -1 when closed while the disk still refused. */
    private long write(List<Block> group) {
        for (long pause = 10; ; pause = Math.min(pause * 2, LONGEST_PAUSE_MILLIS)) {
            try {
                if (active == null || active.size() >= segmentBytes) {
                    active = log.roll(group.getFirst().lowest);
                }
                ByteBuffer[] buffers =
                        group.stream().map(block -> block.sealed(durable)).toArray(ByteBuffer[]::new);
                long bytes = group.stream().mapToLong(Block::length).sum();
                disk.write(active.channel, buffers, active.size());
                disk.force(active.channel);
                healed();
                return bytes;
            } catch (IOException failed) {
                suffer(failed);
                if (!pause(pause)) {
                    LOG.error("The engine stops with records it could not write; none of them was acknowledged");
                    return -1;
                }
            }
        }
    }

    private void suffer(IOException failed) {
        if (trouble == null) {
            LOG.error("The engine's log cannot be written, commands are refused until it can: {}", failed.toString());
        }
        trouble = failed.getMessage() == null ? failed.toString() : failed.getMessage();
        try {
            // What half of the group left behind must not be taken for a torn end with something after it.
            if (active != null) {
                active.channel.truncate(active.size());
            }
        } catch (IOException alsoFailed) {
            LOG.debug("The half-written end stays until the next attempt overwrites it", alsoFailed);
        }
    }

    private void healed() {
        if (trouble != null) {
            LOG.warn("The engine's log can be written again");
            trouble = null;
        }
    }

    private boolean pause(long millis) {
        lock.lock();
        try {
            long nanos = TimeUnit.MILLISECONDS.toNanos(millis);
            while (nanos > 0 && !closing) {
                nanos = work.awaitNanos(nanos);
            }
            return !closing;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            lock.unlock();
        }
    }

    private void announce(List<Block> group) {
        for (Block block : group) {
            block.listener.onCommit(block.highest, block.highest);
        }
        log.announce();
        for (Runnable action : reached()) {
            action.run();
        }
    }

    private List<Runnable> reached() {
        lock.lock();
        try {
            List<Runnable> actions = new ArrayList<>();
            while (!awaited.isEmpty() && awaited.peek().position() <= durable) {
                actions.add(awaited.poll().action());
            }
            return actions;
        } finally {
            lock.unlock();
        }
    }

    long appended() {
        return appended;
    }

    long durable() {
        return durable;
    }

    long written() {
        return written;
    }

    Optional<String> trouble() {
        return Optional.ofNullable(trouble);
    }

    void close() {
        lock.lock();
        try {
            closing = true;
            work.signalAll();
            room.signalAll();
        } finally {
            lock.unlock();
        }
        try {
            thread.join();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
