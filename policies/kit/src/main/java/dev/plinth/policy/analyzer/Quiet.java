package dev.plinth.policy.analyzer;

import java.util.logging.Level;
import java.util.logging.Logger;

/** Keeps libraries from writing to stderr, which the engine shows to the user as the pack's words. */
final class Quiet {
    /** Held here: the logging system forgets the level of a logger that nobody holds. */
    private static final Logger GRPC = Logger.getLogger("io.grpc");

    private Quiet() {}

    static void start() {
        GRPC.setLevel(Level.OFF);
    }
}
