package dev.plinth.sandbox.kubernetes;

import dev.plinth.sandbox.aws.AwsKinds;
import dev.plinth.sandbox.resource.Kind;
import dev.plinth.sandbox.resource.Kinds;
import dev.plinth.sandbox.resource.Lifecycle;
import dev.plinth.sandbox.resource.Lifecycle.Made;
import dev.plinth.sandbox.resource.NameSeed;
import dev.plinth.sandbox.resource.Settings;
import dev.plinth.sandbox.schema.CustomResourceSchema;
import dev.plinth.sandbox.schema.ResourceSchema;
import dev.plinth.sandbox.schema.SdkSchema;
import dev.plinth.sandbox.state.StateStore;
import dev.plinth.sandbox.state.Urn;
import dev.plinth.sandbox.value.Value.Fields;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A cloud in which nothing runs: the kinds under test, and generic ones for all the rest. */
final class PlainCluster {
    static final String REGION = "eu-central-1";
    private static final SdkSchema SDKS = new SdkSchema();
    private static final Settings SETTINGS =
            new Settings(REGION, "000000000000", Map.of(), new Settings.Mutable(false, false), "default", Path.of(""));
    private final StateStore state;
    private final Map<String, Kind> own = new HashMap<>();
    private final Lifecycle lifecycle;

    PlainCluster(Path folder) {
        state = StateStore.open(folder);
        lifecycle = new Lifecycle(new Open(), state);
    }

    Objects objects() {
        return new Objects(state);
    }

    PlainCluster with(String token, Kind kind) {
        own.put(token, kind);
        return this;
    }

    /** The reasons for which the inputs are refused. */
    List<String> check(String token, Fields inputs) {
        return lifecycle
                .check(urn(token, "x"), Fields.EMPTY, inputs, new NameSeed("seed"), SETTINGS)
                .failures()
                .stream()
                .map(failure -> failure.message())
                .toList();
    }

    Made create(String token, String name, Fields inputs) {
        var urn = urn(token, name);
        var checked = lifecycle.check(urn, Fields.EMPTY, inputs, new NameSeed("seed"), SETTINGS);
        if (!checked.failures().isEmpty()) {
            throw new AssertionError(checked.failures());
        }
        return lifecycle.create(urn, checked.inputs(), SETTINGS, false);
    }

    void delete(String token, String name, String id) {
        lifecycle.delete(urn(token, name), id);
    }

    private static Urn urn(String token, String name) {
        return new Urn("urn:pulumi:test::sandbox::%s::%s".formatted(token, name));
    }

    private final class Open implements Kinds {
        @Override
        public ResourceSchema schema(Urn urn) {
            return SDKS.find(urn.type()).orElseGet(() -> CustomResourceSchema.of(urn.type()));
        }

        @Override
        public Kind of(String token) {
            return Optional.ofNullable(own.get(token))
                    .orElseGet(() -> token.startsWith("aws:") ? AwsKinds.rest() : new KubernetesKind(objects()));
        }
    }
}
