package dev.plinth.ops.process;

import dev.plinth.ops.Failure;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Ctrl-C and the signals that end a process: children are asked to stop once, and the work gets the time to end in order. */
public final class Interruption {
    private static final long MINUTES_TO_END_MAX = 5;

    private final Set<Process> children = ConcurrentHashMap.newKeySet();
    private final CountDownLatch finished = new CountDownLatch(1);
    private volatile boolean requested;

    /** Listens to the signals of this process from now on, and tells when one is obeyed. */
    public void install(Consumer<String> teller) {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(teller), "interruption"));
    }

    /** Tells that the work is over: from now on the process may end at any moment. */
    public void finished() {
        finished.countDown();
    }

    /** Tells whether a stop was asked for. */
    public boolean isRequested() {
        return requested;
    }

    /** Fails when a stop was asked for: nothing new is to be started then. */
    public void check() {
        if (requested) {
            throw Failure.interrupted();
        }
    }

    /** Sleeps, unless a stop is asked for. */
    public void pause(Duration duration) {
        check();
        try {
            Thread.sleep(duration);
        } catch (InterruptedException e) {
            throw Failure.interrupted();
        }
    }

    /** Waits for a child, which is asked to stop when this process is. */
    public int waitFor(Process child) throws InterruptedException {
        children.add(child);
        try {
            if (requested) {
                child.destroy();
            }
            return child.waitFor();
        } finally {
            children.remove(child);
        }
    }

    /** Runs while the JVM shuts down; the JVM ends when this returns. */
    private void stop(Consumer<String> teller) {
        if (finished.getCount() == 0) {
            return;
        }
        requested = true;
        if (!children.isEmpty()) {
            teller.accept("\nplinth: stopping in order, what is at work is finished first ...");
        }
        children.forEach(Process::destroy);
        try {
            if (!finished.await(MINUTES_TO_END_MAX, TimeUnit.MINUTES)) {
                children.forEach(Process::destroyForcibly);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
