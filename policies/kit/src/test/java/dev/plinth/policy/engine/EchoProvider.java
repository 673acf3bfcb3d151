package dev.plinth.policy.engine;

import com.google.protobuf.Empty;
import com.google.protobuf.Struct;
import com.google.protobuf.Value;
import io.grpc.Server;
import io.grpc.netty.shaded.io.grpc.netty.NettyServerBuilder;
import io.grpc.stub.StreamObserver;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import pulumirpc.Plugin.PluginAttach;
import pulumirpc.Plugin.PluginInfo;
import pulumirpc.Provider.CheckRequest;
import pulumirpc.Provider.CheckResponse;
import pulumirpc.Provider.ConfigureRequest;
import pulumirpc.Provider.ConfigureResponse;
import pulumirpc.Provider.CreateRequest;
import pulumirpc.Provider.CreateResponse;
import pulumirpc.Provider.DiffRequest;
import pulumirpc.Provider.DiffResponse;
import pulumirpc.ResourceProviderGrpc.ResourceProviderImplBase;

/**
 * Gives every resource what it asks for, an id and an ARN. Like a provider made from Terraform's it repeats the id among
 * the outputs, and knows neither before the deployment.
 */
final class EchoProvider extends ResourceProviderImplBase {
    private static final String UNKNOWN = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";
    private static final String VERSION = "6.83.0";

    static Server start() throws IOException {
        return NettyServerBuilder.forAddress(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
                .addService(new EchoProvider())
                .build()
                .start();
    }

    @Override
    public void getPluginInfo(Empty request, StreamObserver<PluginInfo> observer) {
        send(PluginInfo.newBuilder().setVersion(VERSION).build(), observer);
    }

    @Override
    public void attach(PluginAttach request, StreamObserver<Empty> observer) {
        send(Empty.getDefaultInstance(), observer);
    }

    @Override
    public void cancel(Empty request, StreamObserver<Empty> observer) {
        send(Empty.getDefaultInstance(), observer);
    }

    @Override
    public void checkConfig(CheckRequest request, StreamObserver<CheckResponse> observer) {
        check(request, observer);
    }

    @Override
    public void diffConfig(DiffRequest request, StreamObserver<DiffResponse> observer) {
        send(DiffResponse.getDefaultInstance(), observer);
    }

    @Override
    public void configure(ConfigureRequest request, StreamObserver<ConfigureResponse> observer) {
        send(
                ConfigureResponse.newBuilder()
                        .setAcceptSecrets(true)
                        .setSupportsPreview(true)
                        .build(),
                observer);
    }

    @Override
    public void check(CheckRequest request, StreamObserver<CheckResponse> observer) {
        send(CheckResponse.newBuilder().setInputs(request.getNews()).build(), observer);
    }

    @Override
    public void create(CreateRequest request, StreamObserver<CreateResponse> observer) {
        String id = "id-of-" + request.getUrn().substring(request.getUrn().lastIndexOf(':') + 1);
        send(
                CreateResponse.newBuilder()
                        .setId(request.getPreview() ? "" : id)
                        .setProperties(Struct.newBuilder(request.getProperties())
                                .putFields("id", text(request.getPreview() ? UNKNOWN : id))
                                .putFields("arn", text(request.getPreview() ? UNKNOWN : "arn:" + id)))
                        .build(),
                observer);
    }

    private static Value text(String text) {
        return Value.newBuilder().setStringValue(text).build();
    }

    private static <T> void send(T answer, StreamObserver<T> observer) {
        observer.onNext(answer);
        observer.onCompleted();
    }
}
