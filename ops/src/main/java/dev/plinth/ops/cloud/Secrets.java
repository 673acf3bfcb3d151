package dev.plinth.ops.cloud;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.plinth.ops.Failure;
import dev.plinth.ops.console.Json;
import java.time.Instant;
import java.util.Optional;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.secretsmanager.model.DescribeSecretResponse;
import software.amazon.awssdk.services.secretsmanager.model.ResourceNotFoundException;

/** Secrets and their versions. */
public final class Secrets {
    /** The stage of the version that counts. */
    public static final String CURRENT = "AWSCURRENT";
    /** The stage of the version that counted before. */
    public static final String PREVIOUS = "AWSPREVIOUS";

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

    /** The current text of a secret that is JSON. */
    public JsonNode readJson(String secretArn) {
        try {
            return Json.mapper().readTree(read(secretArn));
        } catch (JsonProcessingException e) {
            // Its message would show the secret.
            throw Failure.failed("the secret %s is no JSON".formatted(secretArn));
        }
    }

    /** Makes this the current text; the one before stays readable as the previous version. */
    public void write(String secretArn, String text) {
        Permissions.carryOut(
                "secretsmanager:PutSecretValue",
                secretArn,
                () -> client.putSecretValue(
                        request -> request.secretId(secretArn).secretString(text)));
    }

    /**
     * A text that a secret has or had.
     *
     * @param id as Secrets Manager calls this version
     */
    public record Version(String id, String text) {
        /** Without the text, which is nobody's business. */
        @Override
        public String toString() {
            return id;
        }
    }

    /** The version with this stage, such as AWSPREVIOUS; nothing when none has it. */
    public Optional<Version> find(String secretArn, String stage) {
        return Permissions.ask("secretsmanager:GetSecretValue", secretArn, () -> {
            try {
                var value = client.getSecretValue(
                        request -> request.secretId(secretArn).versionStage(stage));
                return Optional.of(new Version(value.versionId(), value.secretString()));
            } catch (ResourceNotFoundException e) {
                return Optional.empty();
            }
        });
    }

    /** Keeps a text beside the current one, to be found by a stage of one's own. */
    public void put(String secretArn, String text, String stage) {
        Permissions.carryOut(
                "secretsmanager:PutSecretValue",
                secretArn,
                () -> client.putSecretValue(request ->
                        request.secretId(secretArn).secretString(text).versionStages(stage)));
    }

    /** Makes a version the current one instead of the one that is; that stays readable as the previous one. */
    public void makeCurrent(String secretArn, Version version, Version instead) {
        Permissions.carryOut(
                "secretsmanager:UpdateSecretVersionStage",
                secretArn,
                () -> client.updateSecretVersionStage(request -> request.secretId(secretArn)
                        .versionStage(CURRENT)
                        .moveToVersionId(version.id())
                        .removeFromVersionId(instead.id())));
    }

    /** Takes a stage of one's own away from a version that has it. */
    public void takeAway(String secretArn, String stage, Version version) {
        Permissions.carryOut(
                "secretsmanager:UpdateSecretVersionStage",
                secretArn,
                () -> client.updateSecretVersionStage(request ->
                        request.secretId(secretArn).versionStage(stage).removeFromVersionId(version.id())));
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
