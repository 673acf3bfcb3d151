package dev.plinth.policies.security.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.pulumi.aws.Provider;
import com.pulumi.aws.ProviderArgs;
import dev.plinth.policy.test.PolicyTest;
import dev.plinth.policy.test.TestResource;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ProviderNoStaticKeysTest {
    private final PolicyTest rule = PolicyTest.of(new ProviderNoStaticKeys());

    @Test
    void acceptsAProviderThatNamesItsAccount() {
        assertThat(rule.violations(provider(named()))).isEmpty();
    }

    @Test
    void rejectsCredentialsAndDoesNotPrintThem() {
        assertThat(rule.violations(
                        provider(named().accessKey("AKIAEXAMPLE").token("t0ken")),
                        provider(named()).secret("secretKey", "hunter22")))
                .containsExactly(
                        "aws carries credentials in accessKey",
                        "aws carries credentials in token",
                        "aws carries credentials in secretKey");
    }

    @Test
    void rejectsCredentialsThatAreNotKnownYet() {
        assertThat(rule.violations(provider(named()).unknown("secretKey"))).hasSize(1);
    }

    @Test
    void rejectsAProviderThatTakesAnyAccount() {
        assertThat(rule.violations(
                        provider(ProviderArgs.builder()),
                        provider(ProviderArgs.builder().allowedAccountIds(List.of()))))
                .containsExactly(
                        "aws changes any account that it is let into, as allowedAccountIds is empty",
                        "aws changes any account that it is let into, as allowedAccountIds is empty");
        assertThat(rule.configured("accountNamed", false).violations(provider(ProviderArgs.builder())))
                .isEmpty();
    }

    @Test
    void rejectsOtherRegionsIfConfigured() {
        PolicyTest european = rule.configured("regions", List.of("eu-central-1", "eu-west-1"));

        assertThat(european.violations(
                        provider(named().region("eu-west-1")),
                        provider(named().region("us-east-1")),
                        provider(named().region(""))))
                .containsExactly("aws works in us-east-1, which is none of its regions", "aws names no region");
    }

    @Test
    void waitsForAnUnknownRegionOnlyIfSomeAreNamed() {
        TestResource planned = provider(named()).unknown("region");

        assertThat(rule.undecided(planned)).isEmpty();
        assertThat(rule.configured("regions", List.of("eu-west-1")).undecided(planned))
                .hasSize(1);
    }

    private static ProviderArgs.Builder named() {
        return ProviderArgs.builder().allowedAccountIds("111122223333");
    }

    private static TestResource provider(ProviderArgs.Builder args) {
        return TestResource.of(Provider.class, "aws", args.build());
    }
}
