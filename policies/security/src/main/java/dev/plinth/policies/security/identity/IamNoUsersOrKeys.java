package dev.plinth.policies.security.identity;

import static dev.plinth.policy.Framework.CHECKOV;

import com.pulumi.aws.iam.AccessKey;
import com.pulumi.aws.iam.User;
import dev.plinth.policy.Context;
import dev.plinth.policy.Described;
import dev.plinth.policy.Judgement;
import dev.plinth.policy.Resource;
import dev.plinth.policy.ResourceRule;
import dev.plinth.policy.ResourceTypes;
import dev.plinth.policy.RuleConfig;
import dev.plinth.policy.RuleInfo;
import dev.plinth.policy.Severity;
import java.util.List;

/** Nobody signs in with a password or a key that lasts: people and pipelines take on roles. */
final class IamNoUsersOrKeys implements ResourceRule {
    record Exceptions(
            @Described("names, in the program, of the users and keys that there may be")
            List<String> allowed) {}

    private static final RuleConfig<Exceptions> EXCEPTIONS = RuleConfig.of(new Exceptions(List.of()));
    private static final ResourceTypes USERS = ResourceTypes.of(User.class);

    @Override
    public RuleInfo info() {
        var types = ResourceTypes.of(AccessKey.class, User.class);
        return RuleInfo.mandatory("iam-no-users-or-keys", types, "There are no users and no access keys of IAM")
                .severity(Severity.HIGH)
                .controls(CHECKOV.control("CKV_AWS_273"))
                .why("A key that lasts is found one day, in a log or on a laptop; and it is in the stack's state.")
                .cure("make a role instead, and let people come by single sign-on and pipelines by OpenID Connect")
                .config(EXCEPTIONS);
    }

    @Override
    public Judgement check(Resource resource, Context context) {
        if (context.get(EXCEPTIONS).allowed().contains(resource.name())) {
            return Judgement.kept();
        }
        return Judgement.violated(resource.is(USERS) ? "is a user of IAM" : "is an access key that lasts");
    }
}
