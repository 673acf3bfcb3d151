package dev.plinth.sandbox;

import com.google.protobuf.ByteString;
import dev.plinth.sandbox.value.StructCodec;
import dev.plinth.sandbox.value.Value.Fields;
import io.grpc.ManagedChannel;
import io.grpc.ManagedChannelBuilder;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import pulumirpc.Provider.CheckRequest;
import pulumirpc.Provider.CheckResponse;
import pulumirpc.Provider.ConfigureRequest;
import pulumirpc.Provider.CreateRequest;
import pulumirpc.Provider.DeleteRequest;
import pulumirpc.Provider.DiffRequest;
import pulumirpc.Provider.DiffResponse;
import pulumirpc.Provider.InvokeRequest;
import pulumirpc.Provider.ReadRequest;
import pulumirpc.Provider.UpdateRequest;
import pulumirpc.ResourceProviderGrpc;
import pulumirpc.ResourceProviderGrpc.ResourceProviderBlockingStub;

/** One run of an engine with one provider: a connection of its own, and the calls in the engine's order. */
final class EngineClient implements AutoCloseable {
    private static final int MESSAGE_BYTES_MAX = 400 << 20;
    private final ManagedChannel channel;
    private final ResourceProviderBlockingStub provider;

    /** A resource that the engine has in its state. */
    record Known(String urn, String id, Fields inputs, Fields outputs) {}

    EngineClient(int port) {
        this.channel = ManagedChannelBuilder.forAddress("127.0.0.1", port)
                .usePlaintext()
                .maxInboundMessageSize(MESSAGE_BYTES_MAX)
                .build();
        this.provider = ResourceProviderGrpc.newBlockingStub(channel).withDeadlineAfter(5, TimeUnit.MINUTES);
    }

    static String urn(String type, String name) {
        return "urn:pulumi:test::sandbox::%s::%s".formatted(type, name);
    }

    EngineClient configured(Fields options) {
        provider.configure(ConfigureRequest.newBuilder()
                .setArgs(StructCodec.struct(options))
                .build());
        return this;
    }

    CheckResponse checkOptions(String packageName, Fields options) {
        return provider.checkConfig(CheckRequest.newBuilder()
                .setUrn(urn("pulumi:providers:" + packageName, "default"))
                .setNews(StructCodec.struct(options))
                .build());
    }

    CheckResponse check(String urn, Fields before, Fields inputs) {
        return provider.check(CheckRequest.newBuilder()
                .setUrn(urn)
                .setOlds(StructCodec.struct(before))
                .setNews(StructCodec.struct(inputs))
                .setRandomSeed(ByteString.copyFromUtf8("seed of " + urn))
                .build());
    }

    Fields preview(String urn, Fields inputs) {
        return StructCodec.fields(provider.create(CreateRequest.newBuilder()
                        .setUrn(urn)
                        .setProperties(StructCodec.struct(checked(urn, Fields.EMPTY, inputs)))
                        .setPreview(true)
                        .build())
                .getProperties());
    }

    /** Checks and creates a resource that the engine does not know. */
    Known create(String urn, Fields inputs) {
        var checked = checked(urn, Fields.EMPTY, inputs);
        var made = provider.create(CreateRequest.newBuilder()
                .setUrn(urn)
                .setProperties(StructCodec.struct(checked))
                .build());
        return new Known(urn, made.getId(), checked, StructCodec.fields(made.getProperties()));
    }

    DiffResponse diff(Known known, Fields inputs, String... ignored) {
        return provider.diff(DiffRequest.newBuilder()
                .setUrn(known.urn())
                .setId(known.id())
                .setOlds(StructCodec.struct(known.outputs()))
                .setOldInputs(StructCodec.struct(known.inputs()))
                .setNews(StructCodec.struct(checked(known.urn(), known.inputs(), inputs)))
                .addAllIgnoreChanges(List.of(ignored))
                .build());
    }

    Known update(Known known, Fields inputs) {
        var checked = checked(known.urn(), known.inputs(), inputs);
        return new Known(known.urn(), known.id(), checked, updated(known, checked, false));
    }

    Fields previewUpdate(Known known, Fields inputs) {
        return updated(known, checked(known.urn(), known.inputs(), inputs), true);
    }

    String read(Known known) {
        return provider.read(ReadRequest.newBuilder()
                        .setUrn(known.urn())
                        .setId(known.id())
                        .build())
                .getId();
    }

    /** As after a refresh: inputs and outputs are those of the cloud. */
    Known refreshed(Known known) {
        var response = provider.read(
                ReadRequest.newBuilder().setUrn(known.urn()).setId(known.id()).build());
        return new Known(
                known.urn(),
                response.getId(),
                StructCodec.fields(response.getInputs()),
                StructCodec.fields(response.getProperties()));
    }

    void delete(Known known) {
        provider.delete(DeleteRequest.newBuilder()
                .setUrn(known.urn())
                .setId(known.id())
                .setProperties(StructCodec.struct(known.outputs()))
                .build());
    }

    Fields invoke(String token, Map<String, ?> arguments) {
        var flat = arguments.entrySet().stream()
                .flatMap(entry -> Stream.of(entry.getKey(), entry.getValue()))
                .toArray();
        return StructCodec.fields(provider.invoke(InvokeRequest.newBuilder()
                        .setTok(token)
                        .setArgs(StructCodec.struct(Inputs.fields(flat)))
                        .build())
                .getReturn());
    }

    @Override
    public void close() {
        channel.shutdownNow();
    }

    private Fields checked(String urn, Fields before, Fields inputs) {
        return StructCodec.fields(check(urn, before, inputs).getInputs());
    }

    private Fields updated(Known known, Fields inputs, boolean preview) {
        return StructCodec.fields(provider.update(UpdateRequest.newBuilder()
                        .setUrn(known.urn())
                        .setId(known.id())
                        .setOlds(StructCodec.struct(known.outputs()))
                        .setOldInputs(StructCodec.struct(known.inputs()))
                        .setNews(StructCodec.struct(inputs))
                        .setPreview(preview)
                        .build())
                .getProperties());
    }
}
