package dev.plinth.infra.database;

import com.pulumi.aws.rds.Instance;
import com.pulumi.core.Output;
import com.pulumi.exceptions.RunException;
import com.pulumi.resources.Resource;
import dev.plinth.infra.component.Scope;
import dev.plinth.infra.network.Port;
import dev.plinth.infra.secret.GeneratedSecret;
import dev.plinth.infra.secret.GeneratedSecretArgs;
import dev.plinth.infra.secret.SecretPolicy;
import dev.plinth.infra.secret.StoredSecret;
import dev.plinth.infra.secret.StoredSecretArgs;
import java.util.Map;

/**
 * The two logins of a database, in the shape that AWS's rotation functions read and write. The owner is there from the
 * server's first day; the app's role is made by the migration, with the password that is here.
 */
final class Logins {
    private final StoredSecret owner;
    private final GeneratedSecret app;

    Logins(String name, Instance primary, SecretPolicy policy, Resource parent, Scope scope) {
        var within = scope.within(parent);
        this.owner = new StoredSecret(
                name + "-owner",
                new StoredSecretArgs(
                        "Owner of the database of " + scope.environment(),
                        fields(Database.OWNER, primary),
                        firstPassword(primary),
                        policy),
                within);
        this.app = new GeneratedSecret(
                name + "-app",
                new GeneratedSecretArgs(
                        "The API's role in the database of " + scope.environment(),
                        fields(Database.APP, primary),
                        policy),
                within);
    }

    StoredSecret owner() {
        return owner;
    }

    GeneratedSecret app() {
        return app;
    }

    /** The primary's own address and not the proxy's: through the proxy no new password can be tried out. */
    private static Output<Map<String, String>> fields(String user, Instance primary) {
        return primary.address()
                .applyValue(host -> Map.of(
                        "engine",
                        "postgres",
                        "host",
                        host,
                        "port",
                        String.valueOf(Port.DATABASE),
                        "dbname",
                        Database.NAME,
                        "username",
                        user));
    }

    /** The password that the server started with: the one of its state, as each run draws another one. */
    private static Output<String> firstPassword(Instance primary) {
        return primary.password()
                .applyValue(password -> password.orElseThrow(() -> new RunException(
                        "The state of the database holds no password. It was imported, perhaps: import its secret's"
                                + " version too, then run 'pulumi refresh'.")))
                .asSecret();
    }
}
