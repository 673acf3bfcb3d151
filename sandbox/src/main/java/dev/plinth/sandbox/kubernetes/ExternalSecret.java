package dev.plinth.sandbox.kubernetes;

import dev.plinth.sandbox.check.Failure;
import dev.plinth.sandbox.machine.Pause;
import dev.plinth.sandbox.resource.Desired;
import dev.plinth.sandbox.resource.SandboxException;
import dev.plinth.sandbox.state.StoredResource;
import dev.plinth.sandbox.value.Properties;
import dev.plinth.sandbox.value.Value;
import dev.plinth.sandbox.value.Value.Fields;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * An ExternalSecret: a Secret whose texts come from a store, there when all of them are. No SDK declares it, so its spec
 * is checked here: docs/api/externalsecret.md of external-secrets/external-secrets.
 */
final class ExternalSecret extends KubernetesKind {
    private static final Set<String> SPEC =
            Set.of("secretStoreRef", "target", "refreshInterval", "refreshPolicy", "data", "dataFrom");
    private static final Set<String> TARGET = Set.of("name", "creationPolicy", "deletionPolicy", "immutable");
    private static final Set<String> REFERENCE = Set.of("key", "property", "version", "metadataPolicy");
    private static final Duration STEP = Duration.ofMillis(100);

    private final Objects objects;
    private final ExternalSecrets secrets;
    private final Duration patience;

    /** @param patience how long a secret that is not there yet is waited for */
    ExternalSecret(Objects objects, Duration patience) {
        super(objects);
        this.objects = objects;
        this.secrets = new ExternalSecrets(objects.state());
        this.patience = patience;
    }

    @Override
    public List<Failure> check(Desired desired) {
        if (!(desired.inputs().find("spec").map(Value::bare).orElse(Value.unknown()) instanceof Fields fields)) {
            return List.of();
        }
        var spec = new Properties(fields);
        var failures = new ArrayList<>(unknown("spec", spec, SPEC));
        failures.addAll(unknown("spec.target", spec.in("target"), TARGET));
        required("spec.secretStoreRef", spec.in("secretStoreRef"), "name", failures);
        spec.in("target")
                .text("creationPolicy")
                .filter(policy -> !policy.equals("Owner"))
                .ifPresent(policy -> failures.add(
                        new Failure("spec.target.creationPolicy", "the sandbox has Owner only, found " + policy)));
        if (!spec.has("data") && !spec.has("dataFrom")) {
            failures.add(new Failure("spec.data", "missing, and so is dataFrom: the Secret would be empty"));
        }
        spec.each("data").forEach(entry -> {
            failures.addAll(unknown("spec.data", entry, Set.of("secretKey", "remoteRef")));
            required("spec.data", entry, "secretKey", failures);
            reference("spec.data.remoteRef", entry.in("remoteRef"), failures);
        });
        spec.each("dataFrom").forEach(entry -> {
            failures.addAll(unknown("spec.dataFrom", entry, Set.of("extract")));
            reference("spec.dataFrom.extract", entry.in("extract"), failures);
        });
        return failures;
    }

    @Override
    public Fields run(Desired desired, StoredResource resource, Optional<StoredResource> before) {
        super.run(desired, resource, before);
        var external = KubernetesObject.of(desired.inputs());
        var name = ExternalSecrets.target(external);
        if (objects.declared("kubernetes:core/v1:Secret", external.namespace(), name)
                .isPresent()) {
            throw new SandboxException(
                    "spec.target.name: there is a Secret %s/%s already, which this would not own; give one of them another name"
                            .formatted(external.namespace(), name));
        }
        secrets.store(external);
        resolve(external);
        return SecretStore.ready("secret synced");
    }

    /** As the controller tries again, what is made in parallel may still come. */
    private void resolve(KubernetesObject external) {
        long deadline = System.nanoTime() + patience.toNanos();
        while (true) {
            try {
                secrets.data(external);
                return;
            } catch (SandboxException e) {
                if (System.nanoTime() >= deadline) {
                    throw e;
                }
                Pause.of(STEP);
            }
        }
    }

    private static void reference(String path, Properties reference, List<Failure> failures) {
        failures.addAll(unknown(path, reference, REFERENCE));
        required(path, reference, "key", failures);
        reference
                .text("version")
                .filter(version -> !version.equals("AWSCURRENT"))
                .ifPresent(version -> failures.add(
                        new Failure(path + ".version", "the sandbox has AWSCURRENT only, found " + version)));
    }

    private static void required(String path, Properties owner, String name, List<Failure> failures) {
        if (!owner.has(name)) {
            failures.add(new Failure(path + "." + name, "missing, but an ExternalSecret requires it"));
        }
    }

    private static List<Failure> unknown(String path, Properties owner, Set<String> known) {
        return owner.fields().entries().keySet().stream()
                .filter(name -> !known.contains(name))
                .map(name -> new Failure(
                        path + "." + name,
                        "the sandbox's External Secrets has no such field; it has "
                                + String.join(", ", known.stream().sorted().toList())))
                .toList();
    }
}
