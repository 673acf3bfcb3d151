package dev.plinth.ops.cloud;

import java.util.List;
import java.util.Objects;
import software.amazon.awssdk.services.elasticache.ElastiCacheClient;
import software.amazon.awssdk.services.elasticache.model.NodeGroupMember;
import software.amazon.awssdk.services.elasticache.model.ReplicationGroup;

/** Groups of cache nodes, each with one primary. */
public final class Caches {
    private final ElastiCacheClient client;

    Caches(ElastiCacheClient client) {
        this.client = client;
    }

    /**
     * A group of one shard.
     *
     * @param shard its name within the group
     * @param primary the node that takes writes; empty while none does
     */
    public record Group(String identifier, String status, String shard, String primary, List<String> nodes) {
        public Group {
            nodes = List.copyOf(nodes);
        }

        public boolean isAvailable() {
            return status.equals("available");
        }
    }

    public Group group(String identifier) {
        return Permissions.ask(
                "elasticache:DescribeReplicationGroups",
                identifier,
                () -> read(client.describeReplicationGroups(request -> request.replicationGroupId(identifier))
                        .replicationGroups()
                        .getFirst()));
    }

    /** Lets the primary of the group's shard fail, so that a replica takes over; it goes on after this returns. */
    public void failOver(Group group) {
        Permissions.carryOut(
                "elasticache:TestFailover",
                group.identifier(),
                () -> client.testFailover(request ->
                        request.replicationGroupId(group.identifier()).nodeGroupId(group.shard())));
    }

    /** Adds a token beside the present one, both of which are good then. */
    public void addToken(String identifier, String token) {
        changeToken(identifier, token, "ROTATE");
    }

    /** Makes a token, which must be good already, the only one. */
    public void keepOnlyToken(String identifier, String token) {
        changeToken(identifier, token, "SET");
    }

    private void changeToken(String identifier, String token, String strategy) {
        Permissions.carryOut(
                "elasticache:ModifyReplicationGroup",
                identifier,
                () -> client.modifyReplicationGroup(request -> request.replicationGroupId(identifier)
                        .authToken(token)
                        .authTokenUpdateStrategy(strategy)
                        .applyImmediately(true)));
    }

    private static Group read(ReplicationGroup group) {
        var shard = group.nodeGroups().getFirst();
        return new Group(
                group.replicationGroupId(),
                group.status(),
                shard.nodeGroupId(),
                shard.nodeGroupMembers().stream()
                        .filter(node -> "primary".equals(Objects.requireNonNullElse(node.currentRole(), "")))
                        .map(NodeGroupMember::cacheClusterId)
                        .findFirst()
                        .orElse(""),
                shard.nodeGroupMembers().stream()
                        .map(NodeGroupMember::cacheClusterId)
                        .toList());
    }
}
