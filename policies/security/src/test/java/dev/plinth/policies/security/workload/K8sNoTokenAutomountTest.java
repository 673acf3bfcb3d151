package dev.plinth.policies.security.workload;

import static dev.plinth.policy.kubernetes.TestWorkloads.containing;
import static dev.plinth.policy.kubernetes.TestWorkloads.deployment;
import static dev.plinth.policy.kubernetes.TestWorkloads.patch;
import static org.assertj.core.api.Assertions.assertThat;

import com.pulumi.kubernetes.core.v1.ServiceAccount;
import com.pulumi.kubernetes.core.v1.ServiceAccountArgs;
import com.pulumi.kubernetes.meta.v1.inputs.ObjectMetaArgs;
import dev.plinth.policy.Value;
import dev.plinth.policy.test.PolicyTest;
import dev.plinth.policy.test.TestResource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class K8sNoTokenAutomountTest {
    private final PolicyTest rule = PolicyTest.of(new K8sNoTokenAutomount());
    private final PolicyTest listed = rule.configured("accounts", List.of("operator"));

    @Test
    void acceptsAPodAndAnAccountWithoutToken() {
        assertThat(rule.violations(
                        deployment(containing().automountServiceAccountToken(false)),
                        account(args("app").automountServiceAccountToken(false))))
                .isEmpty();
    }

    @Test
    void rejectsThemByDefault() {
        assertThat(rule.violations(deployment(containing()), account(args("app"))))
                .containsExactly(
                        "deployment gets a token for the cluster's API, though its account is not listed",
                        "account hands its token to every pod that does not refuse it");
    }

    @Test
    void acceptsTheAccountsOfTheList() {
        assertThat(listed.violations(
                        deployment(containing().serviceAccountName("operator")), account(args("operator"))))
                .isEmpty();
        assertThat(listed.violations(deployment(containing().serviceAccountName("other"))))
                .hasSize(1);
    }

    @Test
    void judgesOnlyWhatAPatchSays() {
        assertThat(rule.violations(patch(Map.of()))).isEmpty();
        assertThat(rule.violations(patch(Map.of("automountServiceAccountToken", true))))
                .hasSize(1);
    }

    @Test
    void needsNoNameOfAnAccountThatIsMadeInTheSameRun() {
        assertThat(listed.violations(deployment(Map.of("serviceAccountName", new Value.Unknown()))))
                .hasSize(1);
        assertThat(listed.violations(account(args("app")).unknown("metadata"))).hasSize(1);
    }

    @Test
    void waitsForAnUnknownFlag() {
        assertThat(rule.undecided(account(args("app")).unknown("automountServiceAccountToken")))
                .containsExactly("account: automountServiceAccountToken is not known before the deployment");
    }

    private static ServiceAccountArgs.Builder args(String name) {
        return ServiceAccountArgs.builder()
                .metadata(ObjectMetaArgs.builder().name(name).build());
    }

    private static TestResource account(ServiceAccountArgs.Builder args) {
        return TestResource.of(ServiceAccount.class, "account", args.build());
    }
}
