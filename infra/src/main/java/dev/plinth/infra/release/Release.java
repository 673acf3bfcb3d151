package dev.plinth.infra.release;

import com.pulumi.core.Output;
import com.pulumi.kubernetes.core.v1.Namespace;
import com.pulumi.kubernetes.core.v1.NamespaceArgs;
import com.pulumi.kubernetes.core.v1.Secret;
import com.pulumi.kubernetes.core.v1.SecretArgs;
import com.pulumi.kubernetes.core.v1.ServiceAccount;
import com.pulumi.kubernetes.core.v1.ServiceAccountArgs;
import com.pulumi.kubernetes.meta.v1.inputs.ObjectMetaArgs;
import com.pulumi.resources.ComponentResource;
import com.pulumi.resources.CustomResourceOptions;
import dev.plinth.infra.component.Scope;
import dev.plinth.infra.release.ReleaseState.Images;
import java.util.Map;

/** The API in the cluster: its namespace and credentials, and both colours, always. */
public final class Release extends ComponentResource {
    private final String name;
    private final Output<Map<String, Object>> state;

    public Release(String name, ReleaseArgs args, Scope scope) {
        super("plinth:release:Release", name, scope.options());
        this.name = name;
        var child = CustomResourceOptions.builder().parent(this).build();
        var namespace = new Namespace(
                name,
                NamespaceArgs.builder()
                        .metadata(ObjectMetaArgs.builder()
                                .name(scope.title(name))
                                .labels(Labels.namespace(name))
                                .build())
                        .build(),
                child);
        var namespaceName =
                namespace.metadata().applyValue(known -> known.name().orElseThrow());
        var account = new ServiceAccount(
                name,
                ServiceAccountArgs.builder()
                        .metadata(metadata(namespaceName, name))
                        .automountServiceAccountToken(false)
                        .build(),
                child);
        var credentials = new Secret(name, credentials(namespaceName, args.connections()), child);
        var namespaced = new Side.Namespaced(
                name,
                namespaceName,
                credentials.metadata().applyValue(known -> known.name().orElseThrow()),
                account.metadata().applyValue(known -> known.name().orElseThrow()));
        for (var colour : Colour.values()) {
            new Side(name + "-" + colour, colour, args, namespaced, scope.within(this));
        }
        this.state = Output.tuple(args.image(Colour.BLUE), args.image(Colour.GREEN))
                .applyValue(images ->
                        args.plan().withImages(new Images(images.t1, images.t2)).toOutput());
        registerOutputs(Map.of("state", state));
    }

    /** The release state as the next run will read it. */
    public Output<Map<String, Object>> state() {
        return state;
    }

    private SecretArgs credentials(Output<String> namespace, AppConnections connections) {
        var passwords = Output.tuple(
                        connections.database().password(), connections.cache().password())
                .applyValue(known -> Map.of(
                        AppVariables.DATABASE_PASSWORD, known.t1,
                        AppVariables.CACHE_PASSWORD, known.t2));
        return SecretArgs.builder()
                .metadata(metadata(namespace, name + "-credentials"))
                .type("Opaque")
                .stringData(passwords.asSecret())
                .build();
    }

    private ObjectMetaArgs metadata(Output<String> namespace, String objectName) {
        return ObjectMetaArgs.builder()
                .name(objectName)
                .namespace(namespace)
                .labels(Labels.common(name))
                .build();
    }
}
