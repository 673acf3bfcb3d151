package dev.plinth.infra.cluster;

import com.pulumi.core.Output;
import com.pulumi.kubernetes.helm.v3.Release;
import com.pulumi.kubernetes.helm.v3.ReleaseArgs;
import com.pulumi.kubernetes.helm.v3.inputs.RepositoryOptsArgs;
import com.pulumi.resources.ComponentResource;
import com.pulumi.resources.CustomResourceOptions;
import com.pulumi.resources.Resource;
import dev.plinth.infra.access.Statement;
import dev.plinth.infra.cluster.Allowance.Peer.Addresses;
import dev.plinth.infra.component.Scope;
import dev.plinth.infra.network.Cidr;
import java.util.List;
import java.util.Map;

/** What works for apps in the cluster: targets, secrets, metrics and nodes, in a namespace of their own. */
final class Controllers extends ComponentResource {
    /** Nine pods when all is well, and as many again while they are replaced. */
    private static final Quota SHARE = Quota.of(20, "250m", "400Mi");

    private static final int WAIT_SECONDS = 600;
    private static final int REVISIONS = 5;

    private final String name;
    private final AppNamespace namespace;
    private final PodIdentity secrets;
    private final Output<String> clusterName;
    private final Scope scope;

    Controllers(String name, ClusterArgs args, Output<String> clusterName, Scope scope) {
        super("plinth:cluster:Controllers", name, scope.options());
        this.name = name;
        this.clusterName = clusterName;
        this.scope = scope;
        var title = scope.title(Cluster.NAME);
        var region = scope.account().region();
        this.namespace = new AppNamespace(
                name, new AppNamespaceArgs(SHARE, allowances(args.around().addresses())), scope.within(this));
        this.secrets = identity("external-secrets", List.of(ControllerRights.becomeReaders(scope)));
        install(Charts.secrets(), secrets);
        install(
                Charts.targets(title, region, args.around().vpcId()),
                identity("aws-load-balancer-controller", ControllerRights.targets(scope)));
        install(
                Charts.nodes(title, region, args.spec().version()),
                identity("cluster-autoscaler", ControllerRights.nodes(title, scope)));
        install(Charts.metrics(), namespace);
        registerOutputs(Map.of());
    }

    /** Who External Secrets is in AWS. */
    Output<String> secretsRoleArn() {
        return secrets.roleArn();
    }

    private PodIdentity identity(String serviceAccount, List<Statement> statements) {
        return new PodIdentity(
                name + "-" + serviceAccount,
                new PodIdentity.Account(clusterName, namespace.namespaceName(), serviceAccount),
                statements,
                scope.within(this));
    }

    /** @param first what pods must find when they start: who they are, and a namespace that lets them talk */
    private void install(Chart chart, Resource first) {
        var args = ReleaseArgs.builder()
                .name(chart.name())
                .namespace(namespace.namespaceName())
                .chart(chart.name())
                .repositoryOpts(
                        RepositoryOptsArgs.builder().repo(chart.repository()).build())
                .version(chart.version())
                .values(chart.values())
                // A release that does not get ready is taken back, and the run says so.
                .atomic(true)
                .timeout(WAIT_SECONDS)
                .maxHistory(REVISIONS)
                .build();
        var options = CustomResourceOptions.builder()
                .parent(this)
                .dependsOn(first, namespace)
                .build();
        new Release(name + "-" + chart.name(), args, options);
    }

    private static List<Allowance> allowances(Cidr vpc) {
        return List.of(
                // The cluster's API asks webhooks and metrics from addresses in the network, as do kubelets for health.
                Allowance.in("webhooks", new Addresses(vpc), 9443, 10_250),
                Allowance.out("kubelets", new Addresses(vpc), 10_250),
                Allowance.out("pod-identity", new Addresses(Cidr.parse("169.254.170.23/32")), 80),
                // The cluster's API and AWS's.
                Allowance.out("apis", new Addresses(Allowance.ANYWHERE), 443));
    }
}
