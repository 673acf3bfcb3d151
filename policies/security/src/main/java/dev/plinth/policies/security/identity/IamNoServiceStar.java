package dev.plinth.policies.security.identity;

import static dev.plinth.policy.Framework.AWS_FSBP;
import static dev.plinth.policy.Framework.CHECKOV;

import dev.plinth.policy.Context;
import dev.plinth.policy.Judgement;
import dev.plinth.policy.Resource;
import dev.plinth.policy.ResourceRule;
import dev.plinth.policy.RuleInfo;
import dev.plinth.policy.Severity;
import dev.plinth.policy.aws.PolicyNames;
import dev.plinth.policy.aws.PolicyStatement;
import java.util.List;
import java.util.regex.Pattern;

/** No identity may do all that a service can, with everything in it and under no condition. */
final class IamNoServiceStar implements ResourceRule {
    /** Services of which a rule of their own says what is too much. */
    private static final List<String> LEFT_TO_OTHER_RULES = List.of("iam:*", "kms:*");

    private static final Pattern WHOLE_SERVICE = Pattern.compile("[\\w-]+:?\\*");

    @Override
    public RuleInfo info() {
        return RuleInfo.advisory("iam-no-service-star", Permissions.TYPES, "No policy allows all of a service")
                .severity(Severity.MEDIUM)
                .controls(
                        AWS_FSBP.control("IAM.21"),
                        CHECKOV.control("CKV_AWS_289"),
                        CHECKOV.control("CKV_AWS_290"),
                        CHECKOV.control("CKV_AWS_355"))
                .why(
                        "All of a service holds what nobody meant, such as making its data public, and what AWS adds later.")
                .cure("name the actions, name the resources, or add a condition to the statement");
    }

    @Override
    public Judgement check(Resource policy, Context context) {
        return Permissions.judgeKnown(policy, context, IamNoServiceStar::check);
    }

    private static Judgement check(PolicyStatement statement) {
        boolean narrow = !Permissions.isOnEverything(statement)
                || !statement.conditions().isEmpty()
                || Permissions.isEveryAction(statement);
        if (narrow) {
            return Judgement.kept();
        }
        List<String> patterns = statement.actions().patterns();
        if (statement.actions().inverted()) {
            return Judgement.violated(
                    "allows every action but %s on every resource".formatted(String.join(", ", patterns)));
        }
        return Judgement.violated(patterns.stream()
                .filter(IamNoServiceStar::isWholeService)
                .map("allows %s on every resource"::formatted)
                .toList());
    }

    private static boolean isWholeService(String pattern) {
        var alone = new PolicyNames(List.of(pattern), false);
        return WHOLE_SERVICE.matcher(pattern).matches()
                && LEFT_TO_OTHER_RULES.stream().noneMatch(alone::cover);
    }
}
