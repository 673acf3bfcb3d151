package dev.plinth.policies.backup.recovery;

import com.pulumi.aws.ebs.Volume;
import com.pulumi.aws.efs.FileSystem;
import com.pulumi.aws.rds.Cluster;
import com.pulumi.aws.rds.Instance;
import dev.plinth.policy.Judgement;
import dev.plinth.policy.Property;
import dev.plinth.policy.Resource;
import dev.plinth.policy.ResourceTypes;
import dev.plinth.policy.Stack;
import java.util.Map;
import java.util.function.Supplier;

/** What AWS Backup is asked to back up: resources whose data exists once. */
final class BackedUp {
    static final ResourceTypes TYPES = ResourceTypes.of(Instance.class, Cluster.class, Volume.class, FileSystem.class);

    /** The stack itself, where something is missing from it as a whole. */
    static final ResourceTypes STACK = ResourceTypes.components("pulumi:pulumi:Stack");

    static final Property<String> ARN = TYPES.text("arn");

    private static final Property<Map<String, String>> OWN_TAGS = TYPES.textMap("tags");

    /** With the provider's default tags; a provider tells of them when it has checked the inputs. */
    private static final Property<Map<String, String>> ALL_TAGS = TYPES.textMap("tagsAll");

    private static final ResourceTypes INSTANCES = ResourceTypes.of(Instance.class);
    private static final Property<String> SOURCE = INSTANCES.text("replicateSourceDb");

    private BackedUp() {}

    /** Judges a stack that has something to back up. */
    static Judgement judge(Stack stack, Supplier<Judgement> check) {
        return stack.all(TYPES).isEmpty()
                ? Judgement.notApplicable("is about stacks with databases, disks or file systems")
                : check.get();
    }

    static boolean isReplica(Resource resource) {
        return resource.is(INSTANCES) && resource.has(SOURCE);
    }

    static Map<String, String> tags(Resource resource) {
        return resource.get(resource.has(ALL_TAGS) ? ALL_TAGS : OWN_TAGS).orElse(Map.of());
    }
}
