package dev.plinth.policy.kubernetes;

import static dev.plinth.policy.kubernetes.TestWorkloads.container;
import static dev.plinth.policy.kubernetes.TestWorkloads.containing;
import static dev.plinth.policy.kubernetes.TestWorkloads.cronJob;
import static dev.plinth.policy.kubernetes.TestWorkloads.deployment;
import static dev.plinth.policy.kubernetes.TestWorkloads.pod;
import static org.assertj.core.api.Assertions.assertThat;

import com.pulumi.kubernetes.apps.v1.Deployment;
import com.pulumi.kubernetes.apps.v1.DeploymentPatch;
import com.pulumi.kubernetes.core.v1.Pod;
import com.pulumi.kubernetes.core.v1.inputs.ContainerArgs;
import com.pulumi.kubernetes.core.v1.inputs.EphemeralContainerArgs;
import com.pulumi.kubernetes.core.v1.inputs.PodOSArgs;
import com.pulumi.kubernetes.core.v1.inputs.PodSecurityContextArgs;
import com.pulumi.kubernetes.core.v1.inputs.PodSpecArgs;
import com.pulumi.kubernetes.core.v1.inputs.SecurityContextArgs;
import dev.plinth.policy.Context;
import dev.plinth.policy.Judgement;
import dev.plinth.policy.Patch;
import dev.plinth.policy.Property;
import dev.plinth.policy.RemediatingRule;
import dev.plinth.policy.Resource;
import dev.plinth.policy.ResourceRule;
import dev.plinth.policy.RuleInfo;
import dev.plinth.policy.Value;
import dev.plinth.policy.test.PolicyTest;
import dev.plinth.policy.test.TestResource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class WorkloadsTest {
    private static final Property<Boolean> PRIVILEGED =
            Container.SECURITY.fields().flag("privileged");
    private static final Property<Integer> USER = Container.SHARED_SECURITY.integer("runAsUser");

    private final PolicyTest rule = PolicyTest.of(new NoPrivileges());
    private final PolicyTest users = PolicyTest.of(ResourceRule.of(
            info("user"),
            (workload, context) -> Workloads.judge(
                    workload,
                    pod -> pod.eachContainer(container -> Judgement.violated(container.title() + " runs as "
                            + container.inherited(USER).orElse(-1))))));

    @Test
    void findsThePodInEveryKindOfWorkload() {
        assertThat(Workloads.ALL.tokens()).hasSize(16).containsAll(Workloads.PATCHES.tokens());
        assertThat(rule.violations(
                        pod(containing(privileged("a"))),
                        deployment(containing(privileged("b"))),
                        cronJob(containing(privileged("c")))))
                .containsExactly("pod runs container a", "deployment runs container b", "job runs container c");
    }

    @Test
    void findsContainersOfEveryKind() {
        var spec = PodSpecArgs.builder()
                .containers(container("app"))
                .initContainers(privileged("migrate"))
                .ephemeralContainers(EphemeralContainerArgs.builder()
                        .name("debug")
                        .securityContext(
                                SecurityContextArgs.builder().privileged(true).build())
                        .build());

        assertThat(rule.violations(pod(spec)))
                .containsExactly("pod runs init container migrate", "pod runs ephemeral container debug");
    }

    @Test
    void looksAtTheOthersWhereOneContainerIsUnknown() {
        var unknown = TestResource.of(Pod.class, "pod")
                .with(
                        "spec",
                        Map.of(
                                "containers",
                                List.of(
                                        new Value.Unknown(),
                                        Map.of("name", "b", "securityContext", Map.of("privileged", true)))));

        assertThat(rule.violations(unknown)).containsExactly("pod runs container b");
    }

    @Test
    void waitsForAnUnknownPod() {
        assertThat(rule.undecided(
                        TestResource.of(Deployment.class, "deployment").unknown("spec")))
                .containsExactly("deployment: spec is not known before the deployment");
    }

    @Test
    void hasNothingToSayOfAPatchWithoutAPod() {
        assertThat(rule.notApplicable(
                        TestResource.of(DeploymentPatch.class, "patch").with("spec", Map.of("replicas", 2))))
                .containsExactly("finds no pod in it");
    }

    @Test
    void letsTheContainerSayOtherwiseThanThePod() {
        var own = container("own", SecurityContextArgs.builder().runAsUser(7));
        var spec = PodSpecArgs.builder()
                .securityContext(PodSecurityContextArgs.builder().runAsUser(5).build())
                .containers(own, container("other"));

        assertThat(users.violations(pod(spec)))
                .containsExactly("pod container own runs as 7", "pod container other runs as 5");
    }

    @Test
    void callsAContainerWithoutAKnownNameByItsKind() {
        var unknown = Map.<String, Object>of("name", new Value.Unknown());
        var pod = TestResource.of(Pod.class, "pod").with("spec", Map.of("initContainers", List.of(unknown, Map.of())));

        assertThat(users.violations(pod)).containsExactly("pod an init container runs as -1");
    }

    @Test
    void knowsWindows() {
        var windows = PodSpecArgs.builder()
                .os(PodOSArgs.builder().name("windows").build())
                .containers(container("app"));
        var rule = PolicyTest.of(ResourceRule.of(
                info("windows"),
                (workload, context) ->
                        Workloads.judge(workload, pod -> Judgement.violatedIf(pod.isWindows(), "is on Windows"))));

        assertThat(rule.violations(pod(windows))).containsExactly("pod is on Windows");
        assertThat(rule.violations(pod(containing(container("app"))))).isEmpty();
    }

    @Test
    void changesContainersWhereTheyStand() {
        TestResource remedied = rule.remedied(cronJob(containing(privileged("a"))));

        assertThat(rule.violations(remedied)).isEmpty();
        assertThat(rule.remedied(remedied).resource()).isEqualTo(remedied.resource());
    }

    /** The smallest rule that looks into containers and can change them. */
    private record NoPrivileges() implements RemediatingRule {
        @Override
        public RuleInfo info() {
            return WorkloadsTest.info("no-privileges");
        }

        @Override
        public Judgement check(Resource workload, Context context) {
            return Workloads.judge(
                    workload,
                    pod -> pod.eachContainer(
                            container -> Judgement.violatedIf(isPrivileged(container), "runs " + container.title())));
        }

        @Override
        public Patch remedy(Resource workload, Context context) {
            return Workloads.patch(
                    workload,
                    pod -> pod.patchContainers(container -> isPrivileged(container)
                            ? Patch.inside(Container.SECURITY, Patch.put(PRIVILEGED, false))
                            : Patch.NONE));
        }

        private static boolean isPrivileged(Container container) {
            return container.security(PRIVILEGED).orElse(false);
        }
    }

    private static RuleInfo info(String id) {
        return RuleInfo.mandatory(id, Workloads.ALL, "Test").cure("do it");
    }

    private static ContainerArgs privileged(String name) {
        return container(name, SecurityContextArgs.builder().privileged(true));
    }
}
