package dev.plinth.app.http;

import dev.plinth.app.access.Actor;
import io.helidon.http.Header;
import io.helidon.http.HeaderName;
import io.helidon.http.HttpPrologue;
import io.helidon.http.Method;
import io.helidon.http.ServerRequestHeaders;
import io.helidon.http.WritableHeaders;
import io.helidon.http.media.ReadableEntity;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.io.ByteArrayInputStream;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;

/** Calls of operations that came over no connection; of the server's own objects only what is needed is there. */
final class Calls implements AutoCloseable {
    private final Patience patience = new Patience();
    private final WritableHeaders<?> answered = WritableHeaders.create();
    private final ServerResponse response = only(ServerResponse.class, Map.of("header", this::answer));

    /** The headers that were set for whatever the answer will be. */
    WritableHeaders<?> answered() {
        return answered;
    }

    Call post(Actor actor, String address, String body, Header... headers) {
        var prologue = HttpPrologue.create("HTTP/1.1", "HTTP", "1.1", Method.POST, address, false);
        WritableHeaders<?> sent = WritableHeaders.create();
        Arrays.stream(headers).forEach(sent::add);
        ServerRequest request = only(
                ServerRequest.class,
                Map.of(
                        "prologue", args -> prologue,
                        "query", args -> prologue.query(),
                        "headers", args -> ServerRequestHeaders.create(sent),
                        "content", args -> content(body)));
        Operation operation = Operation.change("test", Method.POST, address, new Access.Everyone());
        return new Call(operation, new Exchange(request, response, patience), actor);
    }

    private static ReadableEntity content(String body) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        return only(
                ReadableEntity.class,
                Map.of("hasEntity", args -> bytes.length > 0, "inputStream", args -> new ByteArrayInputStream(bytes)));
    }

    private Object answer(Object... args) {
        answered.set((HeaderName) args[0], (String[]) args[1]);
        return response;
    }

    /** One of an interface that knows these methods only. */
    private static <T> T only(Class<T> type, Map<String, Function<Object[], Object>> methods) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (self, method, args) -> methods.getOrDefault(method.getName(), none -> {
                            throw new UnsupportedOperationException(method.toString());
                        })
                        .apply(args == null ? new Object[0] : args)));
    }

    @Override
    public void close() {
        patience.close();
    }
}
