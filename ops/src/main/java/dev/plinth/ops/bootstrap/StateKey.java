package dev.plinth.ops.bootstrap;

import dev.plinth.ops.cloud.Permissions;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.kms.KmsClient;
import software.amazon.awssdk.services.kms.model.KeyMetadata;
import software.amazon.awssdk.services.kms.model.NotFoundException;
import software.amazon.awssdk.services.kms.model.Tag;

/** The key that encrypts state and its secrets, found again by its alias, with a new version each year. */
final class StateKey {
    private final KmsClient kms;

    StateKey(KmsClient kms) {
        this.kms = kms;
    }

    List<Step> steps() {
        return List.of(
                new Step("key %s".formatted(Home.ALIAS), () -> find().isPresent(), this::create),
                new Step("key %s: rotates each year".formatted(Home.ALIAS), this::rotates, this::rotate));
    }

    /** The key's ARN, if there is a key. */
    Optional<String> find() {
        try {
            return Optional.of(Permissions.attempt(
                            "kms:DescribeKey", Home.ALIAS, () -> kms.describeKey(r -> r.keyId(Home.ALIAS)))
                    .keyMetadata()
                    .arn());
        } catch (NotFoundException e) {
            return Optional.empty();
        }
    }

    private void create() {
        KeyMetadata key = Permissions.ask(
                        "kms:CreateKey",
                        "*",
                        () -> kms.createKey(
                                r -> r.description("Encrypts the state of Plinth's stacks and the secrets in it")
                                        .tags(tag("Project", "plinth"), tag("ManagedBy", "plinth bootstrap"))))
                .keyMetadata();
        Permissions.carryOut(
                "kms:CreateAlias",
                Home.ALIAS,
                () -> kms.createAlias(r -> r.aliasName(Home.ALIAS).targetKeyId(key.keyId())));
    }

    private boolean rotates() {
        return find().filter(arn -> Permissions.ask(
                                "kms:GetKeyRotationStatus", arn, () -> kms.getKeyRotationStatus(r -> r.keyId(arn)))
                        .keyRotationEnabled())
                .isPresent();
    }

    private void rotate() {
        var arn = find().orElseThrow();
        Permissions.carryOut("kms:EnableKeyRotation", arn, () -> kms.enableKeyRotation(r -> r.keyId(arn)));
    }

    private static Tag tag(String key, String value) {
        return Tag.builder().tagKey(key).tagValue(value).build();
    }
}
