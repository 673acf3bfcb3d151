package dev.plinth.sandbox.provider;

import com.google.protobuf.Empty;
import com.pulumi.aws.Utilities;
import dev.plinth.sandbox.check.Failure;
import dev.plinth.sandbox.resource.Invokes;
import dev.plinth.sandbox.resource.Lifecycle;
import dev.plinth.sandbox.resource.Lifecycle.Previous;
import dev.plinth.sandbox.resource.NameSeed;
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
import pulumirpc.Provider.CreateRequest;
import pulumirpc.Provider.CreateResponse;
import pulumirpc.Provider.DeleteRequest;
import pulumirpc.Provider.DiffRequest;
import pulumirpc.Provider.DiffResponse;
import pulumirpc.Provider.GetSchemaRequest;
import pulumirpc.Provider.GetSchemaResponse;
import pulumirpc.Provider.InvokeRequest;
import pulumirpc.Provider.InvokeResponse;
import pulumirpc.Provider.ProviderHandshakeRequest;
import pulumirpc.Provider.ProviderHandshakeResponse;
import pulumirpc.Provider.ReadRequest;
import pulumirpc.Provider.ReadResponse;
import pulumirpc.Provider.UpdateRequest;
import pulumirpc.Provider.UpdateResponse;
import pulumirpc.ResourceProviderGrpc.ResourceProviderImplBase;

/** The provider protocol for aws, kubernetes and docker. Decodes, delegates and encodes; decides nothing. */
public final class SandboxProvider extends ResourceProviderImplBase {
    private final Lifecycle lifecycle;
    private final ProviderOptions options;
    private final Invokes invokes;

    public SandboxProvider(Lifecycle lifecycle, ProviderOptions options, Invokes invokes) {
        this.lifecycle = lifecycle;
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
                    .map(SandboxProvider::failure)
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
    public void check(CheckRequest request, StreamObserver<CheckResponse> observer) {
        var session = Sessions.current();
        var urn = new Urn(request.getUrn());
        Replies.reply(urn.described(), observer, () -> {
            var before = StructCodec.fields(request.getOlds());
            if (!before.entries().isEmpty()) {
                session.knows(urn);
            }
            var seed = new NameSeed(request.getRandomSeed().toStringUtf8());
            var checked = lifecycle.check(urn, before, StructCodec.fields(request.getNews()), seed, session.settings());
            var response = CheckResponse.newBuilder().setInputs(StructCodec.struct(checked.inputs()));
            checked.failures().stream().map(SandboxProvider::failure).forEach(response::addFailures);
            return response.build();
        });
    }

    @Override
    public void diff(DiffRequest request, StreamObserver<DiffResponse> observer) {
        var session = Sessions.current();
        var urn = new Urn(request.getUrn());
        Replies.reply(urn.described(), observer, () -> {
            session.knows(urn);
            var before = StructCodec.fields(request.getOldInputs());
            var difference = lifecycle.diff(urn, before, StructCodec.fields(request.getNews()), session.settings());
            return Differences.response(difference, request.getIgnoreChangesList());
        });
    }

    @Override
    public void create(CreateRequest request, StreamObserver<CreateResponse> observer) {
        var session = Sessions.current();
        var urn = new Urn(request.getUrn());
        Replies.reply(urn.described(), observer, () -> {
            var inputs = StructCodec.fields(request.getProperties());
            if (request.getPreview()) {
                var outputs = lifecycle.previewCreate(urn, inputs);
                return CreateResponse.newBuilder()
                        .setProperties(StructCodec.struct(outputs))
                        .build();
            }
            var made = lifecycle.create(urn, inputs, session.settings(), session.replaces(urn));
            return CreateResponse.newBuilder()
                    .setId(made.id())
                    .setProperties(StructCodec.struct(made.outputs()))
                    .build();
        });
    }

    @Override
    public void update(UpdateRequest request, StreamObserver<UpdateResponse> observer) {
        var session = Sessions.current();
        var urn = new Urn(request.getUrn());
        Replies.reply(urn.described(), observer, () -> {
            var inputs = StructCodec.fields(request.getNews());
            var outputs = request.getPreview()
                    ? lifecycle.previewUpdate(urn, previous(request), inputs, session.settings())
                    : lifecycle.update(urn, request.getId(), inputs, session.settings());
            return UpdateResponse.newBuilder()
                    .setProperties(StructCodec.struct(outputs))
                    .build();
        });
    }

    @Override
    public void read(ReadRequest request, StreamObserver<ReadResponse> observer) {
        var urn = new Urn(request.getUrn());
        Replies.reply(
                urn.described(),
                observer,
                () -> lifecycle
                        .read(urn, request.getId())
                        .map(found -> ReadResponse.newBuilder()
                                .setId(found.id())
                                .setInputs(StructCodec.struct(found.inputs()))
                                .setProperties(StructCodec.struct(found.outputs()))
                                .build())
                        .orElseGet(ReadResponse::getDefaultInstance));
    }

    @Override
    public void delete(DeleteRequest request, StreamObserver<Empty> observer) {
        var urn = new Urn(request.getUrn());
        Replies.reply(urn.described(), observer, () -> {
            lifecycle.delete(urn, request.getId());
            return Empty.getDefaultInstance();
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

    private static Previous previous(UpdateRequest request) {
        return new Previous(StructCodec.fields(request.getOldInputs()), StructCodec.fields(request.getOlds()));
    }

    private static CheckFailure failure(Failure failure) {
        return CheckFailure.newBuilder()
                .setProperty(failure.path())
                .setReason(failure.message())
                .build();
    }
}
