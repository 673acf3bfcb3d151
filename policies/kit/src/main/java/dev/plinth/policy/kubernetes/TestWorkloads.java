package dev.plinth.policy.kubernetes;

import com.pulumi.kubernetes.apps.v1.Deployment;
import com.pulumi.kubernetes.apps.v1.DeploymentArgs;
import com.pulumi.kubernetes.apps.v1.DeploymentPatch;
import com.pulumi.kubernetes.apps.v1.inputs.DeploymentSpecArgs;
import com.pulumi.kubernetes.batch.v1.CronJob;
import com.pulumi.kubernetes.batch.v1.CronJobArgs;
import com.pulumi.kubernetes.batch.v1.inputs.CronJobSpecArgs;
import com.pulumi.kubernetes.batch.v1.inputs.JobSpecArgs;
import com.pulumi.kubernetes.batch.v1.inputs.JobTemplateSpecArgs;
import com.pulumi.kubernetes.core.v1.Pod;
import com.pulumi.kubernetes.core.v1.PodArgs;
import com.pulumi.kubernetes.core.v1.inputs.ContainerArgs;
import com.pulumi.kubernetes.core.v1.inputs.PodSpecArgs;
import com.pulumi.kubernetes.core.v1.inputs.PodTemplateSpecArgs;
import com.pulumi.kubernetes.core.v1.inputs.SecurityContextArgs;
import com.pulumi.kubernetes.meta.v1.inputs.LabelSelectorArgs;
import dev.plinth.policy.test.TestResource;
import java.util.Map;

/** Workloads to try a rule on, each named after its kind. */
public final class TestWorkloads {
    private TestWorkloads() {}

    /** A bare pod. */
    public static TestResource pod(PodSpecArgs.Builder spec) {
        return TestResource.of(
                Pod.class, "pod", PodArgs.builder().spec(spec.build()).build());
    }

    /** A deployment of such pods. */
    public static TestResource deployment(PodSpecArgs.Builder spec) {
        var deployment = DeploymentSpecArgs.builder()
                .selector(LabelSelectorArgs.builder().build())
                .template(template(spec))
                .build();
        return TestResource.of(
                Deployment.class,
                "deployment",
                DeploymentArgs.builder().spec(deployment).build());
    }

    /** A deployment of such pods, for what the builders cannot say: values may be unknown or secret. */
    public static TestResource deployment(Map<String, Object> spec) {
        return TestResource.of(Deployment.class, "deployment").with("spec", Map.of("template", Map.of("spec", spec)));
    }

    /** A job that starts such a pod each day. */
    public static TestResource cronJob(PodSpecArgs.Builder spec) {
        var job = JobSpecArgs.builder().template(template(spec)).build();
        var schedule = CronJobSpecArgs.builder()
                .schedule("@daily")
                .jobTemplate(JobTemplateSpecArgs.builder().spec(job).build())
                .build();
        return TestResource.of(
                CronJob.class, "job", CronJobArgs.builder().spec(schedule).build());
    }

    /** A patch that says this of the pods of a deployment. */
    public static TestResource patch(Map<String, Object> spec) {
        return TestResource.of(DeploymentPatch.class, "patch").with("spec", Map.of("template", Map.of("spec", spec)));
    }

    /** A pod of these containers. */
    public static PodSpecArgs.Builder containing(ContainerArgs... containers) {
        return PodSpecArgs.builder().containers(containers);
    }

    /** A container that says nothing. */
    public static ContainerArgs container(String name) {
        return ContainerArgs.builder().name(name).build();
    }

    /** A container with this security context. */
    public static ContainerArgs container(String name, SecurityContextArgs.Builder security) {
        return ContainerArgs.builder()
                .name(name)
                .securityContext(security.build())
                .build();
    }

    private static PodTemplateSpecArgs template(PodSpecArgs.Builder spec) {
        return PodTemplateSpecArgs.builder().spec(spec.build()).build();
    }
}
