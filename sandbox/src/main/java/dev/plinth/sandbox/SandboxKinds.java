package dev.plinth.sandbox;

import dev.plinth.sandbox.resource.Kind;
import dev.plinth.sandbox.resource.Kinds;
import dev.plinth.sandbox.resource.SandboxException;
import dev.plinth.sandbox.schema.CustomResourceSchema;
import dev.plinth.sandbox.schema.ResourceSchema;
import dev.plinth.sandbox.schema.SdkSchema;
import dev.plinth.sandbox.state.Urn;
import java.util.Map;
import java.util.Optional;

/** The kinds of all types: a few of their own, and one for each package's rest. */
record SandboxKinds(SdkSchema sdks, Map<String, Kind> own, Map<String, Kind> rest) implements Kinds {

    @Override
    public ResourceSchema schema(Urn urn) {
        return sdks.find(urn.type())
                .or(() -> custom(urn.type()))
                .orElseThrow(() -> new SandboxException(
                        "no resource type %s is in the pinned SDKs; check its spelling and the SDK's version"
                                .formatted(urn.type())));
    }

    /** A type of a Kubernetes API group that the SDK does not have is a custom resource: its inputs are open. */
    private Optional<ResourceSchema> custom(String token) {
        var parts = token.split(":", 3);
        var group = parts.length == 3 && parts[0].equals("kubernetes") ? parts[1].split("/", 2)[0] : "";
        boolean known =
                sdks.tokens("kubernetes").stream().anyMatch(other -> other.startsWith("kubernetes:" + group + "/"));
        return group.contains(".") && !known ? Optional.of(CustomResourceSchema.of(token)) : Optional.empty();
    }

    @Override
    public Kind of(String token) {
        var kind = own.getOrDefault(token, rest.get(token.split(":", 2)[0]));
        if (kind == null) {
            throw new SandboxException("the sandbox serves aws, kubernetes and docker, not " + token);
        }
        return kind;
    }
}
