package dev.plinth.policies.security.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.pulumi.aws.iam.RolePolicy;
import com.pulumi.aws.iam.RolePolicyArgs;
import dev.plinth.policy.test.PolicyTest;
import dev.plinth.policy.test.TestResource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class IamNoDecryptAllTest {
    private final PolicyTest rule = PolicyTest.of(new IamNoDecryptAll());

    @Test
    void rejectsEveryKey() {
        assertThat(rule.violations(policy("{'Effect':'Allow','Action':['kms:Decrypt','kms:Re*'],'Resource':'*'}")))
                .containsExactly("p allows kms:Decrypt and kms:ReEncryptFrom with every key");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"arn:aws:kms:*:*:key/*", "arn:aws:kms:eu-central-1:111122223333:key/*", "arn:aws:kms:*:*:*"})
    void rejectsAllKeysOfAnAccount(String resource) {
        assertThat(rule.violations(policy(Documents.allow("kms:*", resource)))).hasSize(1);
    }

    @Test
    void acceptsNamedKeysAndConditionsOnThem() {
        assertThat(rule.violations(
                        policy(Documents.allow("kms:Decrypt", "arn:aws:kms:eu-central-1:111122223333:key/1")),
                        policy(Documents.allow(
                                "kms:Decrypt", "ForAnyValue:StringEquals", "kms:ResourceAliases", "alias/a")),
                        policy(Documents.allow("kms:*", "StringEquals", "kms:ViaService", "s3.a.amazonaws.com")),
                        policy(Documents.allow("kms:Encrypt", "*"))))
                .isEmpty();
    }

    @Test
    void isNotContentWithAnyCondition() {
        assertThat(rule.violations(
                        policy(Documents.allow("kms:Decrypt", "StringEquals", "aws:RequestedRegion", "eu-central-1")),
                        policy(Documents.allow("kms:Decrypt", "StringNotEquals", "kms:ViaService", "s3.a"))))
                .hasSize(2);
    }

    @Test
    void leavesToOtherRulesWhatIsTheirs() {
        assertThat(rule.violations(
                        policy(Documents.allow("*", "*")),
                        policy("{'Effect':'Allow','NotAction':'s3:*','Resource':'*'}")))
                .isEmpty();
    }

    private static TestResource policy(String... statements) {
        return TestResource.of(RolePolicy.class, "p", args(statements).build());
    }

    private static RolePolicyArgs.Builder args(String... statements) {
        return RolePolicyArgs.builder().role("app").policy(Documents.of(statements));
    }
}
