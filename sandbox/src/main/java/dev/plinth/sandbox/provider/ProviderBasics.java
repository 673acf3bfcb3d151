package dev.plinth.sandbox.provider;

import com.google.protobuf.Empty;
import com.pulumi.aws.Utilities;
import dev.plinth.sandbox.check.Failure;
import dev.plinth.sandbox.resource.Invokes;
import dev.plinth.sandbox.state.Urn;
import dev.plinth.sandbox.value.StructCodec;
import io.grpc.stub.StreamObserver;
import pulumirpc.Plugin.PluginAttach;
import pulumirpc.Plugin.PluginInfo;
import pulumirpc.Provider.CheckFailure;
import pulumirpc.Provider.CheckRequest;
import pulumirpc.Provider.CheckResponse;
import pulumirpc.Provider.ConfigureRequest;
import pulumirpc.Provider.ConfigureResponse;
import pulumirpc.Provider.DiffRequest;
import pulumirpc.Provider.DiffResponse;
import pulumirpc.Provider.GetSchemaRequest;
import pulumirpc.Provider.GetSchemaResponse;
import pulumirpc.Provider.InvokeRequest;
import pulumirpc.Provider.InvokeResponse;
import pulumirpc.Provider.ProviderHandshakeRequest;
import pulumirpc.Provider.ProviderHandshakeResponse;
import pulumirpc.ResourceProviderGrpc.ResourceProviderImplBase;

/** The part of the protocol that is about the providers themselves: who they are, their options, their functions. */
abstract class ProviderBasics extends ResourceProviderImplBase {
    private final ProviderOptions options;
    private final Invokes invokes;

    ProviderBasics(ProviderOptions options, Invokes invokes) {
        this.options = options;
        this.invokes = invokes;
    }

    @Override
    public void handshake(ProviderHandshakeRequest request, StreamObserver<ProviderHandshakeResponse> observer) {
        Replies.reply(
                "handshake",
                observer,
                () -> ProviderHandshakeResponse.newBuilder()
                        .setAcceptSecrets(true)
                        .build());
    }

    @Override
    public void getPluginInfo(Empty request, StreamObserver<PluginInfo> observer) {
        // One server stands for three packages: the engine warns of any that is older than its SDK, and aws is the
        // newest.
        Replies.reply(
                "plugin",
                observer,
                () -> PluginInfo.newBuilder().setVersion(Utilities.getVersion()).build());
    }

    @Override
    public void attach(PluginAttach request, StreamObserver<Empty> observer) {
        Replies.reply("attach", observer, Empty::getDefaultInstance);
    }

    @Override
    public void cancel(Empty request, StreamObserver<Empty> observer) {
        Replies.reply("cancel", observer, Empty::getDefaultInstance);
    }

    @Override
    public void getSchema(GetSchemaRequest request, StreamObserver<GetSchemaResponse> observer) {
        Replies.reply(
                "schema",
                observer,
                () -> GetSchemaResponse.newBuilder().setSchema("{}").build());
    }

    @Override
    public void checkConfig(CheckRequest request, StreamObserver<CheckResponse> observer) {
        Replies.reply(request.getUrn(), observer, () -> {
            var response = CheckResponse.newBuilder().setInputs(request.getNews());
            options.check(new Urn(request.getUrn()), StructCodec.fields(request.getNews())).stream()
                    .map(ProviderBasics::failure)
                    .forEach(response::addFailures);
            return response.build();
        });
    }

    @Override
    public void diffConfig(DiffRequest request, StreamObserver<DiffResponse> observer) {
        Replies.reply(
                request.getUrn(),
                observer,
                () -> Differences.options(
                        StructCodec.fields(request.getOldInputs()), StructCodec.fields(request.getNews())));
    }

    @Override
    public void configure(ConfigureRequest request, StreamObserver<ConfigureResponse> observer) {
        var session = Sessions.current();
        Replies.reply("configure", observer, () -> {
            session.configure(StructCodec.fields(request.getArgs()));
            return ConfigureResponse.newBuilder()
                    .setAcceptSecrets(true)
                    .setSupportsPreview(true)
                    .build();
        });
    }

    @Override
    public void invoke(InvokeRequest request, StreamObserver<InvokeResponse> observer) {
        var session = Sessions.current();
        Replies.reply(
                request.getTok(),
                observer,
                () -> InvokeResponse.newBuilder()
                        .setReturn(StructCodec.struct(invokes.call(
                                request.getTok(), StructCodec.fields(request.getArgs()), session.settings())))
                        .build());
    }

    /**
     * The path stands in the reason and not in the field for it: of a property that is named there the engine prints the
     * value, even of a secret.
     */
    static CheckFailure failure(Failure failure) {
        return CheckFailure.newBuilder().setReason(failure.message()).build();
    }
}
