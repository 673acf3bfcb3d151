package dev.plinth.infra.secret;

import com.pulumi.core.Output;
import com.pulumi.resources.ComponentResource;
import dev.plinth.infra.component.Scope;
import java.util.Map;

/**
 * A password that AWS makes up once and that Secrets Manager holds before anything uses it. Of a server that must start
 * with its password, and whose address belongs into the secret too, see {@link StoredSecret}.
 */
public final class GeneratedSecret extends ComponentResource {
    private final StoredSecret stored;

    public GeneratedSecret(String name, GeneratedSecretArgs args, Scope scope) {
        super("plinth:secret:GeneratedSecret", name, scope.options());
        this.stored = new StoredSecret(
                name,
                new StoredSecretArgs(args.description(), args.fields(), RandomPassword.draw(this), args.policy()),
                scope.within(this));
        registerOutputs(Map.of("arn", arn()));
    }

    public Output<String> arn() {
        return stored.arn();
    }

    public Output<String> password() {
        return stored.password();
    }
}
