package dev.plinth.sandbox.api;

import dev.plinth.sandbox.aws.CacheGroups;
import dev.plinth.sandbox.aws.Machinery;
import dev.plinth.sandbox.machine.Endpoint;
import dev.plinth.sandbox.machine.MachineException;
import dev.plinth.sandbox.redis.RedisGroup;
import dev.plinth.sandbox.resource.MachineNames;
import dev.plinth.sandbox.state.StoredResource;
import dev.plinth.sandbox.value.Properties;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** ElastiCache's actions on replication groups; each returns when it is done. */
final class ElastiCache {
    private static final String NAMESPACE = "http://elasticache.amazonaws.com/doc/2015-02-02/";
    private static final String ID = "ReplicationGroupId";
    private static final String SHARD = "0001";
    private static final int TOKEN_MIN = 16;
    private static final int TOKEN_MAX = 128;

    private final Machinery machinery;

    private ElastiCache(Machinery machinery) {
        this.machinery = machinery;
    }

    static ApiService service(Machinery machinery) {
        var service = new ElastiCache(machinery);
        return new ApiService.Query(
                "elasticache",
                "2015-02-02",
                NAMESPACE,
                Map.of(
                        "DescribeReplicationGroups", service::describe,
                        "TestFailover", service::failOver,
                        "ModifyReplicationGroup", service::modify));
    }

    private List<Xml> describe(Parameters parameters, Caller caller) {
        var groups =
                parameters.text(ID).isPresent() ? List.of(named(parameters)) : new CacheGroups(machinery.state()).all();
        return List.of(
                Xml.element("ReplicationGroups", groups.stream().map(this::xml).toList()));
    }

    private List<Xml> failOver(Parameters parameters, Caller caller) {
        var group = named(parameters);
        if (!parameters.required("NodeGroupId").equals(SHARD)) {
            throw new ApiException(404, "NodeGroupNotFoundFault", "a group of the sandbox has the one shard " + SHARD);
        }
        changed(() -> machinery.redis().failOver(MachineNames.of(group)));
        return List.of(xml(group));
    }

    private List<Xml> modify(Parameters parameters, Caller caller) {
        var group = named(parameters);
        var token = parameters.required("AuthToken");
        if (token.length() < TOKEN_MIN || token.length() > TOKEN_MAX) {
            throw ApiException.invalid(
                    "InvalidParameterValue",
                    "AuthToken: expected %d to %d characters, found %d"
                            .formatted(TOKEN_MIN, TOKEN_MAX, token.length()));
        }
        var name = MachineNames.of(group);
        switch (parameters.text("AuthTokenUpdateStrategy").orElse("ROTATE")) {
            case "ROTATE" -> changed(() -> machinery.redis().rotateToken(name, token));
            case "SET" -> changed(() -> machinery.redis().setToken(name, token));
            default ->
                throw ApiException.invalid("InvalidParameterValue", "AuthTokenUpdateStrategy: expected ROTATE or SET");
        }
        return List.of(xml(group));
    }

    private static void changed(Runnable change) {
        try {
            change.run();
        } catch (MachineException e) {
            throw ApiException.invalid("InvalidReplicationGroupState", String.valueOf(e.getMessage()));
        }
    }

    private StoredResource named(Parameters parameters) {
        var id = parameters.required(ID);
        return new CacheGroups(machinery.state())
                .named(id)
                .orElseThrow(
                        () -> new ApiException(404, "ReplicationGroupNotFoundFault", "the sandbox has no cache " + id));
    }

    private Xml xml(StoredResource group) {
        var name = MachineNames.of(group);
        var runs = machinery.redis().find(name).orElseThrow();
        var status = machinery.redis().health(name).primaryAnswers() ? "available" : "modifying";
        var inputs = new Properties(group.inputs());
        return Xml.element(
                "ReplicationGroup",
                Xml.text(ID, group.id()),
                Xml.text("Description", inputs.text("description").orElse("")),
                Xml.text("Status", status),
                Xml.text("AutomaticFailover", inputs.truth("automaticFailoverEnabled") ? "enabled" : "disabled"),
                Xml.text("AuthTokenEnabled", inputs.has("authToken")),
                Xml.text("TransitEncryptionEnabled", inputs.truth("transitEncryptionEnabled")),
                Xml.element(
                        "NodeGroups",
                        Xml.element(
                                "NodeGroup",
                                Xml.text("NodeGroupId", SHARD),
                                Xml.text("Status", status),
                                endpoint("PrimaryEndpoint", runs.entry()),
                                endpoint("ReaderEndpoint", runs.reader()),
                                Xml.element("NodeGroupMembers", members(group.id(), runs)))));
    }

    private static List<Xml> members(String id, RedisGroup group) {
        return IntStream.range(0, group.nodes().size())
                .mapToObj(index -> Xml.element(
                        "NodeGroupMember",
                        Xml.text("CacheClusterId", "%s-%03d".formatted(id, index + 1)),
                        Xml.text("CacheNodeId", SHARD),
                        Xml.text("CurrentRole", index == group.primary() ? "primary" : "replica"),
                        endpoint("ReadEndpoint", group.nodes().get(index))))
                .toList();
    }

    private static Xml endpoint(String name, Endpoint endpoint) {
        return Xml.element(name, Xml.text("Address", endpoint.host()), Xml.text("Port", endpoint.port()));
    }
}
