package dev.plinth.ops.cloud;

import java.time.Instant;
import java.util.Optional;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.secretsmanager.model.DescribeSecretResponse;

/** Secrets and their versions. */
public final class Secrets {
    private final SecretsManagerClient client;

    Secrets(SecretsManagerClient client) {
        this.client = client;
    }

    /** The current text of the secret. */
    public String read(String secretArn) {
        return Permissions.ask(
                        "secretsmanager:GetSecretValue",
                        secretArn,
                        () -> client.getSecretValue(request -> request.secretId(secretArn)))
                .secretString();
    }

    /** Makes this the current text; the one before stays readable as the previous version. */
    public void write(String secretArn, String text) {
        Permissions.carryOut(
                "secretsmanager:PutSecretValue",
                secretArn,
                () -> client.putSecretValue(
                        request -> request.secretId(secretArn).secretString(text)));
    }

    /** Lets the secret's own rotation run at once; it goes on after this returns. */
    public void rotate(String secretArn) {
        Permissions.carryOut(
                "secretsmanager:RotateSecret",
                secretArn,
                () -> client.rotateSecret(request -> request.secretId(secretArn).rotateImmediately(true)));
    }

    /** Whether the secret is rotated by a function of its own. */
    public boolean rotatesByItself(String secretArn) {
        return Boolean.TRUE.equals(describe(secretArn).rotationEnabled());
    }

    /** When the text was changed last. */
    public Optional<Instant> changed(String secretArn) {
        return Optional.ofNullable(describe(secretArn).lastChangedDate());
    }

    private DescribeSecretResponse describe(String secretArn) {
        return Permissions.ask(
                "secretsmanager:DescribeSecret",
                secretArn,
                () -> client.describeSecret(request -> request.secretId(secretArn)));
    }
}
