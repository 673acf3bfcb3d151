package dev.plinth.bench;

import com.google.protobuf.Empty;
import com.google.protobuf.Struct;
import io.grpc.ManagedChannel;
import io.grpc.netty.shaded.io.grpc.netty.NettyChannelBuilder;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import pulumirpc.AnalyzerGrpc;
import pulumirpc.AnalyzerGrpc.AnalyzerBlockingStub;
import pulumirpc.AnalyzerOuterClass.AnalyzeDiagnostic;
import pulumirpc.AnalyzerOuterClass.AnalyzeRequest;
import pulumirpc.AnalyzerOuterClass.AnalyzerStackConfigureRequest;
import pulumirpc.AnalyzerOuterClass.EnforcementLevel;

/** A pack that was started as the engine starts one, and that the engine's calls can be made to. */
final class PackProcess implements AutoCloseable {
    private static final int MESSAGE_BYTES_MAX = 400 * 1024 * 1024;
    private static final long SECONDS_TO_END = 10;

    private final ServerSocket engine;
    private final Process process;
    private final double startMillis;
    private final ManagedChannel channel;
    private final AnalyzerBlockingStub pack;

    private PackProcess(ServerSocket engine, Process process, int port, double startMillis) {
        this.engine = engine;
        this.process = process;
        this.startMillis = startMillis;
        this.channel = NettyChannelBuilder.forAddress("127.0.0.1", port)
                .usePlaintext()
                .maxInboundMessageSize(MESSAGE_BYTES_MAX)
                .build();
        this.pack = AnalyzerGrpc.newBlockingStub(channel);
    }

    /** Starts a pack and asks what the engine asks first. */
    static PackProcess start(Contestant contestant) throws IOException {
        // A pack ends when nobody listens at the engine's address.
        var engine = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        var command = Arrays.stream(contestant.command().split(" "))
                .map(word -> word.equals("ENGINE") ? "127.0.0.1:" + engine.getLocalPort() : word)
                .toList();
        long begin = System.nanoTime();
        var process = new ProcessBuilder(command)
                .directory(new File(contestant.folder()))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String port = firstLine(process.inputReader());
        double startMillis = (System.nanoTime() - begin) / 1e6;
        var started = new PackProcess(engine, process, Integer.parseInt(port), startMillis);
        started.greet();
        return started;
    }

    private static String firstLine(BufferedReader output) throws IOException {
        String line = output.readLine();
        if (line == null) {
            throw new IOException("the pack ended before it printed a port");
        }
        return line;
    }

    private void greet() {
        var unused = pack.getAnalyzerInfo(Empty.getDefaultInstance());
        var ignored = pack.configureStack(AnalyzerStackConfigureRequest.newBuilder()
                .setProject("plinth")
                .setStack("production")
                .setDryRun(true)
                .build());
    }

    /** The processor time that the pack has taken so far, on all cores. */
    double cpuMillis() {
        return process.info().totalCpuDuration().map(Duration::toMillis).orElse(0L);
    }

    /** From the start of the process to its port. */
    double startMillis() {
        return startMillis;
    }

    /** The two calls that the engine makes for each resource; how long they took, in microseconds. */
    double analyzeMicros(AnalyzeRequest resource) {
        long begin = System.nanoTime();
        var unused = pack.remediate(resource);
        var ignored = pack.analyze(resource);
        return (System.nanoTime() - begin) / 1e3;
    }

    /** The rules that a resource violates, as it is planned and with nothing set. */
    Set<String> violated(AnalyzeRequest resource) {
        var nothingSet =
                resource.toBuilder().setProperties(Struct.getDefaultInstance()).build();
        var rules = new TreeSet<String>();
        violations(resource).map(rule -> rule + " as planned").forEach(rules::add);
        violations(nothingSet).map(rule -> rule + " with nothing set").forEach(rules::add);
        return rules;
    }

    /** What waits for a value is told as advice, by each of the kits in its own way. */
    private Stream<String> violations(AnalyzeRequest resource) {
        return pack.analyze(resource).getDiagnosticsList().stream()
                .filter(found -> found.getEnforcementLevel() == EnforcementLevel.MANDATORY)
                .map(AnalyzeDiagnostic::getPolicyName);
    }

    @Override
    public void close() throws IOException {
        channel.shutdownNow();
        // Maven, and what it starts.
        process.descendants().forEach(ProcessHandle::destroy);
        process.destroy();
        engine.close();
        try {
            if (!process.waitFor(SECONDS_TO_END, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            process.destroyForcibly();
        }
    }
}
