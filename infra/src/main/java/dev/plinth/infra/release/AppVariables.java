package dev.plinth.infra.release;

import com.pulumi.core.Output;
import com.pulumi.kubernetes.core.v1.inputs.EnvVarArgs;
import com.pulumi.kubernetes.core.v1.inputs.EnvVarSourceArgs;
import com.pulumi.kubernetes.core.v1.inputs.ObjectFieldSelectorArgs;
import com.pulumi.kubernetes.core.v1.inputs.SecretKeySelectorArgs;
import dev.plinth.infra.network.Port;
import java.util.List;

/** The environment variables that the image is configured by, all of them; docs/ARCHITECTURE.md lists them. */
final class AppVariables {
    private AppVariables() {}

    /** Those of the API. */
    static List<EnvVarArgs> ofApi(Colour colour, AppConnections connections, String secretName) {
        return List.of(
                field("MDL_HTTP_HOST", "status.podIP"),
                value("MDL_HTTP_PORT", String.valueOf(Port.API)),
                value("MDL_ADMIN_PORT", String.valueOf(Port.ADMIN)),
                value("MDL_DATABASE_URL", connections.database().url()),
                value("MDL_DATABASE_USER", connections.database().app().user()),
                secret("MDL_DATABASE_PASSWORD", secretName, Credentials.APP_PASSWORD),
                // The migration does, before these pods start.
                value("MDL_DATABASE_MIGRATE", "false"),
                value("MDL_REDIS_URL", connections.cache().url()),
                secret("MDL_REDIS_PASSWORD", secretName, Credentials.CACHE_PASSWORD),
                secret("MDL_KEYS", secretName, Credentials.MASTER_SECRET),
                secret("MDL_BOOTSTRAP_TOKEN", secretName, Credentials.BOOTSTRAP_TOKEN),
                value("MDL_COLOUR", colour.toString()),
                value("MDL_DRAIN_NOTICE_SECONDS", String.valueOf(Drain.NOTICE)),
                value("MDL_DRAIN_FINISH_SECONDS", String.valueOf(Drain.FINISH)));
    }

    /** Those of the command {@code migrate}. */
    static List<EnvVarArgs> ofMigration(AppConnections connections, String secretName) {
        return List.of(
                value("MDL_DATABASE_URL", connections.database().url()),
                value("MDL_DATABASE_OWNER", connections.database().owner().user()),
                secret("MDL_DATABASE_OWNER_PASSWORD", secretName, Credentials.OWNER_PASSWORD),
                value("MDL_DATABASE_USER", connections.database().app().user()),
                secret("MDL_DATABASE_PASSWORD", secretName, Credentials.APP_PASSWORD));
    }

    private static EnvVarArgs value(String name, String value) {
        return EnvVarArgs.builder().name(name).value(value).build();
    }

    private static EnvVarArgs value(String name, Output<String> value) {
        return EnvVarArgs.builder().name(name).value(value).build();
    }

    private static EnvVarArgs field(String name, String path) {
        return from(
                name,
                EnvVarSourceArgs.builder()
                        .fieldRef(ObjectFieldSelectorArgs.builder()
                                .fieldPath(path)
                                .build())
                        .build());
    }

    private static EnvVarArgs secret(String name, String secretName, String key) {
        return from(
                name,
                EnvVarSourceArgs.builder()
                        .secretKeyRef(SecretKeySelectorArgs.builder()
                                .name(secretName)
                                .key(key)
                                .build())
                        .build());
    }

    private static EnvVarArgs from(String name, EnvVarSourceArgs source) {
        return EnvVarArgs.builder().name(name).valueFrom(source).build();
    }
}
