package dev.plinth.infra.cluster;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;
import java.util.Map;

/**
 * How a cluster is reached. It holds no credentials: whoever uses it signs in as who they are in AWS at that moment.
 *
 * @param authority the certificate that the cluster's API is known by, in base64
 */
record Kubeconfig(String clusterName, String region, String endpoint, String authority) {
    /** Always the same text for the same cluster. */
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();

    /** The document as kubectl takes it. */
    String json() {
        var config = Map.of(
                "apiVersion",
                "v1",
                "kind",
                "Config",
                "current-context",
                clusterName,
                "contexts",
                List.of(Map.of("name", clusterName, "context", Map.of("cluster", clusterName, "user", clusterName))),
                "clusters",
                List.of(Map.of(
                        "name",
                        clusterName,
                        "cluster",
                        Map.of("server", endpoint, "certificate-authority-data", authority))),
                "users",
                List.of(Map.of("name", clusterName, "user", Map.of("exec", token()))));
        try {
            return JSON.writeValueAsString(config);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("texts are always JSON", e);
        }
    }

    private Map<String, Object> token() {
        return Map.of(
                "apiVersion",
                "client.authentication.k8s.io/v1",
                // This version of the interface demands to know that nobody will be asked for anything.
                "interactiveMode",
                "Never",
                "command",
                "aws",
                "args",
                List.of("eks", "get-token", "--cluster-name", clusterName, "--region", region));
    }
}
