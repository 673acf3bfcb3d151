package dev.plinth.sandbox;

import dev.plinth.sandbox.machine.Pause;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** Somebody who comes from an address of their own, so that no other's requests count as theirs. */
record Visitor(HttpClient client) implements AutoCloseable {
    static Visitor from(RunningCloud cloud, String address) throws IOException {
        return new Visitor(
                cloud.client().localAddress(InetAddress.getByName(address)).build());
    }

    HttpResponse<String> get(URI address) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(address));
    }

    HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(request.build(), BodyHandlers.ofString());
    }

    /** A load balancer finds its target healthy in its own time. */
    HttpResponse<String> eventually(URI address) throws IOException, InterruptedException {
        int triesMax = 100;
        var answer = get(address);
        for (int tries = 0; tries < triesMax && answer.statusCode() == 503; tries++) {
            Pause.of(Duration.ofMillis(200));
            answer = get(address);
        }
        return answer;
    }

    @Override
    public void close() {
        client.close();
    }
}
