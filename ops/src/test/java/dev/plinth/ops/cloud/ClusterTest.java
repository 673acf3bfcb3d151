package dev.plinth.ops.cloud;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plinth.ops.Failure;
import dev.plinth.ops.cloud.Cluster.Pod;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.services.eks.EksClient;

/** What is asked of a Kubernetes cluster; answers are of the shape that its API has. */
final class ClusterTest {
    private static final String PODS = """
            {"kind": "PodList", "apiVersion": "v1", "items": [
              {"metadata": {"name": "api-green-7d4b-x1"},
               "status": {"containerStatuses": [{"name": "api", "restartCount": 2, "ready": true}]}},
              {"metadata": {"name": "api-green-7d4b-x2"}, "status": {"phase": "Pending"}}]}""";

    @Test
    void podsAreToldWithTheirRestarts() {
        try (var api = StubAws.answering(500, "").when("GET /api/v1/pods", PODS)) {
            assertThat(cluster(api).pods("plinth.dev/colour=green"))
                    .containsExactly(new Pod("api-green-7d4b-x1", 2), new Pod("api-green-7d4b-x2", 0));
            assertThat(api.requests()).containsExactly("GET /api/v1/pods?labelSelector=plinth.dev%2Fcolour%3Dgreen");
        }
    }

    @Test
    void aRefusalSaysWhatToDo() {
        try (var api = StubAws.answering(403, "{\"kind\":\"Status\",\"reason\":\"Forbidden\"}")) {
            assertThatThrownBy(() -> cluster(api).pods("a=b"))
                    .isInstanceOf(Failure.class)
                    .hasMessageContaining("status 403");
        }
    }

    @Test
    void theTokenIsASignedRequestToStsThatNamesTheCluster() {
        try (var eks = new Clients(CloudPlace.aws("eu-central-1")).of(EksClient.builder())) {
            var token = new Clusters(eks, "eu-central-1")
                    .token("plinth-staging", AwsBasicCredentials.create("AKIDEXAMPLE", "secret"));

            assertThat(token).startsWith("k8s-aws-v1.").doesNotContain("=");
            var url = new String(
                    Base64.getUrlDecoder().decode(token.substring("k8s-aws-v1.".length())), StandardCharsets.UTF_8);
            assertThat(url)
                    .startsWith("https://sts.eu-central-1.amazonaws.com/?")
                    .contains(
                            "Action=GetCallerIdentity",
                            "X-Amz-Expires=60",
                            "X-Amz-Credential=AKIDEXAMPLE%2F",
                            "X-Amz-SignedHeaders=host%3Bx-k8s-aws-id",
                            "X-Amz-Signature=");
        }
    }

    private static Cluster cluster(StubAws api) {
        var address = api.place().endpoint().orElseThrow().address();
        return new Cluster(URI.create(address.toString()), () -> "token", HttpClient.newHttpClient());
    }
}
