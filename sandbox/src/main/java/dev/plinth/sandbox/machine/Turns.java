package dev.plinth.sandbox.machine;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/** One at a time for each server or group: a change waits for the upkeep that runs, upkeep skips what is being changed. */
public final class Turns {
    private final Map<String, ReentrantLock> locks = new ConcurrentHashMap<>();

    public <T> T alone(String name, Supplier<T> work) {
        var lock = lock(name);
        lock.lock();
        try {
            return work.get();
        } finally {
            lock.unlock();
        }
    }

    public void alone(String name, Runnable work) {
        alone(name, () -> {
            work.run();
            return true;
        });
    }

    /** Does nothing while somebody else is at it. */
    public void ifFree(String name, Runnable work) {
        var lock = lock(name);
        if (lock.tryLock()) {
            try {
                work.run();
            } finally {
                lock.unlock();
            }
        }
    }

    private ReentrantLock lock(String name) {
        return locks.computeIfAbsent(name, ignored -> new ReentrantLock());
    }
}
