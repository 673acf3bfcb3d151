package dev.plinth.infra.release;

import com.pulumi.core.Output;
import com.pulumi.kubernetes.core.v1.inputs.EnvVarArgs;
import com.pulumi.kubernetes.core.v1.inputs.EnvVarSourceArgs;
import com.pulumi.kubernetes.core.v1.inputs.ObjectFieldSelectorArgs;
import com.pulumi.kubernetes.core.v1.inputs.SecretKeySelectorArgs;
import dev.plinth.infra.network.Port;
import java.util.List;

/** The environment variables that the API is configured by, all of them; docs/ARCHITECTURE.md lists them. */
final class AppVariables {
    static final String DATABASE_PASSWORD = "database-password";
    static final String CACHE_PASSWORD = "redis-password";

    private AppVariables() {}

    static List<EnvVarArgs> of(Colour colour, AppConnections connections, Output<String> secretName) {
        return List.of(
                field("MDL_HTTP_HOST", "status.podIP"),
                value("MDL_HTTP_PORT", Output.of(String.valueOf(Port.API))),
                value("MDL_ADMIN_PORT", Output.of(String.valueOf(Port.ADMIN))),
                value("MDL_DATABASE_URL", connections.database().url()),
                value("MDL_DATABASE_USER", Output.of(connections.database().user())),
                secret("MDL_DATABASE_PASSWORD", secretName, DATABASE_PASSWORD),
                value("MDL_REDIS_URL", connections.cache().url()),
                secret("MDL_REDIS_PASSWORD", secretName, CACHE_PASSWORD),
                value("MDL_COLOUR", Output.of(colour.toString())));
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

    private static EnvVarArgs secret(String name, Output<String> secretName, String key) {
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
