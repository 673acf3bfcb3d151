package dev.plinth.policy.analyzer;

import com.google.protobuf.Empty;
import dev.plinth.policy.Configuration;
import dev.plinth.policy.EnforcementLevel;
import dev.plinth.policy.Evaluator;
import dev.plinth.policy.Levels;
import dev.plinth.policy.PolicyPack;
import dev.plinth.policy.Run;
import dev.plinth.policy.Verdict;
import io.grpc.Status;
import io.grpc.stub.StreamObserver;
import java.util.HashMap;
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
    private volatile Evaluator evaluator;
    private final Answers answers;
    private volatile boolean cancelled;

    AnalyzerService(PolicyPack pack) {
        this.pack = pack;
        this.evaluator = new Evaluator(pack);
        this.answers = new Answers(pack);
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
        send(answers.info(), observer);
    }

    @Override
    public void configureStack(
            AnalyzerStackConfigureRequest request, StreamObserver<AnalyzerStackConfigureResponse> observer) {
        send(AnalyzerStackConfigureResponse.getDefaultInstance(), observer);
    }

    @Override
    public void configure(ConfigureAnalyzerRequest request, StreamObserver<Empty> observer) {
        var configured = new HashMap<String, EnforcementLevel>();
        request.getPolicyConfigMap()
                .forEach((rule, config) -> configured.put(rule, Answers.level(config.getEnforcementLevel())));
        var mistakes = new Levels(configured).mistakesFor(pack);
        if (mistakes.isEmpty()) {
            evaluator = new Evaluator(pack, Configuration.of(new Levels(configured)), Run.UNKNOWN);
            send(Empty.getDefaultInstance(), observer);
        } else {
            observer.onError(Status.INVALID_ARGUMENT
                    .withDescription(String.join("\n", mistakes))
                    .asRuntimeException());
        }
    }

    @Override
    public void analyze(AnalyzeRequest request, StreamObserver<AnalyzeResponse> observer) {
        Verdict verdict = cancelled ? Verdict.NONE : evaluator.judge(Wire.resource(request));
        send(answers.verdict(verdict), observer);
    }

    @Override
    public void analyzeStack(AnalyzeStackRequest request, StreamObserver<AnalyzeResponse> observer) {
        Verdict verdict = cancelled ? Verdict.NONE : evaluator.judge(Wire.stack(request));
        send(answers.verdict(verdict), observer);
    }

    /** No rule changes a resource. */
    @Override
    public void remediate(AnalyzeRequest request, StreamObserver<RemediateResponse> observer) {
        send(RemediateResponse.getDefaultInstance(), observer);
    }

    /** The engine is giving up the deployment; it ends this process afterwards. */
    @Override
    public void cancel(Empty request, StreamObserver<Empty> observer) {
        cancelled = true;
        send(Empty.getDefaultInstance(), observer);
    }

    private static <T> void send(T answer, StreamObserver<T> observer) {
        observer.onNext(answer);
        observer.onCompleted();
    }
}
