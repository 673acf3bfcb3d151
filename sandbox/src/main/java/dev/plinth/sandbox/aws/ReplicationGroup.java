package dev.plinth.sandbox.aws;

import dev.plinth.sandbox.redis.RedisGroup;
import dev.plinth.sandbox.redis.RedisSettings;
import dev.plinth.sandbox.redis.RedisSpec;
import dev.plinth.sandbox.resource.Desired;
import dev.plinth.sandbox.resource.MachineNames;
import dev.plinth.sandbox.state.StateStore;
import dev.plinth.sandbox.state.StoredResource;
import dev.plinth.sandbox.value.Properties;
import dev.plinth.sandbox.value.Value;
import dev.plinth.sandbox.value.Value.Fields;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** A replication group: Redis servers on this machine, and an address that leads to the one that takes the writes. */
final class ReplicationGroup extends AwsKind {
    static final String TOKEN = "aws:elasticache/replicationGroup:ReplicationGroup";
    private static final String GROUP = "aws:elasticache/parameterGroup:ParameterGroup";
    private static final int PORT = 6379;
    private final Machinery machinery;

    ReplicationGroup(Machinery machinery) {
        this.machinery = machinery;
    }

    /** What the state says that the group's servers do. */
    static RedisSpec spec(StateStore state, StoredResource group) {
        var inputs = new Properties(group.inputs());
        var parameters = inputs.text("parameterGroupName")
                .flatMap(name -> new ParameterGroups(state, GROUP).named(name))
                .orElse(Map.of());
        int nodes = inputs.whole("numCacheClusters")
                .or(() -> inputs.whole("replicasPerNodeGroup").map(replicas -> replicas + 1))
                .orElse(1);
        var settings = RedisSettings.of(
                inputs.truth("transitEncryptionEnabled"),
                inputs.text("authToken").orElse(""),
                parameters);
        return new RedisSpec(
                MachineNames.of(group),
                group.urn().value(),
                inputs.whole("port").orElse(PORT),
                nodes,
                inputs.truth("automaticFailoverEnabled") && nodes > 1,
                settings);
    }

    @Override
    public Fields notes(Desired desired) {
        return machinery.names().claim(desired);
    }

    @Override
    public Fields run(Desired desired, StoredResource resource, Optional<StoredResource> before) {
        var spec = spec(machinery.state(), resource);
        var group = before.isPresent()
                ? machinery.redis().update(spec)
                : machinery.redis().create(spec);
        return described(group, resource.id());
    }

    @Override
    public void remove(StoredResource resource) {
        machinery.redis().remove(MachineNames.of(resource));
        machinery.names().release(resource);
    }

    private static Fields described(RedisGroup group, String id) {
        var members = IntStream.rangeClosed(1, group.nodes().size())
                .mapToObj(index -> "%s-%03d".formatted(id, index))
                .toList();
        return new Fields(Map.of(
                "primaryEndpointAddress", Value.text(group.entry().host()),
                "readerEndpointAddress", Value.text(group.reader().host()),
                "port", Value.number(group.entry().port()),
                "memberClusters", Value.texts(members)));
    }
}
