package dev.plinth.sandbox.kubernetes;

import dev.plinth.sandbox.check.Failure;
import dev.plinth.sandbox.resource.Desired;
import dev.plinth.sandbox.resource.SandboxException;
import dev.plinth.sandbox.state.StoredResource;
import dev.plinth.sandbox.value.Properties;
import dev.plinth.sandbox.value.Value;
import dev.plinth.sandbox.value.Value.Fields;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A SecretStore of External Secrets: says that secrets come from AWS Secrets Manager in one region. No SDK declares it,
 * so its spec is checked here: docs/provider/aws-secrets-manager.md of external-secrets/external-secrets.
 */
final class SecretStore extends KubernetesKind {
    private static final String SERVICE = "SecretsManager";
    private final Objects objects;

    SecretStore(Objects objects) {
        super(objects);
        this.objects = objects;
    }

    @Override
    public List<Failure> check(Desired desired) {
        if (!(desired.inputs().find("spec").map(Value::bare).orElse(Fields.EMPTY) instanceof Fields spec)) {
            return List.of();
        }
        var provider = new Properties(spec).in("provider");
        var failures = new ArrayList<Failure>();
        if (!provider.has("aws")) {
            failures.add(new Failure("spec.provider.aws", "missing; the sandbox has the secrets of AWS only"));
            return failures;
        }
        var aws = provider.in("aws");
        if (!aws.has("region")) {
            failures.add(new Failure("spec.provider.aws.region", "missing, but a SecretStore requires it"));
        }
        aws.text("service")
                .filter(service -> !service.equals(SERVICE))
                .ifPresent(service -> failures.add(new Failure(
                        "spec.provider.aws.service", "the sandbox has %s only, found %s".formatted(SERVICE, service))));
        return failures;
    }

    /** A store whose service account is not there is never valid. */
    @Override
    public Fields run(Desired desired, StoredResource resource, Optional<StoredResource> before) {
        super.run(desired, resource, before);
        var store = KubernetesObject.of(desired.inputs());
        var account = aws(store).in("auth").in("jwt").in("serviceAccountRef");
        account.text("name").ifPresent(name -> {
            var namespace = account.text("namespace").orElse(store.namespace());
            if (!objects.has("kubernetes:core/v1:ServiceAccount", namespace, name)) {
                throw new SandboxException(
                        "spec.provider.aws.auth.jwt.serviceAccountRef: there is no ServiceAccount %s/%s; declare it first"
                                .formatted(namespace, name));
            }
        });
        return ready("store validated");
    }

    /** The region whose secrets the store gives. */
    static String region(KubernetesObject store) {
        return aws(store).text("region").orElse("");
    }

    /** The status of an object that its controller is content with. */
    static Fields ready(String message) {
        var condition = new Fields(Map.of(
                "type", Value.text("Ready"),
                "status", Value.text("True"),
                "message", Value.text(message)));
        return new Fields(Map.of("status", new Fields(Map.of("conditions", new Value.Items(List.of(condition))))));
    }

    private static Properties aws(KubernetesObject store) {
        return store.spec().in("provider").in("aws");
    }
}
