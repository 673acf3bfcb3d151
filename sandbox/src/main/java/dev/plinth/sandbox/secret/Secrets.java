package dev.plinth.sandbox.secret;

import dev.plinth.sandbox.state.StateStore;
import dev.plinth.sandbox.state.StoredResource;
import dev.plinth.sandbox.state.Urn;
import dev.plinth.sandbox.value.Properties;
import dev.plinth.sandbox.value.Value;
import dev.plinth.sandbox.value.Value.Fields;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The secrets of the state with their versions: those of the program, and beside them those that a client put. Whichever
 * was made current last is current for everybody.
 */
public record Secrets(StateStore state) {
    private static final String SECRET = "aws:secretsmanager/secret:Secret";
    private static final String VERSION = "aws:secretsmanager/secretVersion:SecretVersion";
    /** No engine's resource is called so. */
    private static final String OWN = "urn:pulumi:sandbox::secrets::";

    private static final int ARN_REGION = 3;

    /** Where one secret is found: by its name or ARN, in one region. */
    public record Address(String key, String region) {}

    /** A version that is to be; without a stage it becomes the current one. */
    public record Draft(String id, String property, String text, List<String> stages) {}

    /** The secret, with a value or without; an ARN may lack its last six characters. */
    public Optional<StoredResource> find(Address address) {
        return ready(SECRET).stream()
                .filter(secret -> region(secret).equals(address.region()))
                .filter(secret -> secret.id().equals(address.key())
                        || name(secret).equals(address.key())
                        || secret.id().replaceFirst("-[^-]{6}$", "").equals(address.key()))
                .findFirst();
    }

    /** The secret's versions, the current one first. */
    public List<Version> versions(StoredResource secret) {
        return Versions.staged(ready(VERSION).stream()
                .filter(version -> belongs(version, secret))
                .toList());
    }

    /** The secret's current text. */
    public Optional<String> text(Address address) {
        return find(address).flatMap(this::current).flatMap(Version::text);
    }

    public Optional<Version> current(StoredResource secret) {
        return versions(secret).stream()
                .filter(version -> version.stages().contains(Versions.CURRENT))
                .findFirst();
    }

    /** Puts a version beside the others. */
    public Version put(StoredResource secret, Draft draft) {
        var inputs = new Fields(Map.of(
                "secretId",
                Value.text(secret.id()),
                draft.property(),
                Value.text(draft.text()),
                "versionStages",
                Value.texts(draft.stages())));
        var notes = new Fields(Map.of(
                "versionId",
                Value.text(draft.id()),
                Version.CREATED,
                Value.text(Instant.now().toString())));
        var urn = new Urn("%s%s::%s-%s".formatted(OWN, VERSION, secret.urn().name(), draft.id()));
        state.put(new StoredResource(urn, "%s|%s".formatted(secret.id(), draft.id()), 0, inputs, notes, true));
        return versions(secret).stream()
                .filter(version -> version.id().equals(draft.id()))
                .findFirst()
                .orElseThrow();
    }

    /** Makes a version the current one. */
    public void promote(Version version) {
        var resource = version.resource();
        state.put(resource.finished(resource.outputs()
                .with(Versions.PROMOTED, Value.text(Instant.now().toString()))));
    }

    /** Takes a stage away from a version, which is neither the current one's nor the one's before. */
    public void withdraw(Version version, String stage) {
        var resource = version.resource();
        var withdrawn = new ArrayList<>(new Properties(resource.outputs()).texts(Versions.WITHDRAWN));
        withdrawn.add(stage);
        state.put(resource.finished(resource.outputs().with(Versions.WITHDRAWN, Value.texts(withdrawn))));
    }

    /** Forgets the versions that came beside the program's, as the secret goes. */
    public void forget(StoredResource secret) {
        ready(VERSION).stream()
                .filter(version -> version.urn().value().startsWith(OWN) && belongs(version, secret))
                .forEach(version -> state.remove(version.urn(), version.id()));
    }

    public static String name(StoredResource secret) {
        return new Properties(secret.inputs()).text("name").orElse("");
    }

    private static boolean belongs(StoredResource version, StoredResource secret) {
        var owner = new Properties(version.inputs()).text("secretId").orElse("");
        return owner.equals(secret.id()) || owner.equals(name(secret));
    }

    private List<StoredResource> ready(String token) {
        return state.ofType(token).stream().filter(StoredResource::ready).toList();
    }

    private static String region(StoredResource secret) {
        var parts = secret.id().split(":", -1);
        return parts.length > ARN_REGION ? parts[ARN_REGION] : "";
    }
}
