package dev.plinth.infra.release;

import com.pulumi.core.Output;
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
    private final CustomResourceOptions child;
    private final Output<Map<String, Object>> state;

    public Release(String name, ReleaseArgs args, Scope scope) {
        super("plinth:release:Release", name, scope.options());
        this.child = scope.child(this);
        var room = Room.of(name, args, scope.within(this));
        var connections = args.connections();
        var migrations = name + Migration.APP_SUFFIX;
        var namespaced = new Side.Namespaced(
                name,
                room.namespace(),
                account(name, room),
                Credentials.ofApi(name, connections, room, child),
                new Migration.Setting(
                        migrations,
                        room.namespace(),
                        account(migrations, room),
                        Credentials.ofMigration(migrations, connections, room, child)));
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

    /** An account of its own, which has no right at all: neither the API nor its migration calls Kubernetes or AWS. */
    private Output<String> account(String app, Room room) {
        var account = new ServiceAccount(
                app,
                ServiceAccountArgs.builder()
                        .metadata(ObjectMetaArgs.builder()
                                .name(app)
                                .namespace(room.namespace())
                                .labels(Labels.common(app))
                                .build())
                        .automountServiceAccountToken(false)
                        .build(),
                child);
        return account.metadata().applyValue(known -> known.name().orElseThrow());
    }
}
