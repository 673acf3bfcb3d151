package dev.plinth.policies.security.identity;

import static dev.plinth.policy.Framework.AWS_FSBP;
import static dev.plinth.policy.Framework.CIS_AWS;

import com.pulumi.aws.iam.AccountPasswordPolicy;
import dev.plinth.policy.Context;
import dev.plinth.policy.Described;
import dev.plinth.policy.Judgement;
import dev.plinth.policy.Patch;
import dev.plinth.policy.Property;
import dev.plinth.policy.RemediatingRule;
import dev.plinth.policy.Resource;
import dev.plinth.policy.ResourceTypes;
import dev.plinth.policy.RuleConfig;
import dev.plinth.policy.RuleInfo;
import dev.plinth.policy.Severity;
import java.util.List;

/** Passwords of people who sign in to the account are long, of all kinds of characters, and not used twice. */
final class IamPasswordPolicy implements RemediatingRule {
    record Strength(
            @Described(value = "characters that a password has at least", min = 6, max = 128)
            int lengthMin,

            @Described(value = "passwords of the past that may not come back", min = 1, max = 24)
            int rememberedMin) {}

    private static final RuleConfig<Strength> STRENGTH = RuleConfig.of(new Strength(14, 24));
    private static final ResourceTypes POLICIES = ResourceTypes.of(AccountPasswordPolicy.class);
    private static final Property<Integer> LENGTH = POLICIES.integer("minimumPasswordLength");
    private static final Property<Integer> REMEMBERED = POLICIES.integer("passwordReusePrevention");
    private static final List<Property<Boolean>> CHARACTERS = List.of(
            POLICIES.flag("requireLowercaseCharacters"),
            POLICIES.flag("requireNumbers"),
            POLICIES.flag("requireSymbols"),
            POLICIES.flag("requireUppercaseCharacters"));

    /** What AWS asks where nothing is said. */
    private static final int LENGTH_OF_AWS = 6;

    @Override
    public RuleInfo info() {
        return RuleInfo.mandatory("iam-password-policy", POLICIES, "The account asks for strong passwords")
                .severity(Severity.MEDIUM)
                .controls(AWS_FSBP.control("IAM.7"), CIS_AWS.control("1.7"), CIS_AWS.control("1.8"))
                .why("A short password, or one that has been around, is guessed from lists within hours.")
                .cure("set minimumPasswordLength, passwordReusePrevention and the four require flags")
                .config(STRENGTH);
    }

    @Override
    public Judgement check(Resource policy, Context context) {
        Strength needed = context.get(STRENGTH);
        return Judgement.all(
                () -> atLeast(policy.get(LENGTH).orElse(LENGTH_OF_AWS), needed.lengthMin(), "asks for %d characters"),
                () -> atLeast(policy.get(REMEMBERED).orElse(0), needed.rememberedMin(), "remembers %d passwords"),
                () -> Judgement.each(CHARACTERS, flag -> demands(policy, flag)));
    }

    @Override
    public Patch remedy(Resource policy, Context context) {
        Strength needed = context.get(STRENGTH);
        Patch patch = raise(policy, LENGTH, needed.lengthMin()).and(raise(policy, REMEMBERED, needed.rememberedMin()));
        for (Property<Boolean> flag : CHARACTERS) {
            patch = patch.and(policy.get(flag).orElse(false) ? Patch.NONE : Patch.put(flag, true));
        }
        return patch;
    }

    private static Judgement atLeast(int found, int needed, String clause) {
        return Judgement.violatedIf(found < needed, (clause + ", needs %d").formatted(found, needed));
    }

    private static Judgement demands(Resource policy, Property<Boolean> flag) {
        return Judgement.violatedIf(
                !policy.get(flag).orElse(false),
                "does not %s".formatted(flag.name().replace("require", "require ")));
    }

    private static Patch raise(Resource policy, Property<Integer> number, int needed) {
        return policy.get(number).orElse(0) < needed ? Patch.put(number, needed) : Patch.NONE;
    }
}
