package dev.plinth.sandbox;

import static dev.plinth.sandbox.RunningCloud.outputs;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A load balancer that is not on the internet stands at an address of its own. */
final class InternalBalancerIT {
    @TempDir
    private Path folder = Path.of("");

    @Test
    void anInternalOneAnswersAtItsOwnAddressOnTheDeclaredPortAlsoBesideAnother() throws Exception {
        try (var cloud = new RunningCloud(folder)) {
            var first = balancer(cloud, "first");
            var second = balancer(cloud, "second");

            assertThat(first.getHost()).startsWith("127.77.").isNotEqualTo(second.getHost());
            assertThat(first.getPort()).isEqualTo(second.getPort());
            assertThat(get(cloud, first)).isEqualTo("first");
            assertThat(get(cloud, second)).isEqualTo("second");
            cloud.restart();
            assertThat(get(cloud, first)).isEqualTo("first");
        }
    }

    private static URI balancer(RunningCloud cloud, String name) {
        var balancer = cloud.create("aws:lb/loadBalancer:LoadBalancer", name, "internal", true);
        var response = Map.of("contentType", "text/plain", "statusCode", "200", "messageBody", name);
        var listener = cloud.create(
                "aws:lb/listener:Listener",
                name,
                "loadBalancerArn",
                balancer.id(),
                "port",
                18080,
                "protocol",
                "HTTP",
                "defaultActions",
                List.of(Map.of("type", "fixed-response", "fixedResponse", response)));
        return URI.create("http://%s:%d/"
                .formatted(
                        outputs(balancer).text("dnsName").orElseThrow(),
                        outputs(listener).whole("port").orElseThrow()));
    }

    private static String get(RunningCloud cloud, URI address) throws Exception {
        try (var client = cloud.client().build()) {
            return client.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString())
                    .body();
        }
    }
}
