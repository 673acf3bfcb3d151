package dev.plinth.policies.security.identity;

import static dev.plinth.policy.Framework.AWS_FSBP;

import dev.plinth.policy.Context;
import dev.plinth.policy.Judgement;
import dev.plinth.policy.Resource;
import dev.plinth.policy.ResourceRule;
import dev.plinth.policy.RuleInfo;
import dev.plinth.policy.Severity;
import dev.plinth.policy.aws.PolicyCondition;
import dev.plinth.policy.aws.PolicyStatement;
import java.util.List;
import java.util.regex.Pattern;

/** No identity may decrypt with whatever key there is. */
final class IamNoDecryptAll implements ResourceRule {
    private static final List<String> DECRYPTING = List.of("kms:Decrypt", "kms:ReEncryptFrom");

    /** All keys, in any account or in one. */
    private static final Pattern EVERY_KEY = Pattern.compile("arn:[^:]*:kms:[^:]*:[^:]*:(|key/|alias/)\\*");

    private static final Pattern ABOUT_KEYS =
            Pattern.compile("(?i)kms:(EncryptionContext.*|RequestAlias|ResourceAliases|ViaService)|aws:ResourceTag/.*");

    @Override
    public RuleInfo info() {
        return RuleInfo.advisory(
                        "iam-no-decrypt-all", Permissions.TYPES, "No policy lets its holder decrypt with every key")
                .severity(Severity.MEDIUM)
                .controls(AWS_FSBP.control("KMS.1"), AWS_FSBP.control("KMS.2"))
                .why("Keys keep data apart only as long as an identity can use those of its own data alone.")
                .cure(
                        "name the keys in the statement, or add a condition on their alias, their tags or kms:ViaService");
    }

    @Override
    public Judgement check(Resource policy, Context context) {
        return Permissions.judgeKnown(policy, context, IamNoDecryptAll::check);
    }

    private static Judgement check(PolicyStatement statement) {
        boolean narrow =
                !isOnEveryKey(statement) || statement.conditions().stream().anyMatch(IamNoDecryptAll::namesKeys);
        List<String> named = Permissions.named(statement, DECRYPTING);
        return Judgement.violatedIf(
                !narrow && !named.isEmpty(), "allows %s with every key".formatted(String.join(" and ", named)));
    }

    private static boolean isOnEveryKey(PolicyStatement statement) {
        return Permissions.isOnEverything(statement)
                || statement.resources().patterns().stream()
                        .anyMatch(pattern -> EVERY_KEY.matcher(pattern).matches());
    }

    private static boolean namesKeys(PolicyCondition condition) {
        return condition.demandsOneOfItsValues()
                && ABOUT_KEYS.matcher(condition.key()).matches();
    }
}
