package dev.plinth.infra.cache;

import com.pulumi.aws.cloudwatch.LogGroup;
import com.pulumi.aws.elasticache.ParameterGroup;
import com.pulumi.aws.elasticache.ParameterGroupArgs;
import com.pulumi.aws.elasticache.ReplicationGroup;
import com.pulumi.aws.elasticache.ReplicationGroupArgs;
import com.pulumi.aws.elasticache.SubnetGroup;
import com.pulumi.aws.elasticache.SubnetGroupArgs;
import com.pulumi.aws.elasticache.inputs.ReplicationGroupLogDeliveryConfigurationArgs;
import com.pulumi.core.Output;
import com.pulumi.exceptions.RunException;
import com.pulumi.resources.ComponentResource;
import com.pulumi.resources.CustomResourceOptions;
import dev.plinth.infra.component.FinalSnapshot;
import dev.plinth.infra.component.Scope;
import dev.plinth.infra.network.Port;
import dev.plinth.infra.notices.Alarms;
import dev.plinth.infra.notices.AlarmsArgs;
import dev.plinth.infra.secret.RandomPassword;
import dev.plinth.infra.secret.StoredSecret;
import dev.plinth.infra.secret.StoredSecretArgs;
import java.util.List;
import java.util.Map;

/**
 * Redis: a replication group over several zones that fails over by itself, with TLS and a token from its first day.
 */
public final class Cache extends ComponentResource {
    private static final String FAMILY = "redis7";
    private static final String VERSION = "7.1";

    private final CacheArgs args;
    private final Scope scope;
    private final CustomResourceOptions child;
    private final ReplicationGroup group;
    private final StoredSecret secret;

    public Cache(String name, CacheArgs args, Scope scope) {
        super("plinth:cache:Cache", name, scope.options());
        this.args = args;
        this.scope = scope;
        this.child = scope.child(this);
        this.group = new ReplicationGroup(
                name,
                groupArgs(name),
                // The token is drawn once; after a rotation it is the rotation's, not the program's.
                CustomResourceOptions.merge(
                        scope.keeping(this),
                        CustomResourceOptions.builder()
                                .ignoreChanges("authToken")
                                .build()));
        this.secret = new StoredSecret(
                name + "-auth",
                new StoredSecretArgs("Token of the cache of " + scope.environment(), fields(), token(), args.secrets()),
                scope.within(this));
        new Alarms(
                name,
                new AlarmsArgs(
                        CacheAlarms.of(args.spec(), group.replicationGroupId()),
                        args.signals().topicArn()),
                scope.within(this));
        registerOutputs(Map.of("endpoint", endpoint(), "secretArn", secretArn()));
    }

    /** Host and port of the node that takes writes, whichever it is. */
    public Output<String> endpoint() {
        return Output.tuple(group.primaryEndpointAddress(), group.port())
                .applyValue(address -> address.t1 + ":" + address.t2.orElse(Port.CACHE));
    }

    /** The group, as its API calls it. */
    public Output<String> groupId() {
        return group.replicationGroupId();
    }

    /** The secret with the token under {@code password}, and the address under {@code url}. */
    public Output<String> secretArn() {
        return secret.arn();
    }

    private Output<Map<String, String>> fields() {
        return endpoint()
                .applyValue(address -> Map.of("engine", "redis", "endpoint", address, "url", "rediss://" + address));
    }

    /** The token that the group started with: the one of its state, as each run draws another one. */
    private Output<String> token() {
        return group.authToken()
                .applyValue(token -> token.orElseThrow(() -> new RunException(
                        "The state of the cache holds no token. It was imported, perhaps: import its secret's version"
                                + " too, then run 'pulumi refresh'.")))
                .asSecret();
    }

    private ReplicationGroupArgs groupArgs(String name) {
        var spec = args.spec();
        return ReplicationGroupArgs.builder()
                .replicationGroupId(scope.title(name))
                .description("Redis of " + scope.environment())
                .engine("redis")
                .engineVersion(VERSION)
                .parameterGroupName(parameterGroup(name).name())
                .nodeType(spec.nodeType())
                .numCacheClusters(spec.nodes())
                .automaticFailoverEnabled(spec.failsOver())
                .multiAzEnabled(spec.failsOver())
                .port(Port.CACHE)
                .subnetGroupName(subnetGroup(name).name())
                .securityGroupIds(args.placement().securityGroupId().applyValue(List::of))
                .transitEncryptionEnabled(true)
                .transitEncryptionMode("required")
                // From the start: a token that is added later lets clients in without one for a while.
                .authToken(RandomPassword.draw(this))
                // A rotation adds the new token beside the old one, so that nobody is cut off; SET then ends the old.
                .authTokenUpdateStrategy("ROTATE")
                .atRestEncryptionEnabled(true)
                .kmsKeyId(args.storageKeyArn())
                .applyImmediately(false)
                .autoMinorVersionUpgrade(true)
                .snapshotRetentionLimit(spec.snapshotDays())
                .snapshotWindow(spec.upkeep().backup().toString())
                .maintenanceWindow(spec.upkeep().maintenance().toString())
                .finalSnapshotIdentifier(FinalSnapshot.name(scope.title(name), args.storageKeyArn()))
                .logDeliveryConfigurations(log(name, "slow-log"), log(name, "engine-log"))
                .notificationTopicArn(args.signals().topicArn())
                .tags(scope.tags(name))
                .build();
    }

    private ReplicationGroupLogDeliveryConfigurationArgs log(String name, String type) {
        return ReplicationGroupLogDeliveryConfigurationArgs.builder()
                .logType(type)
                .logFormat("json")
                .destinationType("cloudwatch-logs")
                .destination(logGroup(name, type).name())
                .build();
    }

    private LogGroup logGroup(String name, String type) {
        // AWS lets its services write below this path by itself, see "vended logs".
        var path = "/aws/vendedlogs/elasticache/%s/%s".formatted(scope.title(name), type);
        return args.signals().logs().group(name + "-" + type, path, this, scope);
    }

    private ParameterGroup parameterGroup(String name) {
        var parameterArgs = ParameterGroupArgs.builder()
                .family(FAMILY)
                .description("Redis of " + scope.environment())
                .parameters(RedisParameters.of(args.spec()))
                .tags(scope.tags(name))
                .build();
        return new ParameterGroup(name, parameterArgs, child);
    }

    private SubnetGroup subnetGroup(String name) {
        var subnetArgs = SubnetGroupArgs.builder()
                .description("Cache of " + scope.environment())
                .subnetIds(args.placement().subnetIds())
                .tags(scope.tags(name))
                .build();
        return new SubnetGroup(name, subnetArgs, child);
    }
}
