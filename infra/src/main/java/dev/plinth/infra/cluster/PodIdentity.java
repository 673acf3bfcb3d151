package dev.plinth.infra.cluster;

import com.pulumi.aws.eks.PodIdentityAssociation;
import com.pulumi.aws.eks.PodIdentityAssociationArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.ComponentResource;
import dev.plinth.infra.access.ServiceRole;
import dev.plinth.infra.access.ServiceRoleArgs;
import dev.plinth.infra.access.Statement;
import dev.plinth.infra.access.Trust;
import dev.plinth.infra.component.Scope;
import java.util.List;
import java.util.Map;

/** Gives the pods of a service account a role in AWS, without a secret in the cluster. */
final class PodIdentity extends ComponentResource {
    private final Output<String> roleArn;

    PodIdentity(String name, Account account, List<Statement> statements, Scope scope) {
        super("plinth:cluster:PodIdentity", name, scope.options());
        var role = new ServiceRole(
                name,
                new ServiceRoleArgs(
                        "The pods of %s in %s".formatted(account.serviceAccount(), scope.environment()),
                        Trust.pods(scope.account()),
                        statements,
                        List.of()),
                scope.within(this));
        var association = new PodIdentityAssociation(
                name,
                PodIdentityAssociationArgs.builder()
                        .clusterName(account.clusterName())
                        .namespace(account.namespace())
                        .serviceAccount(account.serviceAccount())
                        .roleArn(role.arn())
                        .tags(scope.tags(name))
                        .build(),
                scope.child(this));
        this.roleArn = association.roleArn();
        registerOutputs(Map.of("roleArn", roleArn));
    }

    /** A service account of a cluster. */
    record Account(Output<String> clusterName, Output<String> namespace, String serviceAccount) {}

    /** The role, once the pods get it. */
    Output<String> roleArn() {
        return roleArn;
    }
}
