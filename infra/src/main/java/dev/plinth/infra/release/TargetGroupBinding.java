package dev.plinth.infra.release;

import com.pulumi.core.annotations.ResourceType;
import com.pulumi.kubernetes.Utilities;
import com.pulumi.resources.CustomResource;
import com.pulumi.resources.CustomResourceOptions;

/**
 * Makes the AWS load balancer controller keep a target group equal to a Service's ready pods. The Java SDK for
 * Kubernetes has no type for custom resources, so this one is our own.
 */
@ResourceType(type = TargetGroupBinding.TYPE)
final class TargetGroupBinding extends CustomResource {
    static final String API_VERSION = "elbv2.k8s.aws/v1beta1";
    static final String TYPE = "kubernetes:elbv2.k8s.aws/v1beta1:TargetGroupBinding";

    TargetGroupBinding(String name, TargetGroupBindingArgs args, CustomResourceOptions options) {
        super(TYPE, name, args, withVersion(options));
    }

    private static CustomResourceOptions withVersion(CustomResourceOptions options) {
        return CustomResourceOptions.merge(
                CustomResourceOptions.builder().version(Utilities.getVersion()).build(), options);
    }
}
