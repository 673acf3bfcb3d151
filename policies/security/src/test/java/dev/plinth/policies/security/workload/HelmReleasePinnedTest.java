package dev.plinth.policies.security.workload;

import static org.assertj.core.api.Assertions.assertThat;

import com.pulumi.kubernetes.helm.v3.Release;
import com.pulumi.kubernetes.helm.v3.ReleaseArgs;
import com.pulumi.kubernetes.helm.v3.inputs.RepositoryOptsArgs;
import dev.plinth.policy.test.PolicyTest;
import dev.plinth.policy.test.TestResource;
import java.util.List;
import org.junit.jupiter.api.Test;

final class HelmReleasePinnedTest {
    private final PolicyTest rule = PolicyTest.of(new HelmReleasePinned());

    @Test
    void acceptsOneExactVersion() {
        assertThat(rule.violations(
                        release(chart("metrics-server").version("3.13.0")),
                        release(chart("metrics-server").version("v1.2.3-rc.1"))))
                .isEmpty();
    }

    @Test
    void rejectsNoVersionAndARange() {
        assertThat(rule.violations(release(chart("metrics-server"))))
                .containsExactly("release asks for no version of its chart, not for one exact version");
        assertThat(rule.violations(release(chart("metrics-server").version("^3.0.0"))))
                .containsExactly("release asks for the version ^3.0.0 of its chart, not for one exact version");
        assertThat(rule.violations(release(chart("metrics-server").version("3.13"))))
                .hasSize(1);
    }

    @Test
    void leavesChartsAloneThatCannotChange() {
        assertThat(rule.notApplicable(release(chart("./charts/app")))).hasSize(1);
        assertThat(rule.violations(release(chart("https://charts.example.com/app-1.2.3.tgz"))))
                .isEmpty();
    }

    @Test
    void asksForTheRepositoriesOfTheList() {
        PolicyTest listed = rule.configured("repositories", List.of("https://charts.example.com"));
        var other =
                RepositoryOptsArgs.builder().repo("https://charts.example.org").build();

        assertThat(listed.violations(release(chart("https://charts.example.com/app-1.2.3.tgz"))))
                .isEmpty();
        assertThat(listed.violations(release(chart("app").version("1.2.3").repositoryOpts(other))))
                .containsExactly("release takes its chart from https://charts.example.org, which is not listed");
        assertThat(listed.violations(release(chart("oci://ghcr.io/app").version("1.2.3"))))
                .hasSize(1);
    }

    @Test
    void waitsForAnUnknownVersion() {
        assertThat(rule.undecided(release(chart("app")).unknown("version")))
                .containsExactly("release: version is not known before the deployment");
    }

    private static ReleaseArgs.Builder chart(String name) {
        return ReleaseArgs.builder().chart(name);
    }

    private static TestResource release(ReleaseArgs.Builder args) {
        return TestResource.of(Release.class, "release", args.build());
    }
}
