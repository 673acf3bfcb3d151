package dev.plinth.policies.security.database;

import static org.assertj.core.api.Assertions.assertThat;

import com.pulumi.aws.elasticache.User;
import com.pulumi.aws.elasticache.UserArgs;
import com.pulumi.aws.elasticache.inputs.UserAuthenticationModeArgs;
import dev.plinth.policy.test.PolicyTest;
import dev.plinth.policy.test.TestResource;
import org.junit.jupiter.api.Test;

final class RedisUserNoNopassTest {
    private final PolicyTest rule = PolicyTest.of(new RedisUserNoNopass());

    @Test
    void acceptsAUserWithAPasswordOrIam() {
        assertThat(rule.violations(
                        user(user().passwords("a long password")), user(mode("iam")), user(mode("password"))))
                .isEmpty();
    }

    @Test
    void rejectsAUserWithoutAPassword() {
        assertThat(rule.violations(user(user().noPasswordRequired(true))))
                .containsExactly("app gets in without a password");
        assertThat(rule.violations(user(mode("no-password-required")))).hasSize(1);
    }

    @Test
    void leavesAUserAloneThatIsTurnedOff() {
        assertThat(rule.notApplicable(user(user().noPasswordRequired(true).accessString("off ~* -@all"))))
                .containsExactly("leaves alone a user that is turned off");
    }

    @Test
    void doesNotTakeAnUnknownAccessForOff() {
        assertThat(rule.violations(user(user().noPasswordRequired(true)).unknown("accessString")))
                .hasSize(1);
    }

    @Test
    void waitsForAnUnknownValue() {
        assertThat(rule.undecided(user(user()).unknown("noPasswordRequired")))
                .containsExactly("app: noPasswordRequired is not known before the deployment");
    }

    private static UserArgs.Builder mode(String type) {
        return user().authenticationMode(
                        UserAuthenticationModeArgs.builder().type(type).build());
    }

    private static UserArgs.Builder user() {
        return UserArgs.builder().userId("app").userName("app").engine("redis").accessString("on ~* +@all");
    }

    private static TestResource user(UserArgs.Builder args) {
        return TestResource.of(User.class, "app", args.build());
    }
}
