package dev.plinth.infra.release;

import com.pulumi.core.Output;
import com.pulumi.resources.ComponentResource;
import dev.plinth.infra.component.Scope;
import dev.plinth.infra.secret.GeneratedSecret;
import dev.plinth.infra.secret.GeneratedSecretArgs;
import dev.plinth.infra.secret.SecretPolicy;
import java.util.Map;

/** The secrets that are the API's own: what all its keys are derived from, and what lets its first administrator in. */
public final class AppSecrets extends ComponentResource {
    private final GeneratedSecret master;
    private final GeneratedSecret bootstrap;

    public AppSecrets(String name, SecretPolicy policy, Scope scope) {
        super("plinth:release:AppSecrets", name, scope.options());
        var within = scope.within(this);
        this.master = new GeneratedSecret(
                name + "-master",
                new GeneratedSecretArgs(
                        "All keys of the API of %s are derived from it".formatted(scope.environment()),
                        Map.of(),
                        policy),
                within);
        this.bootstrap = new GeneratedSecret(
                name + "-bootstrap",
                new GeneratedSecretArgs(
                        "Makes the first administrator of the API of %s, once".formatted(scope.environment()),
                        Map.of(),
                        policy),
                within);
        registerOutputs(Map.of());
    }

    /** The secret with the master secret under {@code password}. */
    public Output<String> masterArn() {
        return master.arn();
    }

    /** The secret with the token under {@code password}. */
    public Output<String> bootstrapArn() {
        return bootstrap.arn();
    }

    /** What the first administrator shows to the API; of no use once there is one. */
    public Output<String> bootstrapToken() {
        return bootstrap.password();
    }
}
