package dev.plinth.sandbox.kubernetes;

import dev.plinth.sandbox.check.Failure;
import dev.plinth.sandbox.diff.ReplaceRules;
import dev.plinth.sandbox.resource.Desired;
import dev.plinth.sandbox.resource.NameSeed;
import dev.plinth.sandbox.resource.SandboxException;
import dev.plinth.sandbox.state.StoredResource;
import dev.plinth.sandbox.value.Properties;
import dev.plinth.sandbox.value.Value;
import dev.plinth.sandbox.value.Value.Fields;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A Helm release: its chart is not fetched and nothing of it runs, but what a cluster demands of it is checked. */
final class HelmRelease extends KubernetesKind {
    static final String TOKEN = "kubernetes:helm.sh/v3:Release";
    private static final String NAME = "name";
    private static final String NAMESPACE = "namespace";
    private static final int DIGITS = 8;
    private final Objects objects;

    HelmRelease(Objects objects) {
        super(objects);
        this.objects = objects;
    }

    /** A chart without a version would be another one tomorrow, and one without a repository cannot be found. */
    @Override
    public List<Failure> check(Desired desired) {
        var inputs = desired.properties();
        var failures = new ArrayList<Failure>();
        if (!inputs.has("version")) {
            failures.add(new Failure("version", "missing; without it each run would take the newest chart"));
        }
        boolean byName =
                inputs.text("chart").filter(chart -> !chart.contains("/")).isPresent();
        boolean known = inputs.fields().find("repositoryOpts").map(Value::known).orElse(true);
        if (byName && known && !inputs.in("repositoryOpts").has("repo")) {
            failures.add(new Failure(
                    "repositoryOpts.repo",
                    "missing, but a chart by name is looked up there; an oci:// address or a path needs none"));
        }
        return failures;
    }

    @Override
    public Fields complete(Desired desired, Fields before, NameSeed seed) {
        var inputs = desired.inputs();
        if (inputs.find(NAMESPACE).isEmpty()) {
            inputs = inputs.with(NAMESPACE, Value.text(desired.settings().namespace()));
        }
        if (inputs.find(NAME).isPresent()) {
            return inputs;
        }
        var prefix = desired.urn().name() + "-";
        var name = new Properties(before)
                .text(NAME)
                .filter(old -> old.startsWith(prefix))
                .orElseGet(() -> prefix + seed.digits(desired.urn().value(), DIGITS));
        return inputs.with(NAME, Value.text(name));
    }

    @Override
    public ReplaceRules replaceRules(Desired desired) {
        return new ReplaceRules(List.of(NAME, NAMESPACE), "provider/pkg/provider/helm_release.go of pulumi-kubernetes");
    }

    @Override
    public boolean deletesBeforeReplace(Desired desired) {
        return false;
    }

    @Override
    public String id(Desired desired) {
        return text(desired, NAMESPACE) + "/" + text(desired, NAME);
    }

    @Override
    public Fields computed(Desired desired, String id) {
        return new Fields(Map.of(
                "status",
                new Fields(Map.of(
                        "chart",
                        Value.text(text(desired, "chart")),
                        NAME,
                        Value.text(text(desired, NAME)),
                        NAMESPACE,
                        Value.text(text(desired, NAMESPACE)),
                        "revision",
                        Value.number(1),
                        "status",
                        Value.text("deployed"),
                        "version",
                        Value.text(text(desired, "version"))))));
    }

    @Override
    public Fields run(Desired desired, StoredResource resource, Optional<StoredResource> before) {
        reach(objects, desired);
        var namespace = text(desired, NAMESPACE);
        if (!desired.properties().truth("createNamespace") && !objects.hasNamespace(namespace)) {
            throw new SandboxException(
                    "namespace: there is no namespace %s; declare it and refer to its name, or set createNamespace"
                            .formatted(namespace));
        }
        objects.twin(resource).ifPresent(twin -> {
            throw new SandboxException("name: the release %s exists already as %s; give one of them another name"
                    .formatted(resource.id(), twin.urn().name()));
        });
        return Fields.EMPTY;
    }

    private static String text(Desired desired, String name) {
        return desired.properties().text(name).orElse("");
    }
}
