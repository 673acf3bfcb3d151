package dev.plinth.policy.engine;

import com.pulumi.aws.s3.Bucket;
import com.pulumi.aws.s3.BucketObject;
import dev.plinth.policy.Context;
import dev.plinth.policy.Described;
import dev.plinth.policy.Judgement;
import dev.plinth.policy.Patch;
import dev.plinth.policy.PolicyPack;
import dev.plinth.policy.Property;
import dev.plinth.policy.RemediatingRule;
import dev.plinth.policy.Resource;
import dev.plinth.policy.ResourceRule;
import dev.plinth.policy.ResourceTypes;
import dev.plinth.policy.Rule;
import dev.plinth.policy.RuleConfig;
import dev.plinth.policy.RuleInfo;
import dev.plinth.policy.StackRule;
import dev.plinth.policy.Value;
import dev.plinth.policy.analyzer.PolicyServer;
import java.util.List;

/** Rules that show what an engine does with them; most are off until a test turns them on. */
final class EnginePack {
    private static final ResourceTypes BUCKETS = ResourceTypes.of(Bucket.class);
    private static final ResourceTypes OBJECTS = ResourceTypes.of(BucketObject.class);
    private static final Property<String> NAME = BUCKETS.text("bucket");
    private static final Property<String> ID = BUCKETS.text("id");
    private static final Property<String> KEY = OBJECTS.text("key");
    private static final Property<String> IN = OBJECTS.text("bucket");
    private static final Property<Value> SOURCE = OBJECTS.content("source");

    private EnginePack() {}

    private record Length(
            @Described(value = "How many letters a name needs", min = 1, max = 63)
            int lettersMin) {}

    private static final RuleConfig<Length> LENGTH = RuleConfig.of(new Length(1));

    /** Can be put right. */
    private static final class NotForced implements RemediatingRule {
        private static final Property<Boolean> FORCED = BUCKETS.flag("forceDestroy");

        @Override
        public RuleInfo info() {
            return cured(RuleInfo.disabled("not-forced", BUCKETS, "A bucket is not deleted with its content"));
        }

        @Override
        public Judgement check(Resource bucket, Context context) {
            return Judgement.violatedIf(bucket.get(FORCED).orElse(false), "is forced");
        }

        @Override
        public Patch remedy(Resource bucket, Context context) {
            return bucket.get(FORCED).orElse(false) ? Patch.put(FORCED, false) : Patch.NONE;
        }
    }

    private static Rule longName() {
        return ResourceRule.of(
                cured(RuleInfo.mandatory("long-name", BUCKETS, "A name is long"))
                        .config(LENGTH),
                (bucket, context) -> Judgement.violatedIf(
                        bucket.get(NAME).orElse("").length()
                                < context.get(LENGTH).lettersMin(),
                        "is named by less than %d letters"
                                .formatted(context.get(LENGTH).lettersMin())));
    }

    private static Rule notInPreview() {
        return ResourceRule.of(
                cured(RuleInfo.disabled("not-in-preview", BUCKETS, "Nothing is previewed")),
                (bucket, context) -> Judgement.violatedIf(context.run().preview(), "is previewed"));
    }

    private static Rule known() {
        return ResourceRule.of(
                cured(RuleInfo.mandatory("known", OBJECTS, "A key is known")),
                (object, context) ->
                        Judgement.violatedIf(object.get(KEY).orElse("").isEmpty(), "has no key"));
    }

    private static Rule metadata() {
        return ResourceRule.of(
                cured(RuleInfo.disabled("metadata", ResourceTypes.every(), "Tells what it sees")),
                (resource, context) -> Judgement.violated("is a %s in %s managed by %s with %s; run %s"
                        .formatted(
                                resource.type(),
                                resource.links().parent().orElse("nothing"),
                                resource.provider().map(by -> by.name()).orElse("nobody"),
                                resource.options().ignoreChanges(),
                                context.run())));
    }

    private static Rule broken() {
        return ResourceRule.of(
                cured(RuleInfo.disabled("broken", BUCKETS, "Never comes to an end")), (bucket, context) -> {
                    throw new IllegalStateException("quotes " + bucket.get(NAME));
                });
    }

    private static Rule asset() {
        return ResourceRule.of(
                cured(RuleInfo.disabled("asset", OBJECTS, "Tells what it is made of")),
                (object, context) ->
                        Judgement.violated("has " + object.get(SOURCE).orElseThrow()));
    }

    private static Rule together() {
        return StackRule.of(
                cured(RuleInfo.disabled("together", OBJECTS, "Tells how resources stand to each other")),
                (object, stack, context) -> Judgement.violated("is in %s, by id in %s, depends on %s"
                        .formatted(
                                names(stack.sources(object, IN)),
                                names(stack.all(BUCKETS).stream()
                                        .filter(bucket -> bucket.get(ID).equals(object.get(IN)))
                                        .toList()),
                                names(stack.dependencies(object)))));
    }

    private static List<String> names(List<Resource> resources) {
        return resources.stream().map(Resource::name).toList();
    }

    private static RuleInfo cured(RuleInfo info) {
        return info.why("It shows something.").cure("mend it");
    }

    public static void main(String[] args) {
        PolicyServer.serve(
                args,
                () -> new PolicyPack(
                        "shown",
                        "1.2.3",
                        "Shows what an engine does",
                        List.of(
                                new NotForced(),
                                longName(),
                                notInPreview(),
                                known(),
                                metadata(),
                                broken(),
                                asset(),
                                together())));
    }
}
