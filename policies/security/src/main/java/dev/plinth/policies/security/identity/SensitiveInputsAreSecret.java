package dev.plinth.policies.security.identity;

import com.pulumi.aws.elasticache.ReplicationGroup;
import com.pulumi.aws.elasticache.User;
import com.pulumi.aws.rds.Cluster;
import com.pulumi.aws.rds.Instance;
import com.pulumi.aws.secretsmanager.SecretVersion;
import com.pulumi.kubernetes.core.v1.Secret;
import dev.plinth.policy.Context;
import dev.plinth.policy.Judgement;
import dev.plinth.policy.Property;
import dev.plinth.policy.Resource;
import dev.plinth.policy.ResourceRule;
import dev.plinth.policy.ResourceTypes;
import dev.plinth.policy.RuleInfo;
import dev.plinth.policy.Severity;
import java.util.List;

/** What is secret in the world is secret in the program, too. */
final class SensitiveInputsAreSecret implements ResourceRule {
    /** What of which types nobody may read. */
    private record Sensitive(ResourceTypes types, List<Property<?>> inputs) {}

    private static final ResourceTypes CACHES = ResourceTypes.of(ReplicationGroup.class);
    private static final ResourceTypes CACHE_USERS = ResourceTypes.of(User.class);
    private static final ResourceTypes CLUSTERS = ResourceTypes.of(Cluster.class);
    private static final ResourceTypes DATABASES = ResourceTypes.of(Instance.class);
    private static final ResourceTypes KUBERNETES = ResourceTypes.of(Secret.class);
    private static final ResourceTypes VERSIONS = ResourceTypes.of(SecretVersion.class);

    private static final List<Sensitive> SENSITIVE = List.of(
            new Sensitive(CACHES, List.of(CACHES.text("authToken"))),
            new Sensitive(CACHE_USERS, List.of(CACHE_USERS.texts("passwords"))),
            new Sensitive(CLUSTERS, List.of(CLUSTERS.text("masterPassword"))),
            new Sensitive(DATABASES, List.of(DATABASES.text("password"))),
            new Sensitive(KUBERNETES, List.of(KUBERNETES.valueMap("data"), KUBERNETES.valueMap("stringData"))),
            new Sensitive(VERSIONS, List.of(VERSIONS.text("secretBinary"), VERSIONS.text("secretString"))));

    @Override
    public RuleInfo info() {
        var types = ResourceTypes.of(
                ReplicationGroup.class, User.class, Cluster.class, Instance.class, Secret.class, SecretVersion.class);
        return RuleInfo.mandatory("sensitive-inputs-are-secret", types, "Passwords are secret in the program, too")
                .severity(Severity.CRITICAL)
                .why(
                        "What is not marked as secret stands in the state, in every preview and in the logs of the pipeline.")
                .cure("give the value by Output.ofSecret, asSecret or a secret of the stack's configuration");
    }

    @Override
    public Judgement check(Resource resource, Context context) {
        return Judgement.violated(SENSITIVE.stream()
                .filter(sensitive -> resource.is(sensitive.types()))
                .flatMap(sensitive -> sensitive.inputs().stream())
                .filter(resource::isOpen)
                .map(input -> "has a readable " + input.name())
                .toList());
    }
}
