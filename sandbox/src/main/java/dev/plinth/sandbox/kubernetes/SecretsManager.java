package dev.plinth.sandbox.kubernetes;

import dev.plinth.sandbox.state.StateStore;
import dev.plinth.sandbox.state.StoredResource;
import dev.plinth.sandbox.value.Properties;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The texts of the sandbox's AWS Secrets Manager, as a client in the cluster reads them. */
record SecretsManager(StateStore state) {
    private static final String SECRET = "aws:secretsmanager/secret:Secret";
    private static final String VERSION = "aws:secretsmanager/secretVersion:SecretVersion";
    private static final String CURRENT = "AWSCURRENT";
    private static final int ARN_REGION = 3;

    /** Where one secret is found: by its name or ARN, in one region. */
    record Address(String key, String region) {}

    /** Whether there is such a secret, with a value or without. */
    boolean has(Address address) {
        return secret(address).isPresent();
    }

    /** The secret's current text. */
    Optional<String> text(Address address) {
        return secret(address)
                .flatMap(this::current)
                .flatMap(version -> new Properties(version.inputs()).text("secretString"));
    }

    private Optional<StoredResource> secret(Address address) {
        return ready(SECRET).stream()
                .filter(secret -> region(secret).equals(address.region()))
                .filter(secret ->
                        secret.id().equals(address.key()) || name(secret).equals(address.key()))
                .findFirst();
    }

    /** The version that was made last: while one replaces another, both are there. */
    private Optional<StoredResource> current(StoredResource secret) {
        return ready(VERSION).stream()
                .filter(version -> {
                    var owner =
                            new Properties(version.inputs()).text("secretId").orElse("");
                    return owner.equals(secret.id()) || owner.equals(name(secret));
                })
                .filter(version -> {
                    var stages = new Properties(version.inputs()).texts("versionStages");
                    return stages.isEmpty() || stages.contains(CURRENT);
                })
                .max(Comparator.comparing(version ->
                        new Properties(version.outputs()).text("__created").orElse("")));
    }

    private List<StoredResource> ready(String token) {
        return state.ofType(token).stream().filter(StoredResource::ready).toList();
    }

    private static String name(StoredResource secret) {
        return new Properties(secret.inputs()).text("name").orElse("");
    }

    private static String region(StoredResource secret) {
        var parts = secret.id().split(":", -1);
        return parts.length > ARN_REGION ? parts[ARN_REGION] : "";
    }
}
