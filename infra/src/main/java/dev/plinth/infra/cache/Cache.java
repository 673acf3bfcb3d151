package dev.plinth.infra.cache;

import com.pulumi.aws.elasticache.ParameterGroup;
import com.pulumi.aws.elasticache.ParameterGroupArgs;
import com.pulumi.aws.elasticache.ReplicationGroup;
import com.pulumi.aws.elasticache.ReplicationGroupArgs;
import com.pulumi.aws.elasticache.SubnetGroup;
import com.pulumi.aws.elasticache.SubnetGroupArgs;
import com.pulumi.aws.elasticache.inputs.ParameterGroupParameterArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.ComponentResource;
import com.pulumi.resources.CustomResourceOptions;
import dev.plinth.infra.component.FinalSnapshot;
import dev.plinth.infra.component.Scope;
import dev.plinth.infra.network.Port;
import dev.plinth.infra.secret.GeneratedSecret;
import dev.plinth.infra.secret.GeneratedSecretArgs;
import java.util.List;
import java.util.Map;

/**
 * Redis: a replication group over several zones that fails over by itself, with TLS and a password from its first day.
 */
public final class Cache extends ComponentResource {
    private static final String FAMILY = "redis7";
    private static final String VERSION = "7.1";

    private final Scope scope;
    private final CustomResourceOptions child;
    private final GeneratedSecret secret;
    private final ReplicationGroup group;

    public Cache(String name, CacheArgs args, Scope scope) {
        super("plinth:cache:Cache", name, scope.options());
        this.scope = scope;
        this.child = CustomResourceOptions.builder().parent(this).build();
        this.secret = new GeneratedSecret(
                name + "-auth",
                new GeneratedSecretArgs(
                        "Password of the cache of " + scope.environment(), Map.of("engine", "redis"), args.secrets()),
                scope.within(this));
        this.group = new ReplicationGroup(name, groupArgs(name, args), child);
        registerOutputs(Map.of("endpoint", endpoint(), "secretArn", secret.arn()));
    }

    /** Host and port of the node that takes writes, whichever it is. */
    public Output<String> endpoint() {
        return Output.tuple(group.primaryEndpointAddress(), group.port())
                .applyValue(address -> address.t1 + ":" + address.t2.orElse(Port.CACHE));
    }

    public Output<String> password() {
        return secret.password();
    }

    private ReplicationGroupArgs groupArgs(String name, CacheArgs args) {
        var spec = args.spec();
        return ReplicationGroupArgs.builder()
                .description("Redis of " + scope.environment())
                .engine("redis")
                .engineVersion(VERSION)
                .parameterGroupName(parameterGroup(name).name())
                .nodeType(spec.nodeType())
                .numCacheClusters(spec.nodes())
                .automaticFailoverEnabled(spec.failsOver())
                .multiAzEnabled(spec.failsOver())
                .port(Port.CACHE)
                .subnetGroupName(subnetGroup(name, args).name())
                .securityGroupIds(args.placement().securityGroupId().applyValue(List::of))
                .transitEncryptionEnabled(true)
                // From the start: a token that is added later lets clients in without one for a while.
                .authToken(secret.password())
                .atRestEncryptionEnabled(true)
                .kmsKeyId(args.storageKeyArn())
                .autoMinorVersionUpgrade(true)
                .snapshotRetentionLimit(spec.snapshotDays())
                .snapshotWindow(spec.upkeep().backup().toString())
                .maintenanceWindow(spec.upkeep().maintenance().toString())
                .finalSnapshotIdentifier(FinalSnapshot.name(scope.title(name), args.storageKeyArn()))
                .tags(scope.tags(name))
                .build();
    }

    private ParameterGroup parameterGroup(String name) {
        var args = ParameterGroupArgs.builder()
                .family(FAMILY)
                .description("Redis of " + scope.environment())
                // Cached answers have an end of life and go first; what has none (sessions, jobs) is never thrown out.
                .parameters(ParameterGroupParameterArgs.builder()
                        .name("maxmemory-policy")
                        .value("volatile-lru")
                        .build())
                .tags(scope.tags(name))
                .build();
        return new ParameterGroup(name, args, child);
    }

    private SubnetGroup subnetGroup(String name, CacheArgs args) {
        var subnetArgs = SubnetGroupArgs.builder()
                .description("Cache of " + scope.environment())
                .subnetIds(args.placement().subnetIds())
                .tags(scope.tags(name))
                .build();
        return new SubnetGroup(name, subnetArgs, child);
    }
}
