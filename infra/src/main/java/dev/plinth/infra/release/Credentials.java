package dev.plinth.infra.release;

import com.pulumi.core.Output;
import com.pulumi.kubernetes.meta.v1.inputs.ObjectMetaArgs;
import com.pulumi.resources.CustomResourceOptions;
import dev.plinth.infra.custom.CustomObject;
import dev.plinth.infra.custom.CustomObject.Content;
import dev.plinth.infra.custom.Definition;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** A Secret that holds values out of Secrets Manager, for one consumer and with nothing that it does not use. */
final class Credentials {
    static final String APP_PASSWORD = "database-password";
    static final String CACHE_PASSWORD = "redis-password";
    static final String OWNER_PASSWORD = "owner-password";
    static final String MASTER_SECRET = "master-secret";
    static final String BOOTSTRAP_TOKEN = "bootstrap-token";

    /** Short, as a migration must never work with a password that has been rotated; each reading costs 0.000005 $. */
    private static final String REFRESH = "1m";

    /** Where a secret's JSON holds its value. */
    private static final String PASSWORD = "password";

    private final String name;
    private final CustomObject resource;

    private Credentials(String name, CustomObject resource) {
        this.name = name;
        this.resource = resource;
    }

    /** For the pods that answer requests. */
    static Credentials ofApi(String app, AppConnections connections, Room room, CustomResourceOptions child) {
        return make(
                app,
                room,
                Map.of(
                        APP_PASSWORD, connections.database().app().secretArn(),
                        CACHE_PASSWORD, connections.cache().secretArn(),
                        MASTER_SECRET, connections.own().masterArn(),
                        BOOTSTRAP_TOKEN, connections.own().bootstrapArn()),
                child);
    }

    /** For migrations alone. */
    static Credentials ofMigration(String app, AppConnections connections, Room room, CustomResourceOptions child) {
        return make(
                app,
                room,
                Map.of(
                        OWNER_PASSWORD, connections.database().owner().secretArn(),
                        APP_PASSWORD, connections.database().app().secretArn()),
                child);
    }

    private static Credentials make(
            String app, Room room, Map<String, Output<String>> secretArns, CustomResourceOptions child) {
        var secretName = app + "-credentials";
        var metadata = ObjectMetaArgs.builder()
                .name(secretName)
                .namespace(room.namespace())
                .labels(Labels.common(app))
                .build();
        var spec = spec(secretName, room, new TreeMap<>(secretArns));
        return new Credentials(
                secretName, new CustomObject(Definition.EXTERNAL_SECRET, app, new Content(metadata, spec), child));
    }

    private static Output<Map<String, Object>> spec(
            String secretName, Room room, SortedMap<String, Output<String>> secretArns) {
        var keys = List.copyOf(secretArns.keySet());
        return Output.tuple(room.secretStore(), Output.all(List.copyOf(secretArns.values())))
                .applyValue(known -> Map.of(
                        "secretStoreRef",
                        Map.of("name", known.t1, "kind", "SecretStore"),
                        "refreshInterval",
                        REFRESH,
                        "target",
                        Map.of("name", secretName, "creationPolicy", "Owner"),
                        "data",
                        IntStream.range(0, keys.size())
                                .mapToObj(index -> entry(keys.get(index), known.t2.get(index)))
                                .toList()));
    }

    private static Map<String, Object> entry(String key, String secretArn) {
        return Map.of("secretKey", key, "remoteRef", Map.of("key", secretArn, "property", PASSWORD));
    }

    /** The Secret's name, which pods may use before the Secret is there: they wait for it. */
    String name() {
        return name;
    }

    /** What must be there first. */
    CustomObject resource() {
        return resource;
    }
}
