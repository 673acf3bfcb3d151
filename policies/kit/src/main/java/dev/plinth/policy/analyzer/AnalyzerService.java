package dev.plinth.policy.analyzer;

import com.google.protobuf.Empty;
import dev.plinth.policy.Configuration;
import dev.plinth.policy.PolicyPack;
import dev.plinth.policy.Run;
import io.grpc.Status;
import io.grpc.stub.StreamObserver;
import java.util.List;
import pulumirpc.AnalyzerGrpc.AnalyzerImplBase;
import pulumirpc.AnalyzerOuterClass.AnalyzeRequest;
import pulumirpc.AnalyzerOuterClass.AnalyzeResponse;
import pulumirpc.AnalyzerOuterClass.AnalyzeStackRequest;
import pulumirpc.AnalyzerOuterClass.AnalyzerHandshakeRequest;
import pulumirpc.AnalyzerOuterClass.AnalyzerHandshakeResponse;
import pulumirpc.AnalyzerOuterClass.AnalyzerInfo;
import pulumirpc.AnalyzerOuterClass.AnalyzerStackConfigureRequest;
import pulumirpc.AnalyzerOuterClass.AnalyzerStackConfigureResponse;
import pulumirpc.AnalyzerOuterClass.ConfigureAnalyzerRequest;
import pulumirpc.AnalyzerOuterClass.RemediateResponse;
import pulumirpc.Plugin.PluginInfo;

/**
 * Answers the engine. Whatever a rule does is a finding: an error from here would end the deployment without telling
 * what the other rules found.
 */
final class AnalyzerService extends AnalyzerImplBase {
    private final PolicyPack pack;
    private final AnalyzerInfo info;
    private Run run = Run.UNKNOWN;
    private Configuration configuration = Configuration.NONE;
    private volatile Judge judge;
    private volatile boolean cancelled;

    AnalyzerService(PolicyPack pack) {
        this.pack = pack;
        this.info = Introduction.of(pack);
        this.judge = new Judge(pack, configuration, run);
    }

    @Override
    public void handshake(AnalyzerHandshakeRequest request, StreamObserver<AnalyzerHandshakeResponse> observer) {
        send(AnalyzerHandshakeResponse.getDefaultInstance(), observer);
    }

    @Override
    public void getPluginInfo(Empty request, StreamObserver<PluginInfo> observer) {
        send(PluginInfo.newBuilder().setVersion(pack.version()).build(), observer);
    }

    @Override
    public void getAnalyzerInfo(Empty request, StreamObserver<AnalyzerInfo> observer) {
        send(info, observer);
    }

    /** The request also holds the stack's configuration in plain text, which no rule needs to see. */
    @Override
    public synchronized void configureStack(
            AnalyzerStackConfigureRequest request, StreamObserver<AnalyzerStackConfigureResponse> observer) {
        start(Wire.run(request), configuration);
        send(AnalyzerStackConfigureResponse.getDefaultInstance(), observer);
    }

    @Override
    public synchronized void configure(ConfigureAnalyzerRequest request, StreamObserver<Empty> observer) {
        Configuration configured = Wire.configuration(request);
        List<String> mistakes = configured.mistakesFor(pack);
        if (mistakes.isEmpty()) {
            start(run, configured);
            send(Empty.getDefaultInstance(), observer);
        } else {
            observer.onError(Status.INVALID_ARGUMENT
                    .withDescription(String.join("\n", mistakes))
                    .asRuntimeException());
        }
    }

    @Override
    public void analyze(AnalyzeRequest request, StreamObserver<AnalyzeResponse> observer) {
        send(cancelled ? AnalyzeResponse.getDefaultInstance() : judge.analyze(request), observer);
    }

    @Override
    public void analyzeStack(AnalyzeStackRequest request, StreamObserver<AnalyzeResponse> observer) {
        send(cancelled ? AnalyzeResponse.getDefaultInstance() : judge.analyzeStack(request), observer);
    }

    @Override
    public void remediate(AnalyzeRequest request, StreamObserver<RemediateResponse> observer) {
        send(cancelled ? RemediateResponse.getDefaultInstance() : judge.remediate(request), observer);
    }

    /** The engine is giving up the deployment; it ends this process afterwards. */
    @Override
    public void cancel(Empty request, StreamObserver<Empty> observer) {
        cancelled = true;
        send(Empty.getDefaultInstance(), observer);
    }

    private void start(Run newRun, Configuration newConfiguration) {
        run = newRun;
        configuration = newConfiguration;
        judge = new Judge(pack, configuration, run);
    }

    private static <T> void send(T answer, StreamObserver<T> observer) {
        observer.onNext(answer);
        observer.onCompleted();
    }
}
