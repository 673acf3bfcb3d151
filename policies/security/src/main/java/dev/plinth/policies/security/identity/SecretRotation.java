package dev.plinth.policies.security.identity;

import static dev.plinth.policy.Framework.AWS_FSBP;
import static dev.plinth.policy.Framework.CHECKOV;

import com.pulumi.aws.secretsmanager.Secret;
import dev.plinth.policy.Context;
import dev.plinth.policy.Described;
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
import java.util.Optional;

/**
 * A secret that is rotated gets a new value soon enough. That every secret is rotated is asked only where it is
 * configured: where programs read a password once, as they start, a person has to change it and start them again.
 */
final class SecretRotation implements StackRule {
    record Limits(
            @Described(value = "days after which a rotated secret has a new value at the latest", min = 1, max = 1000)
            int daysMax,

            @Described("whether each secret of the stack needs a rotation")
            boolean everySecret) {}

    private static final RuleConfig<Limits> LIMITS = RuleConfig.of(new Limits(90, false));
    private static final ResourceTypes SECRETS = ResourceTypes.of(Secret.class);
    private static final Property<String> ARN = SECRETS.text("arn");
    private static final ResourceTypes ROTATIONS = ResourceTypes.of(com.pulumi.aws.secretsmanager.SecretRotation.class);
    private static final Property<String> SECRET = ROTATIONS.text("secretId");
    private static final ObjectProperty<Properties> RULES = ROTATIONS.object("rotationRules");
    private static final Property<Integer> DAYS = RULES.fields().integer("automaticallyAfterDays");

    @Override
    public RuleInfo info() {
        var types = ResourceTypes.of(Secret.class, com.pulumi.aws.secretsmanager.SecretRotation.class);
        return RuleInfo.mandatory("secret-rotation", types, "A secret is rotated soon enough")
                .severity(Severity.MEDIUM)
                .controls(
                        AWS_FSBP.control("SecretsManager.1"),
                        AWS_FSBP.control("SecretsManager.4"),
                        CHECKOV.control("CKV2_AWS_57"),
                        CHECKOV.control("CKV_AWS_304"))
                .why("A password that has leaked stays good until it is changed, and most leaks are never noticed.")
                .cure("add a SecretRotation to the secret, with automaticallyAfterDays as the rule asks for")
                .config(LIMITS);
    }

    @Override
    public Judgement check(Resource resource, Stack stack, Context context) {
        Limits limits = context.get(LIMITS);
        return resource.is(SECRETS)
                ? checkSecret(resource, stack, limits.everySecret())
                : checkRotation(resource, limits.daysMax());
    }

    private static Judgement checkSecret(Resource secret, Stack stack, boolean everySecret) {
        if (!everySecret) {
            return Judgement.notApplicable("asks only of the secrets that are rotated how often");
        }
        return Judgement.violatedIf(stack.mayRefer(secret, SECRET, ARN).isEmpty(), "is never rotated");
    }

    private static Judgement checkRotation(Resource rotation, int daysMax) {
        Optional<Integer> days = rotation.get(RULES).flatMap(rules -> rules.get(DAYS));
        if (days.isEmpty()) {
            return Judgement.notApplicable("cannot count the days of a schedule");
        }
        return Judgement.violatedIf(
                days.get() > daysMax, "rotates its secret every %d days, needs %d".formatted(days.get(), daysMax));
    }
}
