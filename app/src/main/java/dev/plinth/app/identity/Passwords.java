package dev.plinth.app.identity;

import dev.plinth.app.crypto.PasswordHashing;
import dev.plinth.app.values.TooManyRequestsException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Hashes and checks passwords, a few at a time: each takes 19 MiB, and strangers may ask for many at once. */
public final class Passwords {
    private static final Duration WAIT_MAX = Duration.ofSeconds(5);

    private final PasswordHashing hashing;
    private final Semaphore places;
    private final Duration waitMax;
    private final String nobodys;

    /** {@code atOnce} bounds how many hashes are computed at the same time. */
    public Passwords(PasswordHashing hashing, int atOnce) {
        this(hashing, atOnce, WAIT_MAX);
    }

    Passwords(PasswordHashing hashing, int atOnce, Duration waitMax) {
        this.hashing = hashing;
        this.waitMax = waitMax;
        this.places = new Semaphore(atOnce, true);
        this.nobodys = hashing.hash("the password of nobody");
    }

    String hash(Password password) {
        return inTurn(() -> hashing.hash(password.value()));
    }

    /** Whether the password is the one of the hash; takes as long when there is no hash, so that nobody can tell. */
    boolean matches(String password, Optional<String> hash) {
        String normalized = Password.normalized(password);
        return inTurn(() -> hashing.matches(normalized, hash.orElse(nobodys))) && hash.isPresent();
    }

    /** A new hash of a password that was found right, when the old one was made with other parameters than today's. */
    Optional<String> rehashed(String password, String hash) {
        return hashing.isOutdated(hash)
                ? Optional.of(inTurn(() -> hashing.hash(Password.normalized(password))))
                : Optional.empty();
    }

    private <T> T inTurn(Supplier<T> work) {
        try {
            if (!places.tryAcquire(waitMax.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new TooManyRequestsException("Too many people sign in at this moment: try again.", WAIT_MAX);
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new TooManyRequestsException("The app is being stopped: try again.", WAIT_MAX);
        }
        try {
            return work.get();
        } finally {
            places.release();
        }
    }
}
