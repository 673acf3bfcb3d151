package dev.plinth.policies.security.database;

import com.pulumi.aws.elasticache.User;
import dev.plinth.policy.Context;
import dev.plinth.policy.Judgement;
import dev.plinth.policy.ObjectProperty;
import dev.plinth.policy.Properties;
import dev.plinth.policy.Property;
import dev.plinth.policy.Resource;
import dev.plinth.policy.ResourceRule;
import dev.plinth.policy.ResourceTypes;
import dev.plinth.policy.RuleInfo;
import dev.plinth.policy.Severity;
import java.util.List;

/** No user of Redis that may do anything gets in without proving who it is. */
final class RedisUserNoNopass implements ResourceRule {
    private static final ResourceTypes USERS = ResourceTypes.of(User.class);
    private static final Property<Boolean> UNASKED = USERS.flag("noPasswordRequired");
    private static final Property<String> ACCESS = USERS.text("accessString");
    private static final ObjectProperty<Properties> MODE = USERS.object("authenticationMode");
    private static final Property<String> TYPE = MODE.fields().text("type");

    @Override
    public RuleInfo info() {
        return RuleInfo.mandatory("redis-user-no-nopass", USERS, "A user of Redis needs a password or IAM")
                .severity(Severity.HIGH)
                .why("A user without a password is an open door with a name on it.")
                .cure("set authenticationMode to passwords or iam, or turn the user off: accessString 'off ~* -@all'");
    }

    @Override
    public Judgement check(Resource user, Context context) {
        if (!user.isUnknown(ACCESS) && isOff(user.get(ACCESS).orElse(""))) {
            return Judgement.notApplicable("leaves alone a user that is turned off");
        }
        return Judgement.violatedIf(entersUnasked(user), "gets in without a password");
    }

    private static boolean entersUnasked(Resource user) {
        return user.get(UNASKED).orElse(false)
                || user.get(MODE)
                        .flatMap(mode -> mode.get(TYPE))
                        .filter("no-password-required"::equals)
                        .isPresent();
    }

    private static boolean isOff(String access) {
        return List.of(access.split(" ", -1)).contains("off");
    }
}
