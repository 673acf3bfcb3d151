package dev.plinth.infra.cache;

import com.pulumi.aws.elasticache.inputs.ParameterGroupParameterArgs;
import java.util.List;
import java.util.TreeMap;

/** How Redis is set up beyond ElastiCache's defaults, which hold for all else. */
final class RedisParameters {
    /** A pod that died without a word is found out after a minute, not after five. */
    private static final String KEEPALIVE_SECONDS = "60";

    private RedisParameters() {}

    static List<ParameterGroupParameterArgs> of(CacheSpec spec) {
        var parameters = new TreeMap<String, String>();
        parameters.put("maxmemory-policy", spec.use().evictionPolicy());
        parameters.put("tcp-keepalive", KEEPALIVE_SECONDS);
        int reserved = reservedPercent(spec.nodeType());
        if (reserved > 0) {
            parameters.put("reserved-memory-percent", String.valueOf(reserved));
        }
        return parameters.entrySet().stream()
                .map(parameter -> ParameterGroupParameterArgs.builder()
                        .name(parameter.getKey())
                        .value(parameter.getValue())
                        .build())
                .toList();
    }

    /**
     * The memory that is kept free for snapshots and replication. The default, a quarter, is too little for the smallest
     * nodes: docs.aws.amazon.com/AmazonElastiCache/latest/dg/redis-memory-management.html.
     *
     * @return 0 for the default
     */
    private static int reservedPercent(String nodeType) {
        return switch (nodeType.substring(nodeType.lastIndexOf('.') + 1)) {
            case "micro" -> 50;
            case "small" -> 30;
            default -> 0;
        };
    }
}
