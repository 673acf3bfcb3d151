package dev.plinth.sandbox.proxy;

import dev.plinth.sandbox.disk.Json;
import dev.plinth.sandbox.machine.MachineException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** Talks to the control port of a load balancer process. */
final class ControlClient {
    private static final Duration TIMEOUT = Duration.ofSeconds(60);
    private static final int OK = 200;

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    ProxyStatus apply(Control control, ProxyConfiguration configuration) {
        var request = request(control, Control.CONFIGURATION)
                .PUT(HttpRequest.BodyPublishers.ofString(Json.text(configuration)))
                .build();
        try {
            HttpResponse<String> response = send(request);
            if (response.statusCode() != OK) {
                throw new MachineException("the configuration is refused: " + response.body());
            }
            return Json.parse(response.body(), ProxyStatus.class);
        } catch (IOException e) {
            throw new MachineException("the process does not take the configuration: " + e, e);
        }
    }

    ProxyStatus status(Control control) throws IOException {
        HttpResponse<String> response =
                send(request(control, Control.STATUS).GET().build());
        if (response.statusCode() != OK) {
            throw new IOException("the process answers %d: %s".formatted(response.statusCode(), response.body()));
        }
        return Json.parse(response.body(), ProxyStatus.class);
    }

    ProxyTraffic traffic(Control control, long from, long until) throws IOException {
        var place = "%s?from=%d&until=%d".formatted(Control.TRAFFIC, from, until);
        HttpResponse<String> response = send(request(control, place).GET().build());
        if (response.statusCode() != OK) {
            throw new IOException("the process answers %d: %s".formatted(response.statusCode(), response.body()));
        }
        return Json.parse(response.body(), ProxyTraffic.class);
    }

    private HttpResponse<String> send(HttpRequest request) throws IOException {
        try {
            return client.send(request, BodyHandlers.ofString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new MachineException("interrupted while steering a load balancer", e);
        }
    }

    private static HttpRequest.Builder request(Control control, String path) {
        return HttpRequest.newBuilder(URI.create("http://" + control.endpoint() + path))
                .timeout(TIMEOUT)
                .header("Authorization", "Bearer " + control.token());
    }
}
