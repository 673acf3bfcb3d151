package dev.plinth.sandbox.aws;

import dev.plinth.sandbox.resource.Desired;
import dev.plinth.sandbox.resource.MachineNames;
import dev.plinth.sandbox.state.StoredResource;
import dev.plinth.sandbox.value.Properties;
import dev.plinth.sandbox.value.Value;
import dev.plinth.sandbox.value.Value.Fields;
import java.util.Map;
import java.util.Optional;

/** A database proxy: an address of its own, behind which nothing answers until it has a target. */
final class DatabaseProxy extends AwsKind {
    static final String TOKEN = "aws:rds/proxy:Proxy";
    static final int PORT = 5432;
    private static final String SECRET = "aws:secretsmanager/secret:Secret";
    private final Machinery machinery;

    DatabaseProxy(Machinery machinery) {
        this.machinery = machinery;
    }

    @Override
    public Fields notes(Desired desired) {
        return machinery.names().claim(desired);
    }

    @Override
    public Fields run(Desired desired, StoredResource resource, Optional<StoredResource> before) {
        desired.properties().each("auths").forEach(this::requireSecret);
        var place = machinery.relays().address(MachineNames.of(resource), PORT);
        return new Fields(Map.of("endpoint", Value.text(place.host())));
    }

    @Override
    public void remove(StoredResource resource) {
        machinery.relays().remove(MachineNames.of(resource));
        machinery.names().release(resource);
    }

    /** A proxy whose secret is not there cannot sign in anywhere. */
    private void requireSecret(Properties auth) {
        var arn = auth.text("secretArn").orElse("");
        if (machinery.state().ofType(SECRET).stream()
                .noneMatch(secret -> secret.id().equals(arn))) {
            throw refused("auths.secretArn", "the sandbox has no secret %s; declare it first".formatted(arn));
        }
    }
}
