package dev.plinth.policy.readme;

import com.pulumi.aws.s3.Bucket;
import dev.plinth.policy.Judgement;
import dev.plinth.policy.PolicyPack;
import dev.plinth.policy.Property;
import dev.plinth.policy.ResourceRule;
import dev.plinth.policy.ResourceTypes;
import dev.plinth.policy.RuleInfo;
import dev.plinth.policy.analyzer.PolicyServer;
import java.util.List;

public final class MyPack {
    private static final ResourceTypes BUCKETS = ResourceTypes.of(Bucket.class);
    private static final Property<Boolean> FORCED = BUCKETS.flag("forceDestroy");
    static final ResourceRule RULE = ResourceRule.of(
            RuleInfo.mandatory("s3-no-force-destroy", BUCKETS, "A bucket is not deleted with its content")
                    .cure("leave forceDestroy false and empty the bucket first"),
            (bucket, context) -> Judgement.violatedIf(bucket.get(FORCED).orElse(false), "has forceDestroy set"));

    public static void main(String[] args) {
        PolicyServer.serve(args, () -> new PolicyPack("my-pack", "1.0.0", "My rules", List.of(RULE)));
    }
}
