package dev.plinth.sandbox;

import static dev.plinth.sandbox.RunningCloud.outputs;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plinth.sandbox.machine.MachineKind;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.elasticache.ElastiCacheClient;
import software.amazon.awssdk.services.elasticache.model.NodeGroup;

/** A client of ElastiCache sees a group fail over behind one address. */
final class CacheFailoverIT {
    @TempDir
    private Path folder = Path.of("");

    private RunningCloud cloud;
    private RunningApi api;
    private ElastiCacheClient caches;

    @BeforeEach
    void open() throws IOException {
        cloud = new RunningCloud(folder);
        api = new RunningApi(cloud);
        caches = api.client(ElastiCacheClient.builder());
    }

    @AfterEach
    void close() {
        caches.close();
        api.close();
        cloud.close();
    }

    @Test
    void aFailoverChangesThePrimaryAndNotTheAddress() {
        var group = cloud.create(
                "aws:elasticache/replicationGroup:ReplicationGroup",
                "cache",
                "replicationGroupId",
                "cache",
                "description",
                "Cache",
                "nodeType",
                "cache.t4g.micro",
                "numCacheClusters",
                2,
                "automaticFailoverEnabled",
                true,
                "transitEncryptionEnabled",
                true,
                "authToken",
                "correct-horse-battery");
        assertThat(primary()).isEqualTo("cache-001");
        var address = shard().primaryEndpoint().address();
        assertThat(outputs(group).text("primaryEndpointAddress")).contains(address);
        assertThat(cloud.machines())
                .filteredOn(machine -> machine.kind() == MachineKind.CACHE_ENDPOINT)
                .hasSize(1);

        caches.testFailover(request -> request.replicationGroupId("cache").nodeGroupId("0001"));
        assertThat(primary()).isEqualTo("cache-002");
        assertThat(shard().primaryEndpoint().address()).isEqualTo(address);

        caches.modifyReplicationGroup(request -> request.replicationGroupId("cache")
                .authToken("another-token-of-the-cache")
                .authTokenUpdateStrategy("ROTATE"));
        assertThatThrownBy(() -> caches.modifyReplicationGroup(
                        request -> request.replicationGroupId("cache").authToken("short")))
                .hasMessageContaining("expected 16 to 128 characters");
        assertThatThrownBy(() -> caches.testFailover(
                        request -> request.replicationGroupId("none").nodeGroupId("0001")))
                .hasMessageContaining("the sandbox has no cache none");

        cloud.engine().delete(group);
        assertThat(cloud.machines()).isEmpty();
    }

    private NodeGroup shard() {
        return caches.describeReplicationGroups(request -> request.replicationGroupId("cache"))
                .replicationGroups()
                .getFirst()
                .nodeGroups()
                .getFirst();
    }

    private String primary() {
        return shard().nodeGroupMembers().stream()
                .filter(member -> member.currentRole().equals("primary"))
                .findFirst()
                .orElseThrow()
                .cacheClusterId();
    }
}
