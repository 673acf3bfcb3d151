package dev.plinth.infra.cluster;

import com.pulumi.aws.eks.AccessEntry;
import com.pulumi.aws.eks.AccessEntryArgs;
import com.pulumi.aws.eks.AccessPolicyAssociation;
import com.pulumi.aws.eks.AccessPolicyAssociationArgs;
import com.pulumi.aws.eks.inputs.AccessPolicyAssociationAccessScopeArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.ComponentResource;
import dev.plinth.infra.component.Scope;
import java.util.Map;

/** Lets a role of AWS into a cluster, with the rights of one of EKS's own policies. */
public final class Admission extends ComponentResource {

    public Admission(String name, AdmissionArgs args, Scope scope) {
        super("plinth:cluster:Admission", name, scope.options());
        var entry = new AccessEntry(
                name,
                AccessEntryArgs.builder()
                        .clusterName(args.clusterName())
                        .principalArn(args.roleArn())
                        .type("STANDARD")
                        .tags(scope.tags(name))
                        .build(),
                scope.child(this));
        new AccessPolicyAssociation(
                name,
                AccessPolicyAssociationArgs.builder()
                        .clusterName(entry.clusterName())
                        .principalArn(entry.principalArn())
                        .policyArn(args.rights().policyArn())
                        .accessScope(AccessPolicyAssociationAccessScopeArgs.builder()
                                .type("cluster")
                                .build())
                        .build(),
                scope.child(this));
        registerOutputs(Map.of());
    }

    /** Who is let in, and what for. */
    public record AdmissionArgs(Output<String> clusterName, Output<String> roleArn, Rights rights) {}

    /** What somebody may do in a cluster. */
    public enum Rights {
        ADMINISTER("AmazonEKSClusterAdminPolicy"),
        /** See everything but secrets. */
        VIEW("AmazonEKSViewPolicy");

        private final String policy;

        Rights(String policy) {
            this.policy = policy;
        }

        String policyArn() {
            return "arn:aws:eks::aws:cluster-access-policy/" + policy;
        }
    }
}
