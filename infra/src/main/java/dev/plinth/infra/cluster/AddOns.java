package dev.plinth.infra.cluster;

import com.pulumi.aws.eks.Addon;
import com.pulumi.aws.eks.AddonArgs;
import com.pulumi.aws.eks.inputs.AddonPodIdentityAssociationArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.ComponentResource;
import com.pulumi.resources.CustomResourceOptions;
import com.pulumi.resources.Resource;
import dev.plinth.infra.access.Condition;
import dev.plinth.infra.access.ServiceRole;
import dev.plinth.infra.access.ServiceRoleArgs;
import dev.plinth.infra.access.Statement;
import dev.plinth.infra.access.Trust;
import dev.plinth.infra.component.Scope;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The add-ons of one phase in a cluster's life. */
final class AddOns extends ComponentResource {
    private final String name;
    private final ClusterArgs args;
    private final Scope scope;

    /** The cluster that add-ons go to, and what must be there before the first of them. */
    record Target(Output<String> clusterName, List<Resource> after) {

        Target {
            after = List.copyOf(after);
        }
    }

    AddOns(String name, AddOn.Phase phase, ClusterArgs args, Target target, Scope scope) {
        super("plinth:cluster:AddOns", name + "-" + phase.title(), scope.options());
        this.name = name;
        this.args = args;
        this.scope = scope;
        var options = CustomResourceOptions.builder()
                .parent(this)
                .dependsOn(target.after().toArray(Resource[]::new))
                .build();
        Arrays.stream(AddOn.values())
                .filter(addOn -> addOn.phase() == phase)
                .forEach(addOn ->
                        new Addon(name + "-" + addOn.title(), addOnArgs(addOn, target.clusterName()), options));
        registerOutputs(Map.of());
    }

    private AddonArgs addOnArgs(AddOn addOn, Output<String> clusterName) {
        var tags = scope.tags(name + "-" + addOn.title());
        var builder = AddonArgs.builder()
                .clusterName(clusterName)
                .addonName(addOn.title())
                // The program says how they are set up; what somebody changed by hand does not stay.
                .resolveConflictsOnCreate("OVERWRITE")
                .resolveConflictsOnUpdate("OVERWRITE")
                .tags(tags);
        Optional.ofNullable(args.spec().addOnVersions().get(addOn)).ifPresent(builder::addonVersion);
        AddOnSettings.of(addOn, tags).ifPresent(builder::configurationValues);
        identity(addOn).map(List::of).ifPresent(builder::podIdentityAssociations);
        return builder.build();
    }

    /** Who an add-on is in AWS; most need nothing of it. */
    private Optional<AddonPodIdentityAssociationArgs> identity(AddOn addOn) {
        var trust = Trust.pods(scope.account());
        return switch (addOn) {
            case NETWORK ->
                Optional.of(identity(
                        addOn,
                        "aws-node",
                        ServiceRoleArgs.of("Gives pods of " + scope.environment() + " their addresses", trust)
                                .managed("AmazonEKS_CNI_Policy")));
            case DISKS ->
                Optional.of(identity(
                        addOn,
                        "ebs-csi-controller-sa",
                        new ServiceRoleArgs(
                                        "Makes disks for pods of " + scope.environment(),
                                        trust,
                                        List.of(useKey(), lendKey()),
                                        List.of())
                                .managed("service-role/AmazonEBSCSIDriverPolicy")));
            case NAMES, POD_IDENTITY, SERVICES -> Optional.empty();
        };
    }

    private AddonPodIdentityAssociationArgs identity(AddOn addOn, String serviceAccount, ServiceRoleArgs roleArgs) {
        var role = new ServiceRole(name + "-" + addOn.title(), roleArgs, scope.within(this));
        return AddonPodIdentityAssociationArgs.builder()
                .serviceAccount(serviceAccount)
                .roleArn(role.arn())
                .build();
    }

    private Statement useKey() {
        return Statement.allow(
                        "EncryptDisks",
                        "kms:Encrypt",
                        "kms:Decrypt",
                        "kms:ReEncryptFrom",
                        "kms:ReEncryptTo",
                        "kms:GenerateDataKeyWithoutPlaintext",
                        "kms:DescribeKey")
                .on(args.keyArn());
    }

    /** EBS uses the key on its own as long as a disk is attached. */
    private Statement lendKey() {
        return Statement.allow("LendKey", "kms:CreateGrant", "kms:ListGrants", "kms:RevokeGrant")
                .on(args.keyArn())
                .when(Condition.bool("kms:GrantIsForAWSResource", true));
    }
}
