package dev.plinth.bench;

import com.google.protobuf.Empty;
import io.grpc.Server;
import io.grpc.netty.shaded.io.grpc.netty.NettyServerBuilder;
import io.grpc.stub.StreamObserver;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import pulumirpc.AnalyzerGrpc.AnalyzerImplBase;
import pulumirpc.AnalyzerOuterClass.AnalyzeRequest;
import pulumirpc.AnalyzerOuterClass.AnalyzeResponse;
import pulumirpc.AnalyzerOuterClass.AnalyzeStackRequest;
import pulumirpc.AnalyzerOuterClass.AnalyzerInfo;
import pulumirpc.AnalyzerOuterClass.AnalyzerStackConfigureRequest;
import pulumirpc.AnalyzerOuterClass.AnalyzerStackConfigureResponse;
import pulumirpc.AnalyzerOuterClass.ConfigureAnalyzerRequest;
import pulumirpc.AnalyzerOuterClass.RemediateResponse;
import pulumirpc.Plugin.PluginInfo;

/** A pack without rules that keeps what the engine sends; the first argument is the folder to keep it in. */
public final class RecordingPack extends AnalyzerImplBase {
    private static final int MESSAGE_BYTES_MAX = 400 * 1024 * 1024;

    private final Path folder;

    private RecordingPack(Path folder) {
        this.folder = folder;
    }

    /** Serves the pack for as long as the engine, which is the parent of this process, lives. */
    public static void main(String[] args) throws IOException {
        Server server = NettyServerBuilder.forAddress(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
                .maxInboundMessageSize(MESSAGE_BYTES_MAX)
                .addService(new RecordingPack(Path.of(args[0])))
                .build()
                .start();
        System.out.println(server.getPort());
        ProcessHandle.current().parent().ifPresent(engine -> engine.onExit().join());
        server.shutdownNow();
    }

    @Override
    public void getAnalyzerInfo(Empty request, StreamObserver<AnalyzerInfo> observer) {
        send(AnalyzerInfo.newBuilder().setName("recording").setVersion("0.1.0").build(), observer);
    }

    @Override
    public void getPluginInfo(Empty request, StreamObserver<PluginInfo> observer) {
        send(PluginInfo.newBuilder().setVersion("0.1.0").build(), observer);
    }

    @Override
    public void configureStack(
            AnalyzerStackConfigureRequest request, StreamObserver<AnalyzerStackConfigureResponse> observer) {
        send(AnalyzerStackConfigureResponse.getDefaultInstance(), observer);
    }

    @Override
    public void configure(ConfigureAnalyzerRequest request, StreamObserver<Empty> observer) {
        send(Empty.getDefaultInstance(), observer);
    }

    @Override
    public synchronized void analyze(AnalyzeRequest request, StreamObserver<AnalyzeResponse> observer) {
        Recording.append(folder, request);
        send(AnalyzeResponse.getDefaultInstance(), observer);
    }

    @Override
    public synchronized void analyzeStack(AnalyzeStackRequest request, StreamObserver<AnalyzeResponse> observer) {
        Recording.append(folder, request);
        send(AnalyzeResponse.getDefaultInstance(), observer);
    }

    @Override
    public void remediate(AnalyzeRequest request, StreamObserver<RemediateResponse> observer) {
        send(RemediateResponse.getDefaultInstance(), observer);
    }

    private static <T> void send(T answer, StreamObserver<T> observer) {
        observer.onNext(answer);
        observer.onCompleted();
    }
}
