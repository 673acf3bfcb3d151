package dev.plinth.policy.analyzer;

import dev.plinth.policy.PolicyPack;
import dev.plinth.policy.PolicyPackException;
import io.grpc.InsecureServerCredentials;
import io.grpc.Server;
import io.grpc.okhttp.OkHttpServerBuilder;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** The main program of every pack: serves its rules to the engine that started it, until that engine is gone. */
public final class PolicyServer {
    /** What the engine allows itself to send. */
    private static final int MESSAGE_BYTES_MAX = 400 * 1024 * 1024;

    private PolicyServer() {}

    /** Serves the pack; ends the process, with 1 if the pack cannot start. */
    public static void serve(String[] args, Supplier<PolicyPack> pack) {
        // The engine reads the port from the first line; whatever a rule prints later must not look like output.
        PrintStream engine = System.out;
        System.setOut(System.err);
        System.exit(run(args, pack, engine));
    }

    private static int run(String[] args, Supplier<PolicyPack> pack, PrintStream engine) {
        try {
            EngineWatch watch = EngineWatch.of(args);
            Server server = start(pack.get(), watch);
            engine.println(server.getPort());
            engine.flush();
            while (!server.awaitTermination(1, TimeUnit.SECONDS)) {
                if (watch.engineGone()) {
                    server.shutdownNow();
                }
            }
            return 0;
        } catch (RuntimeException | LinkageError | IOException reason) {
            System.err.println("The policy pack cannot start: " + message(reason));
            return 1;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return 0;
        }
    }

    static Server start(PolicyPack pack, EngineWatch watch) throws IOException {
        Quiet.start();
        return OkHttpServerBuilder.forPort(
                        new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), InsecureServerCredentials.create())
                .maxInboundMessageSize(MESSAGE_BYTES_MAX)
                // Rules judge in less time than it takes to hand a request to another thread.
                .directExecutor()
                .addTransportFilter(watch)
                .addService(new AnalyzerService(pack))
                .build()
                .start();
    }

    private static String message(Throwable reason) {
        // Rules keep their properties in constants, so a mistyped name fails a class's initialization.
        Throwable cause =
                reason instanceof ExceptionInInitializerError && reason.getCause() != null ? reason.getCause() : reason;
        return cause instanceof PolicyPackException ? String.valueOf(cause.getMessage()) : cause.toString();
    }
}
