package dev.plinth.sandbox.machine;

import java.time.Duration;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Work that is done again and again beside everything else; a round that fails is told to the log, and the next comes. */
public final class Rounds implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(Rounds.class.getName());
    private final Thread thread;
    private volatile boolean open = true;

    private Rounds(String name, Duration pause, Runnable round) {
        this.thread = new Thread(() -> run(name, pause, round), name);
        this.thread.setDaemon(true);
    }

    /** The first round begins at once, each further one that long after the end of the one before. */
    public static Rounds start(String name, Duration pause, Runnable round) {
        var rounds = new Rounds(name, pause, round);
        rounds.thread.start();
        return rounds;
    }

    /** Returns when the round that is under way has ended. */
    @Override
    public void close() {
        open = false;
        thread.interrupt();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run(String name, Duration pause, Runnable round) {
        var told = "";
        while (open) {
            told = attempt(name, round, told);
            try {
                Thread.sleep(pause);
            } catch (InterruptedException e) {
                // Only close interrupts, and has said so already.
                return;
            }
        }
    }

    /** What the log was told last: a fault that stays is told once. */
    private static String attempt(String name, Runnable round, String told) {
        try {
            round.run();
            return "";
        } catch (RuntimeException e) {
            if (!String.valueOf(e.getMessage()).equals(told)) {
                LOG.log(Level.WARNING, e, () -> "a round of %s failed".formatted(name));
            }
            return String.valueOf(e.getMessage());
        }
    }
}
