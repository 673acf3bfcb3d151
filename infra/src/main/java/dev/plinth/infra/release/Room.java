package dev.plinth.infra.release;

import com.pulumi.core.Output;
import dev.plinth.infra.cluster.Allowance;
import dev.plinth.infra.cluster.AppNamespace;
import dev.plinth.infra.cluster.AppNamespaceArgs;
import dev.plinth.infra.cluster.Quota;
import dev.plinth.infra.cluster.SecretReader;
import dev.plinth.infra.cluster.SecretReaderArgs;
import dev.plinth.infra.component.Scope;
import dev.plinth.infra.network.Cidr;
import dev.plinth.infra.network.Port;
import java.util.List;

/** Where the API's objects are: a namespace of their own, and the store that its passwords come from. */
record Room(Output<String> namespace, Output<String> secretStore) {
    /** One more than the most while a new version takes over, on both sides; and both migrations. */
    private static final int PODS_IN_PASSING = 2;

    static Room of(String name, ReleaseArgs args, Scope scope) {
        var workload = args.workload();
        int pods = Colour.values().length * (workload.replicasMax() + PODS_IN_PASSING);
        var namespace = new AppNamespace(
                name,
                new AppNamespaceArgs(
                        Quota.of(pods, workload.cpu(), workload.memory()),
                        connections(args.host().addresses())),
                scope);
        var reader = new SecretReader(
                name,
                new SecretReaderArgs(
                        namespace.namespaceName(),
                        args.host().secretsOperatorRoleArn(),
                        args.connections().secretArns(),
                        args.host().secretsKeyArn()),
                scope);
        return new Room(namespace.namespaceName(), reader.storeName());
    }

    private static List<Allowance> connections(Cidr network) {
        var addresses = new Allowance.Peer.Addresses(network);
        return List.of(
                Allowance.in("load-balancer", addresses, Port.API, Port.ADMIN),
                Allowance.out("stores", addresses, Port.DATABASE, Port.CACHE));
    }
}
