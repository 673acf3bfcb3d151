package dev.plinth.infra.cluster;

import dev.plinth.infra.access.Condition;
import dev.plinth.infra.access.Statement;
import dev.plinth.infra.component.Scope;
import java.util.List;

/** What the cluster's controllers may do in AWS. */
final class ControllerRights {
    private static final String EVERYTHING = "*";

    private ControllerRights() {}

    /** External Secrets reads nothing itself: it becomes one of the readers, each with its own secrets. */
    static Statement becomeReaders(Scope scope) {
        return Statement.allow("BecomeReader", "sts:AssumeRole", "sts:TagSession")
                .on(SecretReader.roles(scope));
    }

    /**
     * To keep targets, of the policy that the AWS Load Balancer Controller comes with (docs/install/iam_policy.json of
     * kubernetes-sigs/aws-load-balancer-controller, v3.5.0) nothing is left that makes or changes a load balancer.
     */
    static List<Statement> targets(Scope scope) {
        return List.of(
                // AWS lets none of these be limited to some resources.
                Statement.allow(
                                "SeeTargets",
                                "elasticloadbalancing:DescribeTargetGroups",
                                "elasticloadbalancing:DescribeTargetGroupAttributes",
                                "elasticloadbalancing:DescribeTargetHealth",
                                "elasticloadbalancing:DescribeTags",
                                "elasticloadbalancing:DescribeLoadBalancers",
                                "ec2:DescribeAvailabilityZones",
                                "ec2:DescribeInstances",
                                "ec2:DescribeNetworkInterfaces",
                                "ec2:DescribeSecurityGroups",
                                "ec2:DescribeSubnets",
                                "ec2:DescribeVpcs")
                        .on(EVERYTHING),
                Statement.allow(
                                "KeepTargets",
                                "elasticloadbalancing:RegisterTargets",
                                "elasticloadbalancing:DeregisterTargets")
                        .on(scope.account().arn("elasticloadbalancing", "targetgroup/*"))
                        .when(Condition.like("aws:ResourceTag/Name", scope.title(EVERYTHING))));
    }

    /** By cluster-autoscaler/cloudprovider/aws/README.md of kubernetes/autoscaler, kept to groups of this cluster. */
    static List<Statement> nodes(String clusterName, Scope scope) {
        return List.of(
                Statement.allow(
                                "SeeNodes",
                                "autoscaling:DescribeAutoScalingGroups",
                                "autoscaling:DescribeAutoScalingInstances",
                                "autoscaling:DescribeLaunchConfigurations",
                                "autoscaling:DescribeScalingActivities",
                                "ec2:DescribeImages",
                                "ec2:DescribeInstanceTypes",
                                "ec2:DescribeLaunchTemplateVersions",
                                "ec2:GetInstanceTypesFromInstanceRequirements")
                        .on(EVERYTHING),
                Statement.allow("SeeNodeGroups", "eks:DescribeNodegroup")
                        .on(scope.account().arn("eks", "nodegroup/%s/*".formatted(clusterName))),
                Statement.allow(
                                "ScaleNodes",
                                "autoscaling:SetDesiredCapacity",
                                "autoscaling:TerminateInstanceInAutoScalingGroup")
                        .on(scope.account().arn("autoscaling", "autoScalingGroup:*:autoScalingGroupName/*"))
                        // EKS puts this on the groups that it makes.
                        .when(Condition.is("aws:ResourceTag/k8s.io/cluster-autoscaler/" + clusterName, "owned")));
    }
}
