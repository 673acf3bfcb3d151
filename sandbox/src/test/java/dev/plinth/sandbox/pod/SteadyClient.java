package dev.plinth.sandbox.pod;

import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/** Asks the pods that have traffic without a pause; moving waits for what is in flight, as a load balancer does. */
final class SteadyClient implements Traffic {
    private final HttpClient client;
    private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock();
    private final Set<String> answers = ConcurrentHashMap.newKeySet();
    private final Queue<Exception> failures = new ConcurrentLinkedQueue<>();
    private final Thread sender = new Thread(this::send);
    private volatile List<PodStatus> pods = List.of();
    private volatile boolean open = true;

    SteadyClient(HttpClient client) {
        this.client = client;
    }

    @Override
    public void moveTo(List<PodStatus> ready) {
        lock.writeLock().lock();
        try {
            pods = List.copyOf(ready);
        } finally {
            lock.writeLock().unlock();
        }
    }

    void start() {
        sender.start();
    }

    void stop() throws InterruptedException {
        open = false;
        sender.join();
    }

    Set<String> answers() {
        return answers;
    }

    Queue<Exception> failures() {
        return failures;
    }

    private void send() {
        while (open) {
            lock.readLock().lock();
            try {
                pods.forEach(pod -> answers.add(PodGround.get(client, pod.endpoint(8080), "mode")));
            } catch (UncheckedIOException e) {
                failures.add(e);
            } finally {
                lock.readLock().unlock();
            }
        }
    }
}
