package dev.plinth.sandbox.provider;

import com.google.protobuf.Empty;
import dev.plinth.sandbox.resource.Invokes;
import dev.plinth.sandbox.resource.Lifecycle;
import dev.plinth.sandbox.resource.Lifecycle.Previous;
import dev.plinth.sandbox.resource.NameSeed;
import dev.plinth.sandbox.state.Urn;
import dev.plinth.sandbox.value.StructCodec;
import io.grpc.stub.StreamObserver;
import pulumirpc.Provider.CheckRequest;
import pulumirpc.Provider.CheckResponse;
import pulumirpc.Provider.CreateRequest;
import pulumirpc.Provider.CreateResponse;
import pulumirpc.Provider.DeleteRequest;
import pulumirpc.Provider.DiffRequest;
import pulumirpc.Provider.DiffResponse;
import pulumirpc.Provider.ReadRequest;
import pulumirpc.Provider.ReadResponse;
import pulumirpc.Provider.UpdateRequest;
import pulumirpc.Provider.UpdateResponse;

/** The provider protocol for aws, kubernetes and docker. Decodes, delegates and encodes; decides nothing. */
public final class SandboxProvider extends ProviderBasics {
    private final Lifecycle lifecycle;

    public SandboxProvider(Lifecycle lifecycle, ProviderOptions options, Invokes invokes) {
        super(options, invokes);
        this.lifecycle = lifecycle;
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
            checked.failures().stream().map(ProviderBasics::failure).forEach(response::addFailures);
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
                var outputs = lifecycle.previewCreate(urn, inputs, session.settings());
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

    private static Previous previous(UpdateRequest request) {
        return new Previous(StructCodec.fields(request.getOldInputs()), StructCodec.fields(request.getOlds()));
    }
}
