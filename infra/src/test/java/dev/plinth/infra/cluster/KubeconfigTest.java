package dev.plinth.infra.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** How a cluster is reached. */
final class KubeconfigTest {
    private final Kubeconfig kubeconfig =
            new Kubeconfig("plinth-staging-cluster", "eu-central-1", "https://cluster.eks", "authority");

    @Test
    void leadsToTheClusterAndKnowsItsCertificate() throws JsonProcessingException {
        var cluster = parsed().at("/clusters/0/cluster");

        assertThat(cluster.path("server").textValue()).isEqualTo("https://cluster.eks");
        assertThat(cluster.path("certificate-authority-data").textValue()).isEqualTo("authority");
    }

    @Test
    void asksAwsForATokenAndNobodyElseForAnything() throws JsonProcessingException {
        var exec = parsed().at("/users/0/user/exec");

        assertThat(exec.path("apiVersion").textValue()).isEqualTo("client.authentication.k8s.io/v1");
        assertThat(exec.path("interactiveMode").textValue()).isEqualTo("Never");
        assertThat(exec.path("command").textValue()).isEqualTo("aws");
        assertThat(StreamSupport.stream(exec.path("args").spliterator(), false).map(JsonNode::textValue))
                .containsExactly(
                        "eks", "get-token", "--cluster-name", "plinth-staging-cluster", "--region", "eu-central-1");
    }

    @Test
    void usesTheContextThatItHas() throws JsonProcessingException {
        var config = parsed();

        assertThat(config.path("current-context")).isEqualTo(config.at("/contexts/0/name"));
        assertThat(config.at("/contexts/0/context/cluster")).isEqualTo(config.at("/clusters/0/name"));
        assertThat(config.at("/contexts/0/context/user")).isEqualTo(config.at("/users/0/name"));
    }

    private JsonNode parsed() throws JsonProcessingException {
        return new ObjectMapper().readTree(kubeconfig.json());
    }
}
