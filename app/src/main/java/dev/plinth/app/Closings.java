package dev.plinth.app;

import static java.lang.System.Logger.Level.WARNING;

import java.util.ArrayDeque;
import java.util.Deque;

/** What was opened and how to close it, the last opened first. One that fails does not keep the others open. */
final class Closings {
    private static final System.Logger LOG = System.getLogger(Closings.class.getName());

    private final Deque<Runnable> closings = new ArrayDeque<>();

    void add(Runnable closing) {
        closings.push(closing);
    }

    void closeAll() {
        while (!closings.isEmpty()) {
            try {
                closings.pop().run();
            } catch (RuntimeException failure) {
                LOG.log(WARNING, "A part could not be closed", failure);
            }
        }
    }
}
