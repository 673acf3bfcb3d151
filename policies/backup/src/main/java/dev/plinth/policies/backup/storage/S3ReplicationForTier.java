package dev.plinth.policies.backup.storage;

import static dev.plinth.policy.Framework.AWS_FSBP;
import static dev.plinth.policy.Framework.CHECKOV;

import com.pulumi.aws.s3.BucketReplicationConfig;
import dev.plinth.policy.Context;
import dev.plinth.policy.Judgement;
import dev.plinth.policy.ObjectProperty;
import dev.plinth.policy.Properties;
import dev.plinth.policy.Property;
import dev.plinth.policy.Resource;
import dev.plinth.policy.ResourceTypes;
import dev.plinth.policy.RuleConfig;
import dev.plinth.policy.RuleInfo;
import dev.plinth.policy.Severity;
import dev.plinth.policy.Stack;
import dev.plinth.policy.StackRule;
import java.util.List;

/** A bucket that matters has a copy in another place. */
final class S3ReplicationForTier implements StackRule {
    private static final RuleConfig<Buckets.Tier> TIER = RuleConfig.of(new Buckets.Tier("Tier", List.of("critical")));
    private static final String ON = "Enabled";

    private static final ObjectProperty<Properties> INSIDE = Buckets.WHOLE.object("replicationConfiguration");
    private static final ObjectProperty<List<Properties>> INSIDE_RULES =
            INSIDE.fields().objects("rules");
    private static final Property<String> INSIDE_STATUS = INSIDE_RULES.fields().text("status");

    private static final ResourceTypes SETTINGS = ResourceTypes.of(BucketReplicationConfig.class);
    private static final Property<String> SOURCE = SETTINGS.text("bucket");
    private static final ObjectProperty<List<Properties>> RULES = SETTINGS.objects("rules");
    private static final Property<String> STATUS = RULES.fields().text("status");

    @Override
    public RuleInfo info() {
        return RuleInfo.mandatory("s3-replication-for-tier", Buckets.TYPES, "A bucket that matters is replicated")
                .severity(Severity.LOW)
                .controls(AWS_FSBP.control("S3.7"), CHECKOV.control("CKV_AWS_144"))
                .why("While its region is down nobody reads the bucket; if it is lost, so is the only copy.")
                .cure("add a BucketReplicationConfig with an Enabled rule for the bucket, or take the tag off")
                .config(TIER);
    }

    @Override
    public Judgement check(Resource bucket, Stack stack, Context context) {
        if (!Buckets.isTagged(bucket, context.get(TIER))) {
            return Judgement.notApplicable("is about buckets whose tag asks for it");
        }
        boolean replicated = isReplicatedInside(bucket)
                || stack.mayRefer(bucket, SOURCE, Buckets.NAME).stream().anyMatch(S3ReplicationForTier::isOn);
        return Judgement.violatedIf(!replicated, "has no copy in another place");
    }

    private static boolean isReplicatedInside(Resource bucket) {
        return bucket.is(Buckets.WHOLE)
                && bucket.get(INSIDE).flatMap(inside -> inside.get(INSIDE_RULES)).orElse(List.of()).stream()
                        .anyMatch(rule -> rule.get(INSIDE_STATUS).orElse("").equals(ON));
    }

    private static boolean isOn(Resource setting) {
        return setting.get(RULES).orElse(List.of()).stream()
                .anyMatch(rule -> rule.get(STATUS).orElse("").equals(ON));
    }
}
