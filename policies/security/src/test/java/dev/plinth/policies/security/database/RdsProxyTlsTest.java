package dev.plinth.policies.security.database;

import static org.assertj.core.api.Assertions.assertThat;

import com.pulumi.aws.rds.Proxy;
import com.pulumi.aws.rds.ProxyArgs;
import com.pulumi.aws.rds.inputs.ProxyAuthArgs;
import dev.plinth.policy.test.PolicyTest;
import dev.plinth.policy.test.TestResource;
import org.junit.jupiter.api.Test;

final class RdsProxyTlsTest {
    private final PolicyTest rule = PolicyTest.of(new RdsProxyTls());

    @Test
    void acceptsTlsOnly() {
        assertThat(rule.violations(proxy(proxy().requireTls(true)))).isEmpty();
    }

    @Test
    void rejectsClientsWithoutTlsSaidOrUnsaid() {
        assertThat(rule.violations(proxy(proxy().requireTls(false))))
                .containsExactly("proxy lets clients in without TLS, as requireTls is not true");
        assertThat(rule.violations(proxy(proxy()))).hasSize(1);
    }

    @Test
    void waitsForAnUnknownValue() {
        assertThat(rule.undecided(proxy(proxy()).unknown("requireTls")))
                .containsExactly("proxy: requireTls is not known before the deployment");
    }

    @Test
    void asksForTls() {
        TestResource remedied = rule.remedied(proxy(proxy()));

        assertThat(rule.violations(remedied)).isEmpty();
        assertThat(rule.remedied(remedied).resource()).isEqualTo(remedied.resource());
    }

    private static ProxyArgs.Builder proxy() {
        return ProxyArgs.builder()
                .engineFamily("POSTGRESQL")
                .roleArn("role")
                .auths(ProxyAuthArgs.builder().secretArn("login").build())
                .vpcSubnetIds("subnet-1", "subnet-2");
    }

    private static TestResource proxy(ProxyArgs.Builder args) {
        return TestResource.of(Proxy.class, "proxy", args.build());
    }
}
