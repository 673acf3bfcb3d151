package dev.plinth.policies.example;

import com.pulumi.aws.lambda.Function;
import com.pulumi.aws.s3.BucketV2;
import dev.plinth.policy.Context;
import dev.plinth.policy.Described;
import dev.plinth.policy.Judgement;
import dev.plinth.policy.Property;
import dev.plinth.policy.Resource;
import dev.plinth.policy.ResourceRule;
import dev.plinth.policy.ResourceTypes;
import dev.plinth.policy.RuleConfig;
import dev.plinth.policy.RuleInfo;
import java.util.List;
import java.util.Map;

/** What costs money has tags that say whose it is: a resource rule, which the user configures. */
final class RequiredTags implements ResourceRule {
    record Tags(@Described("the tags that have to be there") List<String> names) {}

    private static final RuleConfig<Tags> TAGS = RuleConfig.of(new Tags(List.of("Owner")));
    private static final ResourceTypes TAGGED = ResourceTypes.of(BucketV2.class, Function.class);
    private static final Property<Map<String, String>> SET = TAGGED.textMap("tags");

    @Override
    public RuleInfo info() {
        return RuleInfo.advisory("required-tags", TAGGED, "A resource has the tags that we sort bills by")
                .why("What nobody owns is paid for ever.")
                .cure("set the missing tags")
                .config(TAGS);
    }

    @Override
    public Judgement check(Resource resource, Context context) {
        Map<String, String> set = resource.get(SET).orElse(Map.of());
        return Judgement.violated(context.get(TAGS).names().stream()
                .filter(name -> !set.containsKey(name))
                .map("has no tag %s"::formatted)
                .toList());
    }
}
