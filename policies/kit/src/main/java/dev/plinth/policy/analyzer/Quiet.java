package dev.plinth.policy.analyzer;

import io.grpc.netty.shaded.io.netty.util.internal.logging.InternalLoggerFactory;
import io.grpc.netty.shaded.io.netty.util.internal.logging.JdkLoggerFactory;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Keeps libraries from writing to stderr, which the engine shows to the user as the pack's words. */
final class Quiet {
    /** Held here: the logging system forgets the level of a logger that nobody holds. */
    private static final Logger GRPC = Logger.getLogger("io.grpc");

    private Quiet() {}

    static void start() {
        GRPC.setLevel(Level.OFF);
        // Loopback needs neither; the JDK warns of both.
        System.setProperty("io.grpc.netty.shaded.io.netty.noUnsafe", "true");
        System.setProperty("io.grpc.netty.shaded.io.netty.transport.noNative", "true");
        // Otherwise it looks for SLF4J first, finds the SDK's without a logger, and says so.
        InternalLoggerFactory.setDefaultFactory(JdkLoggerFactory.INSTANCE);
    }
}
