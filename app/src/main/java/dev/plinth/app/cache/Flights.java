package dev.plinth.app.cache;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** Lets several threads that want the same at the same time have it made once. */
final class Flights<T> {
    private final Map<String, CompletableFuture<T>> flights = new ConcurrentHashMap<>();

    /** What the work of this name results in, or fails with; {@code shared} is run when another thread did it. */
    T join(String name, Supplier<T> work, Runnable shared) {
        var mine = new CompletableFuture<T>();
        CompletableFuture<T> other = flights.putIfAbsent(name, mine);
        if (other == null) {
            return fly(name, mine, work);
        }
        shared.run();
        return landed(other);
    }

    private T fly(String name, CompletableFuture<T> mine, Supplier<T> work) {
        try {
            T result = work.get();
            mine.complete(result);
            return result;
        } catch (RuntimeException | Error failure) {
            mine.completeExceptionally(failure);
            throw failure;
        } finally {
            flights.remove(name);
        }
    }

    private static <T> T landed(CompletableFuture<T> other) {
        try {
            return other.join();
        } catch (CompletionException failure) {
            if (failure.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw failure;
        }
    }
}
