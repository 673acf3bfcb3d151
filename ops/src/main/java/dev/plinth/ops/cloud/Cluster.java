package dev.plinth.ops.cloud;

import com.fasterxml.jackson.databind.JsonNode;
import dev.plinth.ops.Failure;
import dev.plinth.ops.console.Json;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.StreamSupport;

/** A Kubernetes cluster, by the API of its control plane. */
public final class Cluster {
    private static final Duration ANSWER_MAX = Duration.ofSeconds(10);

    private final URI endpoint;
    private final Supplier<String> token;
    private final HttpClient client;

    /** {@code token} gives a bearer token that is good at that moment; {@code client} trusts the cluster's authority. */
    Cluster(URI endpoint, Supplier<String> token, HttpClient client) {
        this.endpoint = endpoint;
        this.token = token;
        this.client = client;
    }

    /** A pod, and how often any of its containers was started again. */
    public record Pod(String name, int restarts) {}

    /** The pods of all namespaces that have these labels, written as for kubectl. */
    public List<Pod> pods(String labels) {
        var query = "/api/v1/pods?labelSelector=" + URLEncoder.encode(labels, StandardCharsets.UTF_8);
        return StreamSupport.stream(get(query).path("items").spliterator(), false)
                .map(Cluster::pod)
                .toList();
    }

    private JsonNode get(String path) {
        var request = HttpRequest.newBuilder(endpoint.resolve(path))
                .header("Authorization", "Bearer " + token.get())
                .header("Accept", "application/json")
                .timeout(ANSWER_MAX)
                .build();
        try {
            var answer = client.send(request, BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw Failure.failed(
                        "the cluster refuses GET %s: status %d".formatted(path, answer.statusCode()),
                        "let an administrator of the cluster run this command, or grant the role list on pods");
            }
            return Json.mapper().readTree(answer.body());
        } catch (IOException e) {
            throw Failure.failed(
                    "the cluster's API at %s does not answer: %s".formatted(endpoint, e),
                    "run this where its address can be reached, as for plinth up");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Failure.interrupted();
        }
    }

    private static Pod pod(JsonNode pod) {
        var restarts = 0;
        for (var container : pod.at("/status/containerStatuses")) {
            restarts += container.path("restartCount").asInt();
        }
        return new Pod(pod.at("/metadata/name").asText(), restarts);
    }
}
